package io.marquetry.ui.common.file;

import java.util.List;
import java.util.Optional;

/**
 * What a file holds that is to be written or read.
 *
 * @param title what the dialog that asks for it is called
 * @param words the kind in words, for the dialog's filter
 * @param endings of the names of such files, without the dot; one that is written gets the first
 * @param any the words for a second filter, which lets all files be chosen; empty: there is none
 */
public record FileKind(String title, String words, List<String> endings, Optional<String> any) {

    /** Copies the endings. */
    public FileKind {
        endings = List.copyOf(endings);
    }

    /** Makes a kind of files that have one of these endings. */
    public FileKind(String title, String words, String... endings) {
        this(title, words, List.of(endings), Optional.empty());
    }

    /** Returns the kind with a second filter, which lets all files be chosen. */
    public FileKind orAny(String filter) {
        return new FileKind(title, words, endings, Optional.of(filter));
    }

    /** Returns the ending of a file that is written. */
    public String ending() {
        return endings.getFirst();
    }
}
