package io.marquetry.source.file;

import io.marquetry.base.NameList;
import io.marquetry.base.Problem;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;

/** Finds what names the profiles of a data file, and refuses names that are missing or shared. */
public final class DataKeys {

    private final DSLContext sql;
    private final DataFile file;
    private final DataRows rows;

    /** Makes the keys of rows that are open on a connection. */
    public DataKeys(Connection connection, DataFile file, DataRows rows) {
        this.sql = DuckSettings.checking(connection);
        this.file = file;
        this.rows = rows;
    }

    /**
     * Returns the profiles' key.
     *
     * @param column the column with it; empty: the number of the row, from 1
     * @throws io.marquetry.base.ProblemException if the column is not there, or a row has no key,
     *     or two have the same
     */
    public Field<String> of(Optional<String> column) {
        Field<String> key = unchecked(column);
        if (column.isPresent()) {
            refuseMissing(column.get(), key);
            refuseShared(column.get(), key);
        }
        return key;
    }

    /**
     * Returns the profiles' key where it was checked before.
     *
     * @throws io.marquetry.base.ProblemException if the column is not there
     */
    public Field<String> unchecked(Optional<String> column) {
        if (column.isEmpty()) {
            return rows.number().plus(DSL.inline(1L)).cast(SQLDataType.VARCHAR);
        }
        List<DataColumn> columns = rows.columns();
        DataColumn found =
                columns.stream()
                        .filter(c -> c.name().equals(column.get()) && c.type().isPresent())
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        Problem.of(
                                                        "problem.import.noColumn",
                                                        file.label(),
                                                        column.get(),
                                                        names(columns))
                                                .asException());
        return rows.value(found).cast(SQLDataType.VARCHAR);
    }

    private void refuseMissing(String column, Field<String> key) {
        Condition missing = DSL.or(List.of(key.isNull(), key.eq("")));
        Record2<Integer, Long> found =
                sql.select(DSL.count(), DSL.min(rows.number()))
                        .from(rows.rows())
                        .where(missing)
                        .fetchSingle();
        if (found.value1() > 0) {
            throw Problem.of(
                            "problem.datafile.noKey",
                            file.label(),
                            column,
                            found.value1(),
                            found.value2() + 1)
                    .asException();
        }
    }

    private void refuseShared(String column, Field<String> key) {
        sql.select(key, DSL.min(rows.number()), DSL.max(rows.number()))
                .from(rows.rows())
                .groupBy(key)
                .having(DSL.count().gt(1))
                .orderBy(DSL.min(rows.number()))
                .limit(1)
                .fetchOptional()
                .ifPresent(
                        shared -> {
                            throw Problem.of(
                                            "problem.datafile.sameKey",
                                            file.label(),
                                            column,
                                            shared.value1(),
                                            shared.value2() + 1,
                                            shared.value3() + 1)
                                    .asException();
                        });
    }

    private static String names(List<DataColumn> columns) {
        return NameList.of(columns.stream().map(DataColumn::name).toList());
    }
}
