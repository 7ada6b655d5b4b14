package io.marquetry.source.local;

import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.local.write.TableColumn;
import io.marquetry.source.plan.ImportColumn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Gives the attributes of a table their columns. */
final class ModelColumns {

    static final String PROFILE = "PROFILE";
    static final String ORDINAL = "ORD";
    static final String KEY = "PROFILE_KEY";
    static final String EVENT_PROFILE = "PROFILE_ORD";
    static final String EVENT_TIME = "EVENT_TIME";

    static final List<TableColumn> PROFILE_START =
            List.of(required(ORDINAL, AttributeType.INTEGER), required(KEY, AttributeType.TEXT));

    private ModelColumns() {}

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Returns the first columns of a table of events. */
    static List<TableColumn> eventStart(AttributeType timeType) {
        return List.of(
                required(EVENT_PROFILE, AttributeType.INTEGER), required(EVENT_TIME, timeType));
    }

    /**
     * Returns the attributes for columns; one with a name in use gets another column.
     *
     * @param taken the table's other columns
     */
    static List<Attribute> attributes(List<ImportColumn> columns, Set<String> taken) {
        List<Attribute> attributes = new ArrayList<>();
        // DuckDB does not tell the letter case of names apart.
        Set<String> names = new HashSet<>();
        columns.forEach(column -> names.add(folded(column.name())));
        Set<String> used = new HashSet<>();
        taken.forEach(name -> used.add(folded(name)));
        for (ImportColumn column : columns) {
            String physical = column.name();
            while (used.contains(folded(physical))
                    || (!physical.equals(column.name()) && names.contains(folded(physical)))) {
                physical += "_";
            }
            used.add(folded(physical));
            attributes.add(new Attribute(column.name(), column.type(), physical));
        }
        return attributes;
    }

    private static TableColumn required(String name, AttributeType type) {
        return new TableColumn(name, type, 0, true);
    }

    /** Returns the table's columns: those given, then one per attribute. */
    static List<TableColumn> columns(
            List<TableColumn> first, List<Attribute> attributes, List<ImportColumn> included) {
        List<TableColumn> columns = new ArrayList<>(first);
        for (int i = 0; i < attributes.size(); i++) {
            ImportColumn column = included.get(i);
            columns.add(
                    new TableColumn(
                            attributes.get(i).column(), column.type(), column.scale(), false));
        }
        return columns;
    }
}
