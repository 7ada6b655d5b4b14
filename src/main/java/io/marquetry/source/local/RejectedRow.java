package io.marquetry.source.local;

import io.marquetry.base.Problem;

/**
 * A row that was not taken.
 *
 * @param label the file's name
 * @param line the line of the file it starts on, from 1
 * @param reason why not
 * @param raw the row as the file has it, cut after 10,000 characters
 */
public record RejectedRow(String label, long line, Problem reason, String raw) {}
