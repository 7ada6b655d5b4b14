package io.marquetry.source.engine.duckdb;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Workers;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.engine.jdbc.OpenSource;
import io.marquetry.source.sql.Operands;
import io.marquetry.source.sql.OrdinalRange;
import io.marquetry.source.sql.RuleConditions;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;

import java.time.LocalDate;
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

    private final ProfileSource source;
    private final OpenSource database;
    private final Operands operands;
    private final RuleConditions conditions;
    private final DuckEffort effort;

    DuckEventPass(
            ProfileSource source,
            OpenSource database,
            TagCatalog tags,
            LocalDate today,
            DuckEffort effort) {
        this.source = source;
        this.database = database;
        this.operands = database.operands(today);
        this.conditions = new RuleConditions(source.model(), tags, operands);
        this.effort = effort;
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
        int words = Math.toIntExact((source.profiles() + 63) >>> 6);
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
        List<OrdinalRange> ranges =
                OrdinalRange.divide(source.profiles(), range(question.reductions().size()));
        new Workers(effort.workers())
                .run(
                        ranges.size(),
                        (stop, number) -> {
                            OrdinalRange range = ranges.get(number);
                            EventCells cells = new EventCells(question, range);
                            DuckChunks.read(
                                    database, ask -> question.query(ask, range), cells::add, stop);
                            cells.answer();
                            answered.accept(range.size() * question.rules());
                        },
                        signal);
    }

    /** Returns how many profiles to ask for at once, so that the cells of all workers fit. */
    private long range(int reductions) {
        return Math.min(
                effort.cellBytes() / effort.workers() / ((long) Long.BYTES * reductions),
                OrdinalRange.share(source.profiles(), effort.workers(), effort.fewestProfiles()));
    }
}
