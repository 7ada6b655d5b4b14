package io.marquetry.source.local.rejected;

import io.marquetry.base.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A row that was not taken.
 *
 * @param label the file's name
 * @param line the line of the file it starts on, from 1
 * @param reason why not
 * @param raw the row as the file has it, cut after 10,000 characters
 */
public record RejectedRow(String label, long line, Problem reason, String raw) {

    private static final String HIDDEN = "…";

    /** Reasons that name a value first; the others name the column first, and then the value. */
    private static final Set<String> VALUE_FIRST =
            Set.of("problem.row.sameKey", "problem.row.again");

    /** Returns the reason without what the row holds, for logs that many people read. */
    public Problem reasonWithoutValues() {
        List<Object> args = new ArrayList<>(reason.args());
        for (int i = VALUE_FIRST.contains(reason.key()) ? 0 : 1;
                i < Math.min(2, args.size());
                i++) {
            if (args.get(i) instanceof String) {
                args.set(i, HIDDEN);
            }
        }
        return new Problem(reason.key(), args);
    }
}
