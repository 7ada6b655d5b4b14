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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * Asks for many rules at once: each row brings the answers of eight rules in a byte, and Java turns
 * rows of bits into bitmaps. See docs/adr for the forms that were measured.
 */
final class DuckMembershipPass implements MembershipPass {

    // What one query may keep: answers here, aggregates of events in the database.
    private static final long ANSWER_BYTES = 512L << 20;
    private static final long AGGREGATE_BYTES = 1L << 30;
    private static final long CELL_BYTES = 256L << 20;
    private static final long FEWEST_AT_ONCE = 1 << 17;
    private static final int BYTES_PER_AGGREGATE = 24;
    private static final int MOST_COLUMNS = 64;

    private final ProfileSource source;
    private final LocalDatabase database;
    private final LocalDate today;
    private final long aggregateBytes;
    private final long fewestAtOnce;
    private final long cellBytes;

    DuckMembershipPass(ProfileSource source, LocalDatabase database, LocalDate today) {
        this(source, database, today, AGGREGATE_BYTES, FEWEST_AT_ONCE, CELL_BYTES);
    }

    DuckMembershipPass(
            ProfileSource source,
            LocalDatabase database,
            LocalDate today,
            long aggregateBytes,
            long fewestAtOnce,
            long cellBytes) {
        this.source = source;
        this.database = database;
        this.today = today;
        this.aggregateBytes = aggregateBytes;
        this.fewestAtOnce = fewestAtOnce;
        this.cellBytes = cellBytes;
    }

    @Override
    public List<long[]> memberships(
            List<TagRule> rules, TagCatalog tags, LongConsumer read, CancelSignal signal) {
        RuleParts apart = new RuleParts(tags);
        List<TagRule> distinct = rules.stream().distinct().toList();
        Set<TagRule> all = new HashSet<>();
        distinct.forEach(rule -> all.addAll(apart.of(rule)));
        AtomicLong count = new AtomicLong();
        LongConsumer answered = more -> read.accept(count.addAndGet(more) / all.size());
        long most = Math.max(1, ANSWER_BYTES / Math.max(1, source.profiles() / Byte.SIZE));
        Map<TagRule, long[]> found = new HashMap<>();
        int done = 0;
        while (done < distinct.size()) {
            int first = done;
            Set<TagRule> parts = new LinkedHashSet<>();
            do {
                parts.addAll(apart.of(distinct.get(done)));
                done++;
            } while (done < distinct.size() && parts.size() < most);
            Map<TagRule, long[]> answers = answers(parts, apart, tags, answered, signal);
            for (TagRule rule : distinct.subList(first, done)) {
                found.put(rule, apart.join(rule, answers, source.profiles()));
            }
        }
        return rules.stream().map(rule -> Objects.requireNonNull(found.get(rule))).toList();
    }

    /** Returns who satisfies rules that need not be taken apart. */
    private Map<TagRule, long[]> answers(
            Set<TagRule> parts,
            RuleParts apart,
            TagCatalog tags,
            LongConsumer answered,
            CancelSignal signal) {
        List<TagRule.Events> events = new ArrayList<>();
        parts.forEach(part -> {
            if (part instanceof TagRule.Events rule) {
                events.add(rule);
            }
        });
        Map<TagRule, long[]> found =
                new DuckEventPass(source, database, tags, today, cellBytes)
                        .members(events, answered, signal);
        // Apart: a join with events would carry the answers of all other rules through.
        Map<Boolean, List<TagRule>> left =
                parts.stream()
                        .filter(part -> !found.containsKey(part))
                        .collect(Collectors.partitioningBy(apart::hasEvents));
        for (List<TagRule> rules : left.values()) {
            int done = 0;
            while (done < rules.size()) {
                int more = batch(rules.subList(done, rules.size()), tags, found, signal);
                answered.accept(more * source.profiles());
                done += more;
            }
        }
        return found;
    }

    /** Answers as many of the rules as one query should; returns how many. */
    private int batch(
            List<TagRule> rules, TagCatalog tags, Map<TagRule, long[]> found, CancelSignal signal) {
        JoinedEvents events = new JoinedEvents(source.model(), database.operands(today));
        List<Condition> conditions = conditions(rules, tags, events);
        List<long[]> words = new ArrayList<>();
        for (TagRule rule : rules.subList(0, conditions.size())) {
            long[] own = new long[Math.toIntExact((source.profiles() + 63) >>> 6)];
            found.put(rule, own);
            words.add(own);
        }
        long range = range(events.aggregates());
        for (long from = 0; from < source.profiles(); from += range) {
            OrdinalRange part = new OrdinalRange(from, Math.min(source.profiles(), from + range));
            BitRows rows = new BitRows(words, part.from(), part.size());
            database.chunks(
                    ask ->
                            ask.select(answers(conditions))
                                    .from(events.table(within(part)))
                                    .where(
                                            within(part)
                                                    .map(r -> r.holds(id()))
                                                    .orElseGet(DSL::noCondition)),
                    rows::add,
                    signal);
            rows.finish();
        }
        return conditions.size();
    }

    /** Returns the conditions of as many rules as one query should answer. */
    private List<Condition> conditions(List<TagRule> rules, TagCatalog tags, JoinedEvents events) {
        RuleConditions conditions =
                new RuleConditions(source.model(), tags, database.operands(today), events);
        return rules.stream().limit(MOST_COLUMNS * AnswerBytes.BITS).map(conditions::of).toList();
    }

    /**
     * Returns how many profiles to ask for at once, so that what the database keeps of their events
     * fits: a part of the rules instead would read all events again for each part.
     */
    private long range(int aggregates) {
        long profiles = Math.max(1, source.profiles());
        if (aggregates == 0) {
            return profiles;
        }
        long fitting =
                Math.min(
                        aggregateBytes / ((long) aggregates * BYTES_PER_AGGREGATE),
                        ANSWER_BYTES / MOST_COLUMNS);
        return Math.min(profiles, Math.max(fewestAtOnce, fitting & -Long.SIZE));
    }

    private Optional<OrdinalRange> within(OrdinalRange part) {
        return part.size() == source.profiles() ? Optional.empty() : Optional.of(part);
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
