package io.marquetry.ui.packages.versions;

import io.marquetry.base.Texts;
import io.marquetry.compare.ChangeWords;
import io.marquetry.effect.review.Cards;
import io.marquetry.effect.review.EffectWords;
import io.marquetry.overview.Near;
import io.marquetry.tag.TagNames;
import io.marquetry.ui.common.look.Formats;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.stream.Collectors;

/** Tells which known packages a draft is most like, what came of them, and how it differs. */
final class NearestLines {

    private static final int CHANGES = 4;

    private final Texts texts;
    private final Formats formats;
    private final ChangeWords words;
    private final Cards cards;

    NearestLines(Texts texts, TagNames names) {
        this.texts = texts;
        this.formats = new Formats(texts.locale());
        this.words = new ChangeWords(texts, names::of);
        this.cards = new Cards(new EffectWords(texts));
    }

    List<Node> of(List<Near> near) {
        if (near.isEmpty()) {
            return List.of(line(texts.get("versions.nearest.none"), "muted"));
        }
        return near.stream().map(this::told).toList();
    }

    private Node told(Near near) {
        String effect =
                cards.most(near.group())
                        .map(
                                card ->
                                        texts.get(
                                                "versions.nearest.effect",
                                                card.name(),
                                                card.value()))
                        .orElse(EffectWords.NOTHING);
        Label head =
                line(
                        texts.get(
                                "versions.nearest.line",
                                near.pack().name().in(texts.locale()),
                                effect,
                                formats.wholePercent(near.likeness())),
                        "near");
        String changes =
                near.changes().stream()
                        .limit(CHANGES)
                        .map(words::of)
                        .collect(Collectors.joining(" \u00b7 "));
        String more =
                near.changes().size() > CHANGES
                        ? texts.get(
                                "versions.nearest.more", changes, near.changes().size() - CHANGES)
                        : changes;
        return new VBox(head, line(more, "muted"));
    }

    private static Label line(String text, String style) {
        Label line = new Label(text);
        line.setWrapText(true);
        line.setMinHeight(Label.USE_PREF_SIZE);
        line.getStyleClass().add(style);
        return line;
    }
}
