package io.marquetry.ui.common.file;

import java.util.List;

/**
 * What a file holds that is to be written or read.
 *
 * @param title what the dialog that asks for it is called
 * @param words the kind in words, for the dialog's filter
 * @param endings of the names of such files, without the dot; one that is written gets the first
 */
public record FileKind(String title, String words, List<String> endings) {

    /** Copies the endings. */
    public FileKind {
        endings = List.copyOf(endings);
    }

    /** Makes a kind of files that have one of these endings. */
    public FileKind(String title, String words, String... endings) {
        this(title, words, List.of(endings));
    }

    /** Returns the ending of a file that is written. */
    public String ending() {
        return endings.getFirst();
    }
}
