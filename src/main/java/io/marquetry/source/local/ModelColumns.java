package io.marquetry.source.local;

import io.marquetry.source.Attribute;

import org.jooq.DataType;
import org.jooq.impl.SQLDataType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Gives the attributes of a table their columns. */
final class ModelColumns {

    static final String PROFILE = "PROFILE";
    static final String ORDINAL = "ORD";
    static final String KEY = "PROFILE_KEY";
    static final String EVENT_PROFILE = "PROFILE_ORD";
    static final String EVENT_TIME = "EVENT_TIME";

    static final DataType<Long> ORDINAL_TYPE = SQLDataType.BIGINT.notNull();
    static final DataType<String> KEY_TYPE =
            SQLDataType.VARCHAR(ProfileTable.LONGEST_KEY).notNull();

    private ModelColumns() {}

    /**
     * Returns the attributes for columns; one with a name in use gets another column.
     *
     * @param taken the table's other columns
     */
    static List<Attribute> attributes(List<ImportColumn> columns, Set<String> taken) {
        List<Attribute> attributes = new ArrayList<>();
        Set<String> names =
                columns.stream()
                        .map(ImportColumn::name)
                        .collect(java.util.stream.Collectors.toSet());
        for (ImportColumn column : columns) {
            String physical = column.name();
            while (taken.contains(physical)
                    || (!physical.equals(column.name()) && names.contains(physical))) {
                physical += "_";
            }
            attributes.add(new Attribute(column.name(), column.type(), physical));
        }
        return attributes;
    }

    /** Returns how the database keeps the values of a column. */
    static DataType<?> type(ImportColumn column) {
        return switch (column.type()) {
            case TEXT -> SQLDataType.VARCHAR;
            case INTEGER -> SQLDataType.BIGINT;
            case DECIMAL -> SQLDataType.NUMERIC(38, column.scale());
            case DATE -> SQLDataType.LOCALDATE;
            case DATETIME -> SQLDataType.LOCALDATETIME(6);
            case BOOLEAN -> SQLDataType.BOOLEAN;
        };
    }

    /** Returns the table's columns: those given, then one per attribute. */
    static List<TableWriter.Column> columns(
            List<TableWriter.Column> first,
            List<Attribute> attributes,
            List<ImportColumn> included) {
        List<TableWriter.Column> columns = new ArrayList<>(first);
        for (int i = 0; i < attributes.size(); i++) {
            columns.add(new TableWriter.Column(attributes.get(i).column(), type(included.get(i))));
        }
        return columns;
    }
}
