package io.marquetry.source.engine.duckdb;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Workers;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.engine.jdbc.OpenSource;
import io.marquetry.source.sql.JoinedEvents;
import io.marquetry.source.sql.OrdinalRange;
import io.marquetry.source.sql.RuleConditions;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Answers rules in rows, one a profile: each brings the answers of eight rules in a byte, and Java
 * turns rows of bits into bitmaps. See docs/adr for the forms that were measured.
 */
final class DuckRowPass {

    private static final int BYTES_PER_AGGREGATE = 24;
    private static final int MAX_COLUMNS = 64;

    private final ProfileSource source;
    private final OpenSource database;
    private final TagCatalog tags;
    private final LocalDate today;
    private final DuckEffort effort;

    DuckRowPass(
            ProfileSource source,
            OpenSource database,
            TagCatalog tags,
            LocalDate today,
            DuckEffort effort) {
        this.source = source;
        this.database = database;
        this.tags = tags;
        this.today = today;
        this.effort = effort;
    }

    /**
     * Adds who satisfies the rules, one bit per profile.
     *
     * @param rules all of them on events, or none: a join with events would carry the answers of
     *     all other rules through
     * @param answered is told how many more answers there are, of one rule and one profile each
     */
    void add(
            List<TagRule> rules,
            Map<TagRule, long[]> found,
            LongConsumer answered,
            CancelSignal signal) {
        int most = MAX_COLUMNS * AnswerBytes.BITS;
        for (int from = 0; from < rules.size(); from += most) {
            List<TagRule> some = rules.subList(from, Math.min(rules.size(), from + most));
            batch(some, found, answered, signal);
        }
    }

    private void batch(
            List<TagRule> rules,
            Map<TagRule, long[]> found,
            LongConsumer answered,
            CancelSignal signal) {
        JoinedEvents events = new JoinedEvents(source.model(), database.operands(today));
        RuleConditions conditions =
                new RuleConditions(source.model(), tags, database.operands(today), events);
        List<Condition> asked = rules.stream().map(conditions::of).toList();
        List<long[]> words = new ArrayList<>();
        for (TagRule rule : rules) {
            long[] own = new long[Math.toIntExact((source.profiles() + 63) >>> 6)];
            found.put(rule, own);
            words.add(own);
        }
        List<OrdinalRange> ranges =
                OrdinalRange.divide(source.profiles(), range(events.aggregates()));
        int workers = events.aggregates() == 0 ? effort.workers() : 1;
        new Workers(workers)
                .run(
                        ranges.size(),
                        (stop, number) -> {
                            OrdinalRange range = ranges.get(number);
                            ask(asked, events, range, words, stop);
                            answered.accept(range.size() * rules.size());
                        },
                        signal);
    }

    private void ask(
            List<Condition> conditions,
            JoinedEvents events,
            OrdinalRange range,
            List<long[]> words,
            CancelSignal signal) {
        Optional<OrdinalRange> within =
                range.size() == source.profiles() ? Optional.empty() : Optional.of(range);
        BitRows rows = new BitRows(words, range.from(), range.size());
        DuckChunks.read(
                database,
                ask ->
                        ask.select(answers(conditions))
                                .from(events.table(within))
                                .where(within.map(r -> r.holds(id())).orElseGet(DSL::noCondition)),
                rows::add,
                signal);
        rows.finish();
    }

    /**
     * Returns how many profiles to ask for at once, so that what the database keeps of their events
     * fits: a part of the rules instead would read all events again for each part.
     */
    private long range(int aggregates) {
        long profiles = source.profiles();
        return aggregates == 0
                ? OrdinalRange.share(profiles, effort.workers(), effort.fewestProfiles())
                : Math.max(
                        effort.fewestProfiles(),
                        Math.min(
                                effort.aggregateBytes() / ((long) aggregates * BYTES_PER_AGGREGATE),
                                effort.answerBytes() / MAX_COLUMNS));
    }

    private List<Field<?>> answers(List<Condition> conditions) {
        List<Field<?>> fields = new ArrayList<>();
        fields.add(id());
        fields.addAll(AnswerBytes.of(conditions));
        return fields;
    }

    private Field<Long> id() {
        return DSL.field(
                DSL.name(source.model().table(), source.model().idColumn()), SQLDataType.BIGINT);
    }
}
