package io.marquetry.ui.tags.rule;

import io.marquetry.audience.AudienceSize;
import io.marquetry.base.Texts;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.work.Answer;

import javafx.scene.control.Label;

import java.util.Optional;

/** Shows how many profiles a rule holds; a number that does not stand any more is grey. */
public final class SizeWords {

    private final Texts texts;
    private final Formats formats;

    public SizeWords(Texts texts) {
        this.texts = texts;
        this.formats = new Formats(texts.locale());
    }

    public void show(Answer<AudienceSize> known, Label number, Label words) {
        number.setText(known.latest().map(s -> formats.count(s.audience())).orElse("–"));
        boolean stale = !known.isCurrent();
        number.getStyleClass().remove("stale");
        if (stale) {
            number.getStyleClass().add("stale");
        }
        words.setText(
                switch (known) {
                    case Answer.Nothing<AudienceSize> nothing -> texts.get("tag.size.nothing");
                    case Answer.Awaited<AudienceSize> awaited -> texts.get("tag.size.counting");
                    case Answer.Here<AudienceSize>(AudienceSize size) -> exact(size);
                    case Answer.Failed<AudienceSize> failed -> stale(failed.last());
                });
    }

    private String exact(AudienceSize size) {
        return texts.get(
                "tag.size.exact",
                formats.percent(size.share()),
                formats.count(size.profiles()),
                formats.took(size.took()));
    }

    private String stale(Optional<AudienceSize> last) {
        return texts.get(last.isPresent() ? "tag.size.stale" : "tag.size.failed");
    }
}
