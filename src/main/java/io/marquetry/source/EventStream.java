package io.marquetry.source;

import java.util.List;
import java.util.Optional;

/**
 * A kind of event that profiles have, for example purchases.
 *
 * @param name how rules call it, exact
 * @param table the exact name of the table behind it
 * @param profileColumn the column with the profile's id, of the type of the profile table's id
 * @param timeColumn the column with the event's time; of type DATE or DATETIME
 * @param timeType the type of the time column
 * @param fields what rules can sum, compare and filter by
 */
public record EventStream(
        String name,
        String table,
        String profileColumn,
        String timeColumn,
        AttributeType timeType,
        List<Attribute> fields) {

    /** Copies the fields. */
    public EventStream {
        fields = List.copyOf(fields);
    }

    /** Returns the field with the name, if there is one. */
    public Optional<Attribute> field(String wanted) {
        return fields.stream().filter(f -> f.name().equals(wanted)).findFirst();
    }
}
