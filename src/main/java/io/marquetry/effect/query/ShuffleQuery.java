package io.marquetry.effect.query;

import io.marquetry.source.sql.Dialect;

import org.jooq.CaseConditionStep;
import org.jooq.Field;
import org.jooq.impl.DSL;

import java.util.Iterator;
import java.util.Map;

/**
 * Puts people into arms by lot, whatever arm they were in: the same people in the same arms for the
 * same seed, in every engine, with as many people in each arm as there are, but for chance.
 *
 * @param sizes how many people each arm has; one at least
 */
public record ShuffleQuery(Map<String, Long> sizes, int seed) {

    private static final int DIGITS = 8;
    private static final long LOTS = 1L << (4 * DIGITS);

    /**
     * Returns the arm by lot.
     *
     * @param dialect of the engine that draws
     * @param whose the person of a row, as text
     * @param told the arm that the row tells; rows that tell none stay in none
     */
    Field<String> arm(Dialect dialect, Field<String> whose, Field<String> told) {
        // A digest is the same everywhere; a database's own chance is not.
        Field<String> lot =
                DSL.left(
                        DSL.lower(dialect.md5(DSL.concat(whose, DSL.inline("/" + seed)))),
                        DSL.inline(DIGITS));
        long all = sizes.values().stream().mapToLong(Long::longValue).sum();
        CaseConditionStep<String> arms =
                DSL.when(DSL.trim(DSL.coalesce(told, DSL.inline(""))).eq(""), told);
        long so = 0;
        Iterator<Map.Entry<String, Long>> each = sizes.entrySet().iterator();
        while (true) {
            Map.Entry<String, Long> arm = each.next();
            if (!each.hasNext()) {
                return arms.otherwise(DSL.val(arm.getKey()));
            }
            so += arm.getValue();
            long bound = Math.round((double) so / all * LOTS);
            arms = arms.when(lot.lt(DSL.inline(hex(bound))), DSL.val(arm.getKey()));
        }
    }

    private static String hex(long bound) {
        return bound >= LOTS ? "g" : "%08x".formatted(bound);
    }
}
