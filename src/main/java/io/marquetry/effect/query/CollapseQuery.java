package io.marquetry.effect.query;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.source.Attribute;
import io.marquetry.source.EventStream;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes one row per targeted profile of many, as a table of its own with a column per role. Rows
 * are grouped, never joined with each other, so that it takes one pass in any engine.
 */
final class CollapseQuery {

    /** The name of the table that it makes. */
    static final String COLLAPSED = "COLLAPSED";

    /** The column with the profile. */
    static final String WHO = "WHO";

    private static final String BOTH = "BOTH_SIDES";
    private static final String ASKED = "ASKED";
    private static final String ANSWERED = "ANSWERED";
    private static final List<OutcomeRole> TOLD =
            List.of(
                    OutcomeRole.PACKAGE,
                    OutcomeRole.VERSION,
                    OutcomeRole.ARM,
                    OutcomeRole.CHANNEL,
                    OutcomeRole.ASSET);

    private static final List<OutcomeRole> STEPS =
            List.of(
                    OutcomeRole.SENT,
                    OutcomeRole.DELIVERED,
                    OutcomeRole.HIT,
                    OutcomeRole.CONVERTED);

    private final ColumnsQuery columns;
    private final OutcomeMapping mapping;

    CollapseQuery(ColumnsQuery columns, OutcomeMapping mapping) {
        this.columns = columns;
        this.mapping = mapping;
    }

    /** Returns the name of the column that tells of a role. */
    static String told(OutcomeRole role) {
        return "TOLD_" + role.name();
    }

    /** Returns the name of the column with an attribute. */
    static String divided(Attribute attribute) {
        return "BY_" + attribute.column();
    }

    /** All events of one profile, package, version, arm, channel and asset are one row. */
    Table<?> events(OutcomeLayout.Events layout, Collection<String> attributes) {
        List<Field<?>> keys = new ArrayList<>();
        List<Field<?>> selected = new ArrayList<>();
        keys.add(columns.who());
        selected.add(columns.who().as(WHO));
        for (OutcomeRole role : TOLD) {
            if (mapping.column(role).isPresent()) {
                keys.add(columns.told(role));
                selected.add(columns.told(role).as(told(role)));
            }
        }
        for (OutcomeRole role : STEPS) {
            if (layout.kinds().containsKey(role)) {
                selected.add(sum(happened(layout.kinds().get(role))).as(told(role)));
            } else if (mapping.records(role)) {
                selected.add(sum(columns.amount(role)).as(told(role)));
            }
        }
        for (OutcomeRole role : List.of(OutcomeRole.REVENUE, OutcomeRole.COST)) {
            if (mapping.records(role)) {
                selected.add(sum(columns.money(role)).as(told(role)));
            }
        }
        columns.day().ifPresent(day -> selected.add(min(day).as(told(OutcomeRole.WHEN))));
        if (mapping.records(OutcomeRole.BEFORE)) {
            // Known before the send, it is the same in all events of a profile.
            selected.add(max(columns.money(OutcomeRole.BEFORE)).as(told(OutcomeRole.BEFORE)));
        }
        own(attributes).forEach(a -> selected.add(min(columns.column(a)).as(name(divided(a)))));
        return select(selected)
                .from(columns.told())
                .groupBy(keys)
                .having(targeted(layout))
                .asTable(name(COLLAPSED));
    }

    /**
     * Targeted is to whom something was sent, or who was put into an arm; where packages are told,
     * into an arm of one. What else happened makes nobody a target.
     */
    private Condition targeted(OutcomeLayout.Events layout) {
        Condition sent =
                Stream.of(OutcomeRole.SENT, OutcomeRole.DELIVERED)
                        .filter(mapping::records)
                        .findFirst()
                        .map(role -> isAbove(layout, role))
                        .orElseGet(
                                () ->
                                        DSL.or(
                                                layout.kinds().keySet().stream()
                                                        .map(role -> isAbove(layout, role))
                                                        .toList()));
        if (mapping.column(OutcomeRole.ARM).isEmpty()) {
            return sent;
        }
        Condition assigned = max(columns.told(OutcomeRole.ARM)).isNotNull();
        return sent.or(
                mapping.column(OutcomeRole.PACKAGE).isPresent()
                        ? assigned.and(max(columns.told(OutcomeRole.PACKAGE)).isNotNull())
                        : assigned);
    }

    private Condition isAbove(OutcomeLayout.Events layout, OutcomeRole role) {
        String word = layout.kinds().get(role);
        Field<BigDecimal> happened = word == null ? columns.amount(role) : happened(word);
        return sum(happened).gt(inline(BigDecimal.ZERO));
    }

    /** All contacts of one profile with the same matching fields are one row, with its answers. */
    Table<?> contacts(OutcomeLayout.Contacts layout, Collection<String> attributes) {
        EventStream answering = columns.stream(layout.responses());
        EventStream asking = columns.stream(layout.stream());
        List<Field<?>> contact = new ArrayList<>();
        List<Field<?>> answer = new ArrayList<>();
        List<Field<?>> result = new ArrayList<>();
        List<Field<?>> keys = new ArrayList<>();
        both(
                WHO,
                columns.who(),
                ColumnsQuery.id(name(answering.table(), answering.profileColumn())),
                contact,
                answer);
        Field<Long> who = field(name(BOTH, WHO), SQLDataType.BIGINT);
        keys.add(who);
        result.add(who.as(WHO));
        for (String match : layout.match()) {
            String alias = "MATCH_" + contact.size();
            both(
                    alias,
                    columns.field(asking, match),
                    columns.field(answering, match),
                    contact,
                    answer);
            keys.add(field(name(BOTH, alias), SQLDataType.VARCHAR));
        }
        for (OutcomeRole role : TOLD) {
            if (mapping.column(role).isPresent()) {
                oneSided(told(role), columns.told(role), contact, answer, result);
            }
        }
        for (OutcomeRole role : List.of(OutcomeRole.SENT, OutcomeRole.DELIVERED)) {
            if (mapping.records(role)) {
                oneSided(told(role), columns.amount(role), contact, answer, result);
            }
        }
        for (OutcomeRole role : List.of(OutcomeRole.REVENUE, OutcomeRole.COST)) {
            if (mapping.records(role)) {
                oneSided(told(role), columns.money(role), contact, answer, result);
            }
        }
        if (mapping.records(OutcomeRole.BEFORE)) {
            oneSided(
                    told(OutcomeRole.BEFORE),
                    columns.money(OutcomeRole.BEFORE),
                    contact,
                    answer,
                    result);
        }
        columns.day()
                .ifPresent(day -> oneSided(told(OutcomeRole.WHEN), day, contact, answer, result));
        own(attributes)
                .forEach(a -> oneSided(divided(a), columns.column(a), contact, answer, result));
        both(ASKED, inline(1), inline(0), contact, answer);
        both(ANSWERED, inline(0), inline(1), contact, answer);
        Field<BigDecimal> answers = sum(field(name(BOTH, ANSWERED), SQLDataType.NUMERIC));
        result.add(answers.as(told(OutcomeRole.HIT)));
        result.add(
                max(field(name(BOTH, ANSWERED), SQLDataType.NUMERIC))
                        .as(told(OutcomeRole.CONVERTED)));
        Condition asked = max(field(name(BOTH, ASKED), SQLDataType.INTEGER)).eq(inline(1));
        Table<Record> sides =
                select(contact)
                        .from(columns.told())
                        .unionAll(select(answer).from(columns.table(answering)))
                        .asTable(name(BOTH));
        return select(result).from(sides).groupBy(keys).having(asked).asTable(name(COLLAPSED));
    }

    private List<Attribute> own(Collection<String> attributes) {
        return attributes.stream()
                .map(columns::attribute)
                .filter(a -> !columns.isOfProfile(a))
                .toList();
    }

    private Field<BigDecimal> happened(String word) {
        return ColumnsQuery.asNumber(columns.text(OutcomeRole.EVENT).eq(val(word)));
    }

    private static void both(
            String alias,
            Field<?> here,
            Field<?> there,
            List<Field<?>> contact,
            List<Field<?>> answer) {
        contact.add(here.as(name(alias)));
        answer.add(there.as(name(alias)));
    }

    /** Takes the least of the contacts; answers do not tell. */
    private static <T> void oneSided(
            String alias,
            Field<T> here,
            List<Field<?>> contact,
            List<Field<?>> answer,
            List<Field<?>> result) {
        contact.add(here.as(name(alias)));
        answer.add(DSL.castNull(here.getDataType()).as(name(alias)));
        result.add(min(DSL.field(name(BOTH, alias), here.getDataType())).as(name(alias)));
    }
}
