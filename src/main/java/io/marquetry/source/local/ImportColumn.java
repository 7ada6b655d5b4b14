package io.marquetry.source.local;

import io.marquetry.base.NameList;
import io.marquetry.base.Problem;
import io.marquetry.source.AttributeType;
import io.marquetry.source.csv.DateOrder;
import io.marquetry.source.csv.InspectedColumn;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What to make of one column of a file.
 *
 * @param name how rules will call it; not blank
 * @param dates how it writes days, where it holds any
 * @param scale digits after the point, for DECIMAL; 0 to 38
 * @param missing the texts that mean "no value" besides the empty one, exact
 * @param included whether it becomes an attribute
 */
public record ImportColumn(
        String name,
        AttributeType type,
        DateOrder dates,
        int scale,
        Set<String> missing,
        boolean included) {

    /** Copies the texts in order and refuses a blank name and an impossible scale. */
    public ImportColumn {
        missing = java.util.Collections.unmodifiableSet(new TreeSet<>(missing));
        if (name.isBlank() || scale < 0 || scale > 38) {
            throw new IllegalArgumentException("not a column: " + name + ", scale " + scale);
        }
    }

    /** Makes an included column with no marker of its own; not for decimals. */
    public static ImportColumn of(String name, AttributeType type) {
        return new ImportColumn(name, type, DateOrder.YEAR_FIRST, 0, Set.of(), true);
    }

    /** Makes an included column of decimals with no marker of its own. */
    public static ImportColumn decimal(String name, int scale) {
        return new ImportColumn(
                name, AttributeType.DECIMAL, DateOrder.YEAR_FIRST, scale, Set.of(), true);
    }

    /** Makes the column that an inspection proposes. */
    public static ImportColumn of(InspectedColumn column, Set<String> missing) {
        return new ImportColumn(
                column.name(), column.type(), column.dates(), column.scale(), missing, true);
    }

    /** Returns this column with another type. */
    public ImportColumn withType(AttributeType other) {
        return new ImportColumn(name, other, dates, scale, missing, included);
    }

    /** Returns this column with days written in another way. */
    public ImportColumn withDates(DateOrder other) {
        return new ImportColumn(name, type, other, scale, missing, included);
    }

    /** Returns this column with other texts that mean "no value". */
    public ImportColumn withMissing(Set<String> other) {
        return new ImportColumn(name, type, dates, scale, other, included);
    }

    /** Returns this column with or without becoming an attribute. */
    public ImportColumn withIncluded(boolean other) {
        return new ImportColumn(name, type, dates, scale, missing, other);
    }

    /**
     * Returns where the column with a name stands.
     *
     * @param file what people call the file
     * @throws io.marquetry.base.ProblemException if there is none
     */
    public static int position(String file, List<ImportColumn> columns, String name) {
        List<String> names = columns.stream().map(ImportColumn::name).toList();
        int position = names.indexOf(name);
        if (position < 0) {
            throw Problem.of("problem.import.noColumn", file, name, NameList.of(names))
                    .asException();
        }
        return position;
    }
}
