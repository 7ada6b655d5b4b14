package io.marquetry.effect.query;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import io.marquetry.base.Problem;
import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.source.Attribute;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.ask.SourceQueries;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/**
 * The rows of outcomes as a table with one row per targeted profile, or per total, whatever the
 * layout is. Names come from the source's model only and are quoted; values are bound.
 */
final class RowsQuery {

    private final OutcomeMapping mapping;
    private final SourceQueries queries;
    private final ColumnsQuery columns;
    private final boolean collapsed;

    RowsQuery(ProfileSource source, OutcomeMapping mapping, SourceQueries queries) {
        this.mapping = mapping;
        this.queries = queries;
        this.columns = new ColumnsQuery(source, mapping, queries);
        this.collapsed =
                switch (mapping.layout()) {
                    case OutcomeLayout.PerProfile _, OutcomeLayout.Totals _ -> false;
                    case OutcomeLayout.Events _, OutcomeLayout.Contacts _ -> true;
                };
    }

    /**
     * Returns the tables.
     *
     * @param attributes those by which the rows will be divided
     */
    Table<?> from(Collection<String> attributes) {
        CollapseQuery collapse = new CollapseQuery(columns, mapping);
        Table<?> rows =
                switch (mapping.layout()) {
                    case OutcomeLayout.PerProfile _, OutcomeLayout.Totals _ -> columns.rows();
                    case OutcomeLayout.Events events -> collapse.events(events, attributes);
                    case OutcomeLayout.Contacts contacts -> collapse.contacts(contacts, attributes);
                };
        return columns.withProfiles(
                rows,
                collapsed ? name(CollapseQuery.COLLAPSED, CollapseQuery.WHO) : columns.profile());
    }

    /**
     * Returns the column with the key of the row's profile.
     *
     * @throws io.marquetry.base.ProblemException if the rows do not tell whose they are
     */
    Field<String> profileKey() {
        return switch (mapping.layout()) {
            case OutcomeLayout.PerProfile(Optional<String> stream) when stream.isEmpty() ->
                    columns.key();
            case OutcomeLayout.Events(Optional<String> stream, _) when stream.isEmpty() ->
                    field(name(CollapseQuery.COLLAPSED, CollapseQuery.WHO), SQLDataType.VARCHAR);
            case OutcomeLayout.PerProfile _,
                    OutcomeLayout.Totals _,
                    OutcomeLayout.Events _,
                    OutcomeLayout.Contacts _ ->
                    throw Problem.of("problem.effect.nobodysRows").asException();
        };
    }

    /** Returns whether somebody may be in several rows. */
    boolean mayRepeat() {
        return switch (mapping.layout()) {
            case OutcomeLayout.PerProfile _ -> columns.mayRepeat();
            case OutcomeLayout.Totals _ -> false;
            case OutcomeLayout.Events _, OutcomeLayout.Contacts _ -> true;
        };
    }

    /** Returns whose a row is, as text. */
    Field<String> whoseText() {
        return collapsed
                ? field(name(CollapseQuery.COLLAPSED, CollapseQuery.WHO)).cast(SQLDataType.VARCHAR)
                : columns.whoseText();
    }

    /** Returns the column that tells something as text; the empty text where no column does. */
    Field<String> told(OutcomeRole role) {
        return collapsed && mapping.column(role).isPresent()
                ? field(made(role), SQLDataType.VARCHAR)
                : columns.told(role);
    }

    /** Returns the day of a row; empty where the outcomes do not tell. */
    Optional<Field<LocalDate>> day() {
        Optional<Field<LocalDate>> day = columns.day();
        return collapsed ? day.map(d -> field(made(OutcomeRole.WHEN), queries.day())) : day;
    }

    /** Returns whether a row tells of the role; false where it is not recorded. */
    Condition yes(OutcomeRole role) {
        if (!mapping.records(role)) {
            return DSL.falseCondition();
        }
        return collapsed ? number(role).gt(inline(BigDecimal.ZERO)) : columns.yes(role);
    }

    /**
     * Returns how often a row tells of the role; 0 where no column does, NULL where it is missing.
     */
    Field<BigDecimal> amount(OutcomeRole role) {
        if (!mapping.records(role)) {
            return inline(BigDecimal.ZERO);
        }
        return collapsed ? number(role) : columns.amount(role);
    }

    /** Returns whether a row can tell of the role more than once. */
    boolean isCounted(OutcomeRole role) {
        return mapping.records(role) && (collapsed || columns.isNumber(role));
    }

    /** Returns what was measured before the send; 0 where it is missing. */
    Field<BigDecimal> before() {
        Field<BigDecimal> told =
                collapsed ? number(OutcomeRole.BEFORE) : columns.money(OutcomeRole.BEFORE);
        return DSL.coalesce(told, inline(BigDecimal.ZERO));
    }

    /** Returns an amount of money of a row; NULL where it is missing, which adds nothing. */
    Field<BigDecimal> money(OutcomeRole role) {
        return collapsed && mapping.records(role) ? number(role) : columns.money(role);
    }

    /** Returns the attribute by which rows can be divided. */
    Attribute attribute(String wanted) {
        return columns.attribute(wanted);
    }

    /** Returns the column of an attribute. */
    Field<?> column(Attribute attribute) {
        return collapsed && !columns.isOfProfile(attribute)
                ? queries.column(
                        name(CollapseQuery.COLLAPSED, CollapseQuery.divided(attribute)),
                        attribute.type())
                : columns.column(attribute);
    }

    private static Field<BigDecimal> number(OutcomeRole role) {
        return field(made(role), SQLDataType.NUMERIC);
    }

    private static org.jooq.Name made(OutcomeRole role) {
        return name(CollapseQuery.COLLAPSED, CollapseQuery.told(role));
    }
}
