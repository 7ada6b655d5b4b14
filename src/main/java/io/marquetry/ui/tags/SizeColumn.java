package io.marquetry.ui.tags;

import io.marquetry.audience.AudienceSize;
import io.marquetry.base.Texts;
import io.marquetry.tag.Tag;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.work.Answer;

import java.util.Optional;
import java.util.OptionalLong;

/** How many profiles carry a tag, as the list of tags tells it; other tags have no number. */
final class SizeColumn {

    private final Texts texts;
    private final Formats formats;
    private final TagCounts sizes;

    SizeColumn(Texts texts, TagCounts sizes) {
        this.texts = texts;
        this.formats = new Formats(texts.locale());
        this.sizes = sizes;
    }

    OptionalLong number(Tag tag) {
        Optional<AudienceSize> known = sizes.of(tag).latest();
        return known.isPresent() ? OptionalLong.of(known.get().audience()) : OptionalLong.empty();
    }

    String words(Tag tag) {
        return switch (sizes.of(tag)) {
            case Answer.Nothing<AudienceSize> _ -> "";
            case Answer.Awaited<AudienceSize> _ -> "…";
            case Answer.Here<AudienceSize>(AudienceSize size) -> formats.count(size.audience());
            case Answer.Failed<AudienceSize> _ -> "–";
        };
    }

    /** Tells why there is no number. */
    Optional<String> told(Tag tag) {
        return sizes.of(tag).problem().map(texts::sentence);
    }
}
