package io.marquetry.source;

import java.util.List;
import java.util.Optional;

/**
 * What was decided of one column of a table on a server. A column of which nothing was decided is
 * used as it is there, and is for what its name says.
 *
 * @param column its exact name
 * @param used whether rules, messages and reports know it
 * @param asText whether its whole numbers are names, such as those of shops, and no amounts
 * @param purpose what it is for when messages go out
 */
public record ColumnChoice(String column, boolean used, boolean asText, ColumnPurpose purpose) {

    /** Returns what is proposed of a column. */
    public static ColumnChoice proposed(String column, AttributeType type) {
        return new ColumnChoice(column, true, false, ColumnPurpose.of(column, type));
    }

    /** Returns what was decided of a column; empty where nothing was. */
    public static Optional<ColumnChoice> of(List<ColumnChoice> decided, String column) {
        return decided.stream().filter(one -> one.column.equals(column)).findFirst();
    }

    /** Returns whether the column is used where these were decided. */
    public static boolean isUsed(List<ColumnChoice> decided, String column) {
        return of(decided, column).map(ColumnChoice::used).orElse(true);
    }

    /** Returns what the column is compared as where these were decided. */
    public static AttributeType type(List<ColumnChoice> decided, String column, AttributeType own) {
        return own == AttributeType.INTEGER
                        && of(decided, column).filter(ColumnChoice::asText).isPresent()
                ? AttributeType.TEXT
                : own;
    }
}
