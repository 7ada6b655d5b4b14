package io.marquetry.source.query;

import io.marquetry.base.CancelSignal;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.columns.Workers;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Answers single event rules: the database finds the events that count, and Java, which has a place
 * for each profile, adds them up. Grouping them in the database costs about ten times as much.
 */
final class DuckEventPass {

    private static final int WORKERS = 2;
    // Profiles that are worth a query of their own.
    private static final long FEWEST_AT_ONCE = 1 << 17;

    private final ProfileSource source;
    private final LocalDatabase database;
    private final Operands operands;
    private final RuleConditions conditions;
    private final long cellBytes;

    /**
     * Prepares to ask.
     *
     * @param cellBytes what the cells of all profiles that are asked for at a time may take
     */
    DuckEventPass(
            ProfileSource source,
            LocalDatabase database,
            TagCatalog tags,
            LocalDate today,
            long cellBytes) {
        this.source = source;
        this.database = database;
        this.operands = database.operands(today);
        this.conditions = new RuleConditions(source.model(), tags, operands);
        this.cellBytes = cellBytes;
    }

    /**
     * Returns for each rule one bit per profile; leaves out the rules whose events do not come to
     * whole numbers of 64 bits.
     *
     * @param answered is told how many more answers there are, of one rule and one profile each, on
     *     any thread
     */
    Map<TagRule, long[]> members(
            List<TagRule.Events> rules, LongConsumer answered, CancelSignal signal) {
        int words = Math.toIntExact(wholeWords(source.profiles()) >>> 6);
        Map<String, StreamQuestion> questions = new LinkedHashMap<>();
        for (TagRule.Events rule : rules) {
            questions
                    .computeIfAbsent(
                            rule.stream(),
                            name ->
                                    new StreamQuestion(
                                            source.model().stream(name).orElseThrow(),
                                            operands,
                                            conditions,
                                            words))
                    .add(rule);
        }
        Map<TagRule, long[]> found = new HashMap<>();
        for (StreamQuestion question : questions.values()) {
            List<Reduction> reductions = question.reductions();
            if (!reductions.isEmpty()) {
                ask(question, answered, signal);
            }
            for (Reduction reduction : reductions) {
                if (!reduction.isBeyond()) {
                    reduction.tests().forEach(test -> found.put(test.rule(), test.members()));
                }
            }
        }
        return found;
    }

    private void ask(StreamQuestion question, LongConsumer answered, CancelSignal signal) {
        int workers =
                switch (source.place()) {
                    case SourcePlace.Sealed sealed -> WORKERS;
                    // A view that joins: each query would join for itself.
                    case SourcePlace.InPlace inPlace -> 1;
                };
        List<OrdinalRange> ranges = ranges(question.reductions().size(), workers);
        new Workers(workers)
                .run(
                        ranges.size(),
                        (stop, number) -> {
                            OrdinalRange range = ranges.get(number);
                            EventCells cells = new EventCells(question, range);
                            database.chunks(ask -> question.query(ask, range), cells::add, stop);
                            cells.answer();
                            answered.accept(range.size() * question.rules());
                        },
                        signal);
    }

    /** Divides the profiles so that the cells fit, and so that all workers have something to do. */
    private List<OrdinalRange> ranges(int reductions, int workers) {
        long profiles = source.profiles();
        long fitting = cellBytes / workers / ((long) Long.BYTES * reductions);
        long shared = Math.max(FEWEST_AT_ONCE, (profiles + workers - 1) / workers);
        long size = Math.max(Long.SIZE, Math.min(fitting & -Long.SIZE, wholeWords(shared)));
        List<OrdinalRange> ranges = new ArrayList<>();
        for (long from = 0; from < profiles; from += size) {
            ranges.add(new OrdinalRange(from, Math.min(profiles, from + size)));
        }
        return ranges;
    }

    private static long wholeWords(long profiles) {
        return profiles + Long.SIZE - 1 & -Long.SIZE;
    }
}
