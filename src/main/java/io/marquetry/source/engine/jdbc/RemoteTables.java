package io.marquetry.source.engine.jdbc;

import io.marquetry.base.Problem;
import io.marquetry.source.AttributeType;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.sql.NumberKind;

import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.DSL;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tables of a model, each as a query that brings its columns into one form; the server takes
 * such a query apart again, so it costs nothing.
 */
final class RemoteTables {

    private final Map<String, Table<?>> tables = new LinkedHashMap<>();
    private final Map<Name, NumberKind> numbers = new HashMap<>();
    private final Map<String, List<Name>> columns = new HashMap<>();

    /**
     * Looks the columns of a model up.
     *
     * @throws io.marquetry.base.ProblemException if a table or column is not there, or of another
     *     type than it was
     */
    static RemoteTables of(
            String title, ProfileModel model, SourcePlace.Remote place, RemoteCatalog catalog) {
        RemoteTables made = new RemoteTables();
        Map<String, Map<String, RemoteColumn>> found = new HashMap<>();
        for (SourcePlace.RemoteTable table : place.tables()) {
            Map<String, RemoteColumn> columns = new LinkedHashMap<>();
            catalog.columns(table.schema(), table.table())
                    .forEach(column -> columns.put(column.name(), column));
            if (columns.isEmpty()) {
                throw Problem.of("problem.remote.noTable", title, shown(table)).asException();
            }
            found.put(table.name(), columns);
        }
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put(model.table(), model.keyColumn());
        model.streams().forEach(stream -> keys.put(stream.table(), stream.profileColumn()));
        // Keys that are not numbers everywhere are compared as texts everywhere.
        boolean texts =
                keys.entrySet().stream()
                        .anyMatch(
                                key ->
                                        type(found, key.getKey(), key.getValue())
                                                != AttributeType.INTEGER);
        for (SourcePlace.RemoteTable table : place.tables()) {
            Map<String, RemoteColumn> columns = found.getOrDefault(table.name(), Map.of());
            List<Field<?>> fields = new ArrayList<>();
            for (Map.Entry<String, AttributeType> used : used(model, table.name()).entrySet()) {
                RemoteColumn column = columns.get(used.getKey());
                boolean key = used.getKey().equals(keys.get(table.name()));
                boolean named = !key && column != null && isNamed(column, used.getValue());
                if (column == null
                        || !key
                                && !named
                                && column.attributeType()
                                        .filter(used.getValue()::equals)
                                        .isEmpty()) {
                    throw Problem.of("problem.remote.noColumn", title, used.getKey(), shown(table))
                            .asException();
                }
                Field<?> value = named || key && texts ? column.text() : column.value(place.zone());
                fields.add(value.as(DSL.name(column.name())));
                made.numbers.put(DSL.name(table.name(), column.name()), column.numbers());
            }
            made.columns.put(table.name(), fields.stream().map(Field::getUnqualifiedName).toList());
            made.tables.put(
                    table.name(),
                    DSL.select(fields)
                            .from(DSL.table(DSL.name(table.schema(), table.table())))
                            .asTable(DSL.name(table.name())));
        }
        return made;
    }

    /** Returns a table of the model as a query names it. */
    Table<?> table(String name) {
        Table<?> table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("no table " + name);
        }
        return table;
    }

    /** Returns the names of the columns of a table of the model. */
    List<Name> columns(String name) {
        return columns.getOrDefault(name, List.of());
    }

    /** Returns the names of all tables of the model. */
    Set<String> names() {
        return tables.keySet();
    }

    /** Returns how the numbers of a column are kept. */
    NumberKind numbers(Name column) {
        NumberKind kind = numbers.get(column);
        if (kind == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        return kind;
    }

    /** Returns whether the whole numbers of a column are used as names. */
    private static boolean isNamed(RemoteColumn column, AttributeType used) {
        return used == AttributeType.TEXT
                && column.attributeType().filter(own -> own == AttributeType.INTEGER).isPresent();
    }

    /**
     * Returns the columns of a table of the model that the model uses, with what it takes them for.
     */
    static Map<String, AttributeType> used(ProfileModel model, String table) {
        Map<String, AttributeType> used = new LinkedHashMap<>();
        if (table.equals(model.table())) {
            used.put(model.keyColumn(), AttributeType.TEXT);
            model.attributes().forEach(a -> used.putIfAbsent(a.column(), a.type()));
        }
        for (EventStream stream : model.streams()) {
            if (table.equals(stream.table())) {
                used.put(stream.profileColumn(), AttributeType.TEXT);
                used.put(stream.timeColumn(), stream.timeType());
                stream.fields().forEach(a -> used.putIfAbsent(a.column(), a.type()));
            }
        }
        return used;
    }

    private static AttributeType type(
            Map<String, Map<String, RemoteColumn>> found, String table, String column) {
        RemoteColumn known = found.getOrDefault(table, Map.of()).get(column);
        return known == null
                ? AttributeType.TEXT
                : known.attributeType().orElse(AttributeType.TEXT);
    }

    /** Returns the name of a table with its schema, for people. */
    static String shown(SourcePlace.RemoteTable table) {
        return table.schema() + "." + table.table();
    }
}
