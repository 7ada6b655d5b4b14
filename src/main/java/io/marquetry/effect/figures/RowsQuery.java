package io.marquetry.effect.figures;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.marquetry.base.Problem;
import io.marquetry.effect.ColumnUse;
import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.query.SourceQueries;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The rows of outcomes as a table with one row per targeted profile, or per total, whatever the
 * layout is. Names come from the source's model only and are quoted; values are bound.
 */
final class RowsQuery {

    private static final String COLLAPSED = "COLLAPSED";
    private static final String ANSWERS = "ANSWERS";
    private static final String ANSWER_COUNT = "ANSWER_COUNT";
    private static final String WHO = "WHO";

    private final ProfileSource source;
    private final OutcomeMapping mapping;
    private final SourceQueries queries;
    private final Optional<EventStream> stream;

    RowsQuery(ProfileSource source, OutcomeMapping mapping, SourceQueries queries) {
        this.source = source;
        this.mapping = mapping;
        this.queries = queries;
        this.stream = mapping.layout().rows().map(this::stream);
    }

    /**
     * Returns the tables.
     *
     * @param attributes those by which the rows will be divided
     */
    Table<?> from(Collection<String> attributes) {
        return switch (mapping.layout()) {
            case OutcomeLayout.PerProfile _, OutcomeLayout.Totals _ -> base();
            case OutcomeLayout.Events events -> collapsed(events, attributes);
            case OutcomeLayout.Contacts contacts -> withAnswers(contacts);
        };
    }

    /** Returns the column that tells something as text; the empty text where there is none. */
    Field<String> told(OutcomeRole role) {
        if (mapping.column(role).isEmpty()) {
            return inline("");
        }
        return isCollapsed()
                ? field(name(COLLAPSED, role.name()), SQLDataType.VARCHAR)
                : coalesce(text(used(role)), inline(""));
    }

    /** Returns the day of a row; empty where the outcomes do not tell. */
    Optional<Field<LocalDate>> day() {
        if (isCollapsed()) {
            return time().map(t -> field(name(COLLAPSED, OutcomeRole.WHEN.name()), queries.day()));
        }
        return time().map(this::asDay);
    }

    /** Returns whether a row tells of the role; false where it is not recorded. */
    Condition yes(OutcomeRole role) {
        if (isCollapsed()) {
            return mapping.records(role)
                    ? field(name(COLLAPSED, role.name()), SQLDataType.NUMERIC).gt(BigDecimal.ZERO)
                    : DSL.falseCondition();
        }
        return mapping.column(role).map(use -> yes(role, use)).orElseGet(() -> answered(role));
    }

    /** Returns how often a row tells of the role, 0 where it is not recorded. */
    Field<BigDecimal> amount(OutcomeRole role) {
        if (!mapping.records(role)) {
            return inline(BigDecimal.ZERO);
        }
        if (isCollapsed()) {
            return field(name(COLLAPSED, role.name()), SQLDataType.NUMERIC);
        }
        return mapping.column(role)
                .map(use -> amount(role, use))
                .orElseGet(() -> role == OutcomeRole.HIT ? answers() : asNumber(answered(role)));
    }

    /** Returns an amount of money of a row; 0 where it is missing. */
    Field<BigDecimal> money(OutcomeRole role) {
        return isCollapsed()
                ? field(name(COLLAPSED, role.name()), SQLDataType.NUMERIC)
                : rowMoney(role);
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

    /** Returns the column of an attribute. */
    Field<?> column(Attribute attribute) {
        return isCollapsed() && !isOfProfile(attribute)
                ? queries.column(name(COLLAPSED, attribute.column()), attribute.type())
                : base(attribute);
    }

    private boolean isCollapsed() {
        return mapping.layout() instanceof OutcomeLayout.Events;
    }

    /** Whether the attribute is one of people, and the rows are in another table. */
    private boolean isOfProfile(Attribute attribute) {
        return stream.isPresent() && stream.get().field(attribute.name()).isEmpty();
    }

    private Table<?> base() {
        Table<Record> profiles = table(name(model().table()));
        if (stream.isEmpty()) {
            return profiles;
        }
        EventStream events = stream.get();
        return table(name(events.table()))
                .join(profiles)
                .on(
                        id(name(events.table(), events.profileColumn()))
                                .eq(id(name(model().table(), model().idColumn()))));
    }

    private Table<?> collapsed(OutcomeLayout.Events events, Collection<String> attributes) {
        Field<?> who =
                stream.isPresent()
                        ? id(name(stream.get().table(), stream.get().profileColumn())).as(WHO)
                        : text(used(OutcomeRole.PROFILE)).as(WHO);
        List<Field<?>> keys = new ArrayList<>();
        List<Field<?>> selected = new ArrayList<>();
        keys.add(who);
        for (OutcomeRole role : OutcomeRole.values()) {
            switch (role) {
                case PACKAGE, VERSION, ARM, CHANNEL, ASSET ->
                        mapping.column(role)
                                .ifPresent(
                                        use ->
                                                keys.add(
                                                        coalesce(text(use), inline(""))
                                                                .as(role.name())));
                case SENT, DELIVERED, HIT, CONVERTED ->
                        Optional.ofNullable(events.kinds().get(role))
                                .ifPresent(kind -> selected.add(happened(kind).as(role.name())));
                case REVENUE, COST -> selected.add(sum(rowMoney(role)).as(role.name()));
                case WHEN -> time().ifPresent(t -> selected.add(min(asDay(t)).as(role.name())));
                case PROFILE, TARGETED, EVENT -> {}
            }
        }
        attributes.stream()
                .map(this::attribute)
                .filter(a -> !isOfProfile(a))
                .forEach(a -> selected.add(min(base(a)).as(name(a.column()))));
        List<Field<?>> all = new ArrayList<>(keys);
        all.addAll(selected);
        Table<?> rows =
                stream.isPresent()
                        ? table(name(stream.get().table()))
                        : table(name(model().table()));
        Table<?> collapsed =
                select(all)
                        .from(rows)
                        .groupBy(keys.stream().map(RowsQuery::unnamed).toList())
                        .asTable(name(COLLAPSED));
        return stream.isEmpty()
                ? collapsed
                : collapsed
                        .join(table(name(model().table())))
                        .on(
                                id(name(COLLAPSED, WHO))
                                        .eq(id(name(model().table(), model().idColumn()))));
    }

    private Table<?> withAnswers(OutcomeLayout.Contacts contacts) {
        EventStream asked = stream(contacts.stream());
        EventStream answering = stream(contacts.responses());
        List<Field<?>> keys = new ArrayList<>();
        keys.add(id(name(answering.table(), answering.profileColumn())).as(WHO));
        Condition same = id(name(ANSWERS, WHO)).eq(id(name(asked.table(), asked.profileColumn())));
        for (String match : contacts.match()) {
            Field<String> there = text(answering.table(), fieldOf(answering, match));
            Field<String> here = text(asked.table(), fieldOf(asked, match));
            String alias = "MATCH_" + keys.size();
            keys.add(there.as(alias));
            same = same.and(DSL.field(name(ANSWERS, alias), SQLDataType.VARCHAR).eq(here));
        }
        List<Field<?>> all = new ArrayList<>(keys);
        all.add(count().as(ANSWER_COUNT));
        return base().leftJoin(
                        select(all)
                                .from(table(name(answering.table())))
                                .groupBy(keys.stream().map(RowsQuery::unnamed).toList())
                                .asTable(name(ANSWERS)))
                .on(same);
    }

    private static Field<?> unnamed(Field<?> aliased) {
        return aliased instanceof org.jooq.impl.QOM.FieldAlias<?> alias
                ? alias.$aliased()
                : aliased;
    }

    private Field<BigDecimal> happened(String kind) {
        return sum(
                when(text(used(OutcomeRole.EVENT)).eq(val(kind)), inline(BigDecimal.ONE))
                        .otherwise(inline(BigDecimal.ZERO)));
    }

    private Field<BigDecimal> answers() {
        return coalesce(
                DSL.field(name(ANSWERS, ANSWER_COUNT), SQLDataType.NUMERIC),
                inline(BigDecimal.ZERO));
    }

    private Condition answered(OutcomeRole role) {
        return mapping.records(role)
                ? DSL.field(name(ANSWERS, ANSWER_COUNT), SQLDataType.NUMERIC).gt(BigDecimal.ZERO)
                : DSL.falseCondition();
    }

    private Condition yes(OutcomeRole role, ColumnUse use) {
        if (use.equal().isPresent()) {
            return text(use).eq(val(use.equal().get()));
        }
        Field<?> column = base(attribute(use.column()));
        return switch (attribute(use.column()).type()) {
            case BOOLEAN -> column.coerce(SQLDataType.BOOLEAN).eq(inline(true));
            case INTEGER, DECIMAL -> number(column).gt(inline(BigDecimal.ZERO));
            case DATE, DATETIME -> column.isNotNull();
            case TEXT ->
                    throw Problem.of(
                                    "problem.outcomes.noCount",
                                    use.column(),
                                    role.name().toLowerCase(java.util.Locale.ROOT))
                            .asException();
        };
    }

    private Field<BigDecimal> amount(OutcomeRole role, ColumnUse use) {
        boolean counts =
                use.equal().isEmpty()
                        && switch (attribute(use.column()).type()) {
                            case INTEGER, DECIMAL -> true;
                            case TEXT, DATE, DATETIME, BOOLEAN -> false;
                        };
        return counts
                ? coalesce(number(base(attribute(use.column()))), inline(BigDecimal.ZERO))
                : asNumber(yes(role, use));
    }

    private static Field<BigDecimal> asNumber(Condition condition) {
        return when(condition, inline(BigDecimal.ONE)).otherwise(inline(BigDecimal.ZERO));
    }

    private Field<BigDecimal> rowMoney(OutcomeRole role) {
        Optional<ColumnUse> use = mapping.column(role);
        if (use.isEmpty()) {
            return inline(BigDecimal.ZERO);
        }
        Attribute column = attribute(use.get().column());
        return switch (column.type()) {
            case INTEGER, DECIMAL -> coalesce(number(base(column)), inline(BigDecimal.ZERO));
            case TEXT, DATE, DATETIME, BOOLEAN ->
                    throw Problem.of("problem.outcomes.noAmount", column.name()).asException();
        };
    }

    private static Field<BigDecimal> number(Field<?> column) {
        return column.coerce(SQLDataType.NUMERIC);
    }

    private ColumnUse used(OutcomeRole role) {
        return mapping.column(role)
                .orElseThrow(
                        () ->
                                Problem.of(
                                                "problem.outcomes.unmapped",
                                                role.name().toLowerCase(java.util.Locale.ROOT))
                                        .asException());
    }

    private Field<String> text(ColumnUse use) {
        Attribute attribute = attribute(use.column());
        return text(base(attribute), attribute.type());
    }

    private Field<String> text(String table, Attribute attribute) {
        return text(
                queries.column(name(table, attribute.column()), attribute.type()),
                attribute.type());
    }

    private static Field<String> text(Field<?> column, AttributeType type) {
        return type == AttributeType.TEXT
                ? column.coerce(SQLDataType.VARCHAR)
                : column.cast(SQLDataType.VARCHAR);
    }

    private Field<LocalDate> asDay(Field<?> time) {
        return time.cast(queries.day());
    }

    private Optional<Field<?>> time() {
        Optional<ColumnUse> use = mapping.column(OutcomeRole.WHEN);
        if (use.isPresent()) {
            Attribute attribute = attribute(use.get().column());
            return switch (attribute.type()) {
                case DATE, DATETIME -> Optional.of(base(attribute));
                case TEXT, INTEGER, DECIMAL, BOOLEAN ->
                        throw Problem.of("problem.outcomes.noTime", attribute.name()).asException();
            };
        }
        return stream.map(s -> queries.column(name(s.table(), s.timeColumn()), s.timeType()));
    }

    private Field<?> base(Attribute attribute) {
        String table =
                stream.filter(s -> s.field(attribute.name()).isPresent())
                        .map(EventStream::table)
                        .orElse(model().table());
        return queries.column(name(table, attribute.column()), attribute.type());
    }

    private static Field<Long> id(Name column) {
        return DSL.field(column, SQLDataType.BIGINT);
    }

    private EventStream stream(String wanted) {
        return model().stream(wanted)
                .orElseThrow(
                        () ->
                                Problem.of("problem.outcomes.noStream", source.title(), wanted)
                                        .asException());
    }

    private Attribute fieldOf(EventStream in, String wanted) {
        return in.field(wanted)
                .orElseThrow(
                        () ->
                                Problem.of("problem.outcomes.noField", in.name(), wanted)
                                        .asException());
    }

    private ProfileModel model() {
        return source.model();
    }
}
