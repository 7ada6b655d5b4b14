package io.marquetry.effect.query;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.marquetry.base.Problem;
import io.marquetry.base.VisibleText;
import io.marquetry.effect.Absence;
import io.marquetry.effect.ColumnUse;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.ask.SourceQueries;
import io.marquetry.source.cell.CellParser;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** What the columns of a source tell, row by row as they lie there. */
final class ColumnsQuery {

    private final ProfileSource source;
    private final OutcomeMapping mapping;
    private final SourceQueries queries;
    private final Optional<EventStream> stream;

    ColumnsQuery(ProfileSource source, OutcomeMapping mapping, SourceQueries queries) {
        this.source = source;
        this.mapping = mapping;
        this.queries = queries;
        this.stream = mapping.layout().rows().map(this::stream);
    }

    /** Returns the table with the rows. */
    Table<?> rows() {
        return queries.table(source, stream.map(EventStream::table).orElse(model().table()));
    }

    /** Returns the rows, with the profiles that they are of where those tell something. */
    Table<?> told() {
        boolean ofProfiles =
                stream.isPresent()
                        && mapping.columns().values().stream()
                                .anyMatch(use -> isOfProfile(attribute(use.column())));
        return ofProfiles ? withProfiles(rows(), profile()) : rows();
    }

    /** Returns the table with events. */
    Table<?> table(EventStream events) {
        return queries.table(source, events.table());
    }

    /** Returns a table with the profiles of the rows, where the rows themselves are events. */
    Table<?> withProfiles(Table<?> rows, Name profile) {
        return stream.isEmpty()
                ? rows
                : rows.join(queries.table(source, model().table()))
                        .on(id(profile).eq(id(name(model().table(), model().idColumn()))));
    }

    /** Returns the column that tells whose the row is. */
    Field<?> who() {
        return stream.<Field<?>>map(s -> id(name(s.table(), s.profileColumn())))
                .orElseGet(() -> text(used(OutcomeRole.PROFILE)));
    }

    /** Returns the column with the key of a row's profile, where every row is one. */
    Field<String> key() {
        Optional<ColumnUse> told = mapping.column(OutcomeRole.PROFILE);
        // Where nobody stands twice the import made it the table's own key.
        return told.isPresent() && model().attribute(told.get().column()).isPresent()
                ? text(told.get())
                : DSL.field(name(model().table(), model().keyColumn()), SQLDataType.VARCHAR);
    }

    /** Returns whether a profile may be in several rows, where a row is a profile's. */
    boolean mayRepeat() {
        Optional<ColumnUse> told = mapping.column(OutcomeRole.PROFILE);
        return stream.isPresent()
                || (told.isPresent() && model().attribute(told.get().column()).isPresent());
    }

    /** Returns whose a row is, as text. */
    Field<String> whoseText() {
        if (stream.isPresent()) {
            return who().cast(SQLDataType.VARCHAR);
        }
        return mapping.column(OutcomeRole.PROFILE).isPresent()
                ? key()
                : DSL.field(name(model().table(), model().keyColumn()), SQLDataType.VARCHAR);
    }

    /** Returns the column that tells of a role, as it lies there. */
    Field<?> cell(OutcomeRole role) {
        return column(attribute(used(role).column()));
    }

    /** Returns the name of the column with the profile of a row. */
    Name profile() {
        return stream.map(s -> name(s.table(), s.profileColumn()))
                .orElseGet(() -> name(model().table(), model().idColumn()));
    }

    /** Returns what a row tells as text; NULL where it is missing. */
    Field<String> told(OutcomeRole role) {
        return mapping.column(role).map(this::text).orElseGet(() -> inline(""));
    }

    /** Returns the column of text that tells something. */
    Field<String> text(OutcomeRole role) {
        return text(used(role));
    }

    /** Returns the day of a row; empty where the outcomes do not tell. */
    Optional<Field<LocalDate>> day() {
        Optional<ColumnUse> use = mapping.column(OutcomeRole.WHEN);
        if (use.isPresent()) {
            Attribute attribute = attribute(use.get().column());
            return switch (attribute.type()) {
                case DATE, DATETIME -> Optional.of(column(attribute).cast(queries.day()));
                case TEXT, INTEGER, DECIMAL, BOOLEAN ->
                        throw Problem.of("problem.outcomes.noTime", attribute.name()).asException();
            };
        }
        return stream.map(
                s ->
                        queries.column(name(s.table(), s.timeColumn()), s.timeType())
                                .cast(queries.day()));
    }

    /** Returns whether a row tells of the role by a column. */
    Condition yes(OutcomeRole role) {
        ColumnUse use = used(role);
        if (use.equal().isPresent()) {
            return equal(use, use.equal().get());
        }
        Field<?> column = column(attribute(use.column()));
        return switch (attribute(use.column()).type()) {
            case BOOLEAN -> column.coerce(SQLDataType.BOOLEAN).eq(inline(true));
            case INTEGER, DECIMAL -> number(column).gt(inline(BigDecimal.ZERO));
            case DATE, DATETIME -> column.isNotNull();
            case TEXT ->
                    throw Problem.of("problem.outcomes.noCount", use.column(), word(role))
                            .asException();
        };
    }

    /** What a file calls yes or no is true or false once it was read. */
    private Condition equal(ColumnUse use, String word) {
        Attribute attribute = attribute(use.column());
        Boolean truth = CellParser.truth(word);
        return attribute.type() == AttributeType.BOOLEAN && truth != null
                ? column(attribute).coerce(SQLDataType.BOOLEAN).eq(inline(truth))
                : text(use).eq(val(VisibleText.of(word)));
    }

    /** Returns how often a row tells of the role by a column; NULL where it is missing. */
    Field<BigDecimal> amount(OutcomeRole role) {
        Field<?> column = column(attribute(used(role).column()));
        if (isNumber(role)) {
            return number(column);
        }
        return used(role).absent() == Absence.UNKNOWN
                ? when(column.isNotNull(), asNumber(yes(role)))
                : asNumber(yes(role));
    }

    /** Returns whether a column counts how often. */
    boolean isNumber(OutcomeRole role) {
        ColumnUse use = used(role);
        return use.equal().isEmpty()
                && switch (attribute(use.column()).type()) {
                    case INTEGER, DECIMAL -> true;
                    case TEXT, DATE, DATETIME, BOOLEAN -> false;
                };
    }

    /** Returns an amount of money of a row; NULL where it is missing, which adds nothing. */
    Field<BigDecimal> money(OutcomeRole role) {
        Optional<ColumnUse> use = mapping.column(role);
        if (use.isEmpty()) {
            return inline(BigDecimal.ZERO);
        }
        Attribute column = attribute(use.get().column());
        return switch (column.type()) {
            case INTEGER, DECIMAL -> number(column(column));
            case TEXT, DATE, DATETIME, BOOLEAN ->
                    throw Problem.of("problem.outcomes.noAmount", column.name()).asException();
        };
    }

    /** Returns the attribute by which rows can be divided. */
    Attribute attribute(String wanted) {
        return stream.flatMap(s -> s.field(wanted))
                .or(() -> source.model().attribute(wanted))
                .orElseThrow(
                        () ->
                                Problem.of("problem.effect.noAttribute", source.title(), wanted)
                                        .asException());
    }

    /** Returns whether the attribute is one of people, and the rows are in another table. */
    boolean isOfProfile(Attribute attribute) {
        return stream.isPresent() && stream.get().field(attribute.name()).isEmpty();
    }

    /** Returns the column of an attribute where it lies. */
    Field<?> column(Attribute attribute) {
        String table =
                stream.filter(s -> s.field(attribute.name()).isPresent())
                        .map(EventStream::table)
                        .orElse(model().table());
        return queries.column(name(table, attribute.column()), attribute.type());
    }

    /** Returns a field of events as text. */
    Field<String> field(EventStream events, String wanted) {
        Attribute field =
                events.field(wanted)
                        .orElseThrow(
                                () ->
                                        Problem.of(
                                                        "problem.outcomes.noField",
                                                        events.name(),
                                                        wanted)
                                                .asException());
        return text(
                queries.column(name(events.table(), field.column()), field.type()), field.type());
    }

    /** Returns the events of a name. */
    EventStream stream(String wanted) {
        return model().stream(wanted)
                .orElseThrow(
                        () ->
                                Problem.of("problem.outcomes.noStream", source.title(), wanted)
                                        .asException());
    }

    static Field<Long> id(Name column) {
        return DSL.field(column, SQLDataType.BIGINT);
    }

    static Field<BigDecimal> asNumber(Condition condition) {
        return when(condition, inline(BigDecimal.ONE)).otherwise(inline(BigDecimal.ZERO));
    }

    private ColumnUse used(OutcomeRole role) {
        return mapping.column(role)
                .orElseThrow(
                        () -> Problem.of("problem.outcomes.unmapped", word(role)).asException());
    }

    private Field<String> text(ColumnUse use) {
        Attribute attribute = attribute(use.column());
        return text(column(attribute), attribute.type());
    }

    private static Field<String> text(Field<?> column, AttributeType type) {
        return type == AttributeType.TEXT
                ? column.coerce(SQLDataType.VARCHAR)
                : column.cast(SQLDataType.VARCHAR);
    }

    private static Field<BigDecimal> number(Field<?> column) {
        return column.coerce(SQLDataType.NUMERIC);
    }

    private ProfileModel model() {
        return source.model();
    }

    private static String word(OutcomeRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
