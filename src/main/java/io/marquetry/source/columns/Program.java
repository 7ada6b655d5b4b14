package io.marquetry.source.columns;

import java.util.List;

/**
 * The steps that work out all rules over one table, and the columns that they rest on.
 *
 * @param names the columns' exact names
 */
record Program(List<Step> steps, List<String> names, List<Column> columns) {

    /** Copies the lists. */
    Program {
        steps = List.copyOf(steps);
        names = List.copyOf(names);
        columns = List.copyOf(columns);
    }
}
