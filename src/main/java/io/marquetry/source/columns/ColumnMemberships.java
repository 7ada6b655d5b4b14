package io.marquetry.source.columns;

import io.marquetry.base.CancelSignal;
import io.marquetry.source.ProfileModel;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Finds out who satisfies which rules by reading each table that they need once.
 *
 * <p>Every cell becomes a small code at once, so neither the profiles nor their texts are held; of
 * events only the codes, a bounded number at a time.
 */
public final class ColumnMemberships {

    private final TableRows rows;
    private final ProfileModel model;
    private final int profiles;
    private final TagCatalog tags;
    private final LocalDate today;
    private final Effort effort;

    /**
     * Prepares to read.
     *
     * @param profiles how many there are; their ordinals run from 0 without gaps
     * @param today what relative days count from
     */
    public ColumnMemberships(
            TableRows rows,
            ProfileModel model,
            int profiles,
            TagCatalog tags,
            LocalDate today,
            Effort effort) {
        this.rows = rows;
        this.model = model;
        this.profiles = profiles;
        this.tags = tags;
        this.today = today;
        this.effort = effort;
    }

    /**
     * Returns for each rule one bit per profile, in words of 64; bits behind the last are 0.
     *
     * @param rules rules that fit the model
     * @param read is told how far it is, in profiles, now and then, on any thread
     * @throws CancelSignal.Cancelled if the signal stopped it
     */
    public List<long[]> of(List<TagRule> rules, LongConsumer read, CancelSignal signal) {
        Map<String, StreamPlan> streams = new LinkedHashMap<>();
        Map<TagRule.Events, Integer> numbers = new HashMap<>();
        List<long[]> inputs = new ArrayList<>();
        Steps steps =
                new Steps(
                        model::attribute,
                        rule -> {
                            Integer known = numbers.get(rule);
                            if (known == null) {
                                known = inputs.size();
                                inputs.add(stream(streams, rule.stream()).add(rule));
                                numbers.put(rule, known);
                            }
                            return known;
                        },
                        tags,
                        today);
        List<Integer> results = rules.stream().map(steps::of).toList();
        Program program = steps.finish();

        List<Long> events = new ArrayList<>();
        for (StreamPlan plan : streams.values()) {
            events.add(rows.events(plan.stream(), signal));
        }
        LongConsumer progress = progress(events.stream().mapToLong(count -> count).sum(), read);
        int stream = 0;
        for (StreamPlan plan : streams.values()) {
            new EventPass(rows, effort, plan, profiles, progress).run(events.get(stream++), signal);
        }
        return new ProfilePass(rows, effort, program, results, inputs, progress)
                .run(profiles, signal);
    }

    private StreamPlan stream(Map<String, StreamPlan> streams, String name) {
        return streams.computeIfAbsent(
                name,
                missing ->
                        new StreamPlan(
                                model.stream(missing).orElseThrow(),
                                tags,
                                today,
                                (profiles + Long.SIZE - 1) >>> 6));
    }

    /** Tells of rows of all tables as if they were profiles. */
    private LongConsumer progress(long events, LongConsumer read) {
        AtomicLong done = new AtomicLong();
        long all = events + profiles;
        return more -> {
            long now = Math.min(all, done.addAndGet(more));
            read.accept((long) ((double) profiles * now / Math.max(1, all)));
        };
    }
}
