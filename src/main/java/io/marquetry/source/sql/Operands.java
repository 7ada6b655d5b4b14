package io.marquetry.source.sql;

import io.marquetry.source.Attribute;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.SelectLimitStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/** Makes operands of the columns of one open source. */
public final class Operands {

    private final Dialect dialect;
    private final Function<Name, NumberKind> numbers;
    private final Function<String, Table<?>> tables;
    private final LocalDate today;

    /**
     * Makes operands for an engine; relative days count from {@code today}.
     *
     * @param numbers how it keeps the numbers of each column, by table and column
     * @param tables how a query names a table of the model
     */
    public Operands(
            Dialect dialect,
            Function<Name, NumberKind> numbers,
            Function<String, Table<?>> tables,
            LocalDate today) {
        this.dialect = dialect;
        this.numbers = numbers;
        this.tables = tables;
        this.today = today;
    }

    /** Returns the day that relative days count from. */
    public LocalDate today() {
        return today;
    }

    /** Returns a table of the model as a query names it. */
    public Table<?> table(String name) {
        return tables.apply(name);
    }

    /** Makes the operand for a column of a table. */
    public Operand of(String table, Attribute attribute) {
        Name column = DSL.name(table, attribute.column());
        return switch (attribute.type()) {
            case TEXT -> new Operand.OfText(DSL.field(column, SQLDataType.VARCHAR), dialect);
            // Whole numbers, too: a bound 2.5 must not be rounded to the column's type.
            case INTEGER, DECIMAL ->
                    new Operand.OfNumber(
                            DSL.field(column, SQLDataType.NUMERIC), numbers.apply(column), dialect);
            case DATE -> new Operand.OfDay(DSL.field(column, JavaTimeBinding.DAY), today, dialect);
            case DATETIME ->
                    new Operand.OfMoment(DSL.field(column, JavaTimeBinding.MOMENT), today, dialect);
            case BOOLEAN -> new Operand.OfTruth(DSL.field(column, SQLDataType.BOOLEAN));
        };
    }

    /** Returns the number of rows for which a condition holds. */
    public Field<Long> countWhere(Condition condition) {
        return dialect.countWhere(condition);
    }

    /** Returns a table of conditions that are found once for each row before it. */
    Optional<Table<?>> foundOnce(SelectLimitStep<?> conditions, Name name) {
        return dialect.foundOnce(conditions, name);
    }

    /** Returns whether a query that a statement names, and asks twice, is carried out once. */
    public boolean keepsNamedQueries() {
        return dialect.keepsNamedQueries();
    }

    /** Returns whether profiles that are alike are counted together soonest. */
    public boolean countsAlike() {
        return dialect.countsAlike();
    }

    /** Makes the operand for how many rows there are. */
    public Operand count() {
        return new Operand.OfNumber(
                DSL.count().coerce(SQLDataType.NUMERIC), dialect.counts(), dialect);
    }

    /** Makes the operand for how many rows satisfy a condition. */
    public Operand count(Condition condition) {
        Field<Integer> counted = DSL.count(DSL.when(condition, DSL.inline(1)));
        return new Operand.OfNumber(counted.coerce(SQLDataType.NUMERIC), dialect.counts(), dialect);
    }
}
