package io.marquetry.ui.common.file;

/**
 * What a file is to hold.
 *
 * @param title what the dialog that asks for it is called
 * @param words the kind in words, for the dialog's filter
 * @param ending of the file's name, without the dot
 */
public record FileKind(String title, String words, String ending) {}
