package io.marquetry.sample.generated;

import io.marquetry.base.LocalizedText;

import java.util.List;

/**
 * A value of an attribute and how people call it.
 *
 * @param value as it stands in the source; lower-case letters, digits and underscores
 */
record Word(String value, LocalizedText name) {

    /** Returns the value without what a tag's key cannot hold. */
    String keyPart() {
        return value.replace("_", "");
    }

    /** Reads a list: a value, its English and its Chinese name, one word a line. */
    static List<Word> list(String lines) {
        return lines.lines()
                .map(line -> line.split("; ", -1))
                .map(part -> new Word(part[0], LocalizedText.of(part[1], part[2])))
                .toList();
    }
}
