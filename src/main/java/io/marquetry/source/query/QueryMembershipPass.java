package io.marquetry.source.query;

import io.marquetry.base.CancelSignal;
import io.marquetry.source.ProfileSource;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.time.LocalDate;
import java.util.List;
import java.util.function.LongConsumer;

/** Asks rule after rule who satisfies it. */
final class QueryMembershipPass implements MembershipPass {

    private final ProfileSource source;
    private final LocalDatabase database;
    private final LocalDate today;

    QueryMembershipPass(ProfileSource source, LocalDatabase database, LocalDate today) {
        this.source = source;
        this.database = database;
        this.today = today;
    }

    @Override
    public List<long[]> memberships(
            List<TagRule> rules, TagCatalog tags, LongConsumer read, CancelSignal signal) {
        RuleConditions conditions =
                new RuleConditions(source.model(), tags, database.operands(today));
        return rules.stream().map(rule -> words(conditions.of(rule), signal)).toList();
    }

    private long[] words(Condition condition, CancelSignal signal) {
        Field<Integer> id = DSL.field(DSL.name(source.model().idColumn()), SQLDataType.INTEGER);
        long[] words = new long[Math.toIntExact((source.profiles() + 63) >>> 6)];
        database.each(
                ask ->
                        ask.select(id)
                                .from(DSL.table(DSL.name(source.model().table())))
                                .where(condition),
                row -> words[row.value1() >>> 6] |= 1L << row.value1(),
                signal);
        return words;
    }
}
