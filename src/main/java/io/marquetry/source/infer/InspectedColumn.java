package io.marquetry.source.infer;

import io.marquetry.base.Problem;
import io.marquetry.source.AttributeType;
import io.marquetry.source.cell.DateForm;
import io.marquetry.source.cell.NumberForm;

import java.util.List;
import java.util.Optional;

/**
 * What reading a whole column showed.
 *
 * @param type the narrowest type that all its values have
 * @param dates how it writes days, where it holds any; empty: nobody can tell
 * @param numbers how it writes numbers, where it holds any; empty: nobody can tell
 * @param zoned whether it holds times with an offset
 * @param scale the most digits after the point among its numbers, 0 to 38
 * @param filled rows with a value
 * @param missing rows without one
 * @param values the first distinct values, at most {@link #MAX_VALUES}
 * @param mails whether its values are mail addresses, whose letter case says nothing
 * @param unnamed whether it has no name in the file
 * @param wrong rows whose value is not of the type that people said; they will be rejected
 * @param why what keeps it from being more than text, where most of it looks like more
 * @param odd the first values that keep it so: they may mean "no value"
 */
public record InspectedColumn(
        String name,
        AttributeType type,
        Optional<DateForm> dates,
        Optional<NumberForm> numbers,
        boolean zoned,
        int scale,
        long filled,
        long missing,
        List<String> values,
        boolean mails,
        boolean unnamed,
        long wrong,
        Optional<Problem> why,
        List<String> odd) {

    /** How many distinct values are told: all, where a column holds words. */
    public static final int MAX_VALUES = 40;

    private static final int EXAMPLES = 5;

    /** Copies the values. */
    public InspectedColumn {
        values = List.copyOf(values);
        odd = List.copyOf(odd);
    }

    /** Returns a few values. */
    public List<String> examples() {
        return values.subList(0, Math.min(EXAMPLES, values.size()));
    }

    /** Returns whether there is nothing in it, not even a name. */
    public boolean isNothing() {
        return unnamed && filled == 0;
    }
}
