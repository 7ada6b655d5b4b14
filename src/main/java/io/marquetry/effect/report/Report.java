package io.marquetry.effect.report;

import io.marquetry.base.Texts;

import java.util.List;

/**
 * What packages achieved, to take along: the same for paper and for a browser.
 *
 * @param about what it tells of, in one line
 * @param texts the language that it is written in
 */
public record Report(String title, String about, Texts texts, List<ReportPart> blocks) {

    /** Copies the blocks. */
    public Report {
        blocks = List.copyOf(blocks);
    }
}
