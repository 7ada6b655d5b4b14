package io.marquetry.ui.compose.palette;

import io.marquetry.base.LocalizedText;
import io.marquetry.source.Attribute;
import io.marquetry.tag.Tag;

/** One line of the palette. */
public sealed interface PaletteRow {

    /** The name of the group of tags that follow. */
    record Heading(LocalizedText name) implements PaletteRow {}

    /** A tag that can be dragged out. */
    record Entry(Tag tag) implements PaletteRow {}

    /** A column of the source, to make a condition on. */
    record Column(Attribute attribute) implements PaletteRow {}

    /**
     * Opens and closes the columns of the source.
     *
     * @param columns how many there are
     * @param open whether they are shown below
     */
    record Columns(long columns, boolean open) implements PaletteRow {}

    /**
     * Opens and closes the tags that cannot work on the source.
     *
     * @param tags how many there are
     * @param open whether they are shown below
     */
    record Fold(long tags, boolean open) implements PaletteRow {}
}
