package io.marquetry.source.csv;

/**
 * How a file's bytes become text.
 *
 * @param guessed whether the bytes do not prove it
 */
record FoundEncoding(CsvEncoding encoding, boolean guessed) {}
