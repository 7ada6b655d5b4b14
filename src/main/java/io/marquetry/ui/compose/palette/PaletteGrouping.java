package io.marquetry.ui.compose.palette;

import io.marquetry.base.LocalizedText;
import io.marquetry.tag.Tag;

import java.util.Locale;
import java.util.Optional;

/** What the tags of the palette are put under. */
public enum PaletteGrouping {
    /** The topic that the tag's author gave. */
    TOPIC,
    /** The middle part of the key. */
    DIMENSION,
    /** One list in the order of the keys. */
    NONE;

    /** Returns the heading that the tag stands under, if there are headings. */
    Optional<LocalizedText> heading(Tag tag) {
        return switch (this) {
            case TOPIC -> Optional.of(tag.topic());
            case DIMENSION -> Optional.of(LocalizedText.of(Locale.ENGLISH, tag.key().dimension()));
            case NONE -> Optional.empty();
        };
    }
}
