package io.marquetry.handoff.enclose;

import io.marquetry.audience.AudienceSql;

import java.util.Optional;

/**
 * What a document shall hand over beside what its version says.
 *
 * @param recipients how the keys of those who are addressed are written into a file of their own;
 *     empty: not at all
 * @param sql whose SQL shall say whom the audience addresses; empty: nobody's
 * @param readable whether each value of the document stands on a line of its own, for people; its
 *     hash is the same, for that is taken over the canonical form
 */
public record Wanted(
        Optional<Form> recipients, Optional<AudienceSql.Engine> sql, boolean readable) {

    /** How the file of recipients is written. */
    public enum Form {
        /** A column {@code key} with its name; CRLF at the end of lines. */
        CSV("csv"),
        /** A line {@code {"key":"…"}} for each. */
        JSONL("jsonl"),
        /** A Parquet file with the one column {@code key}. */
        PARQUET("parquet");

        private final String ending;

        Form(String ending) {
            this.ending = ending;
        }

        /** Returns how the names of such files end. */
        public String ending() {
            return ending;
        }
    }
}
