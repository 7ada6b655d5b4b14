package io.marquetry.source.columns;

import io.marquetry.source.Attribute;
import io.marquetry.source.EventStream;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.tag.Window;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What some rules ask of the events of one stream, each thing once. */
final class StreamPlan {

    private final EventStream stream;
    private final LocalDate today;
    private final int words;
    private final String time;
    private final Steps steps;
    private final List<SummedColumn> measures = new ArrayList<>();
    private final Map<String, Integer> measureNumbers = new LinkedHashMap<>();
    private final Map<Aggregation.Key, Aggregation> aggregations = new LinkedHashMap<>();

    /**
     * Begins without a rule.
     *
     * @param words how many words a bit per profile takes
     */
    StreamPlan(EventStream stream, TagCatalog tags, LocalDate today, int words) {
        this.stream = stream;
        this.today = today;
        this.words = words;
        this.time = timeName(stream);
        Attribute times = new Attribute(time, stream.timeType(), stream.timeColumn());
        this.steps =
                new Steps(
                        name -> name.equals(time) ? Optional.of(times) : stream.field(name),
                        rule -> {
                            throw new IllegalArgumentException("events inside events: " + rule);
                        },
                        tags,
                        today);
    }

    EventStream stream() {
        return stream;
    }

    /** Adds a rule and returns who satisfies it: filled in later, one bit per profile. */
    long[] add(TagRule.Events rule) {
        List<Integer> counted = new ArrayList<>();
        window(rule.window()).ifPresent(inside -> counted.add(steps.of(inside)));
        rule.where().ifPresent(where -> counted.add(steps.of(where)));
        int of =
                switch (rule.aggregate()) {
                    case COUNT -> -1;
                    case SUM -> measure(known(rule.measure().orElseThrow(), counted));
                    case MIN, MAX ->
                            column(known(rule.measure().orElseThrow(), counted), rule.value());
                    case LATEST -> column(known(time, counted), rule.value());
                };
        Aggregation.Key key = new Aggregation.Key(rule.aggregate(), steps.all(counted), of);
        EventTest test = new EventTest(rule, words);
        aggregations.computeIfAbsent(key, Aggregation.Key::begin).tests().add(test);
        return test.members();
    }

    /** Returns what works the filters out; no rule may be added after. */
    Program finish() {
        return steps.finish();
    }

    List<SummedColumn> measures() {
        return measures;
    }

    List<Aggregation> aggregations() {
        return List.copyOf(aggregations.values());
    }

    private Optional<TagRule> window(Window window) {
        return switch (window) {
            case Window.Always always -> Optional.empty();
            case Window.InLast last -> Optional.of(new TagRule.InLast(time, last.length()));
            case Window.Last last ->
                    Optional.of(new TagRule.Between(time, last.length(), new Value.Day(today)));
            case Window.Days days ->
                    Optional.of(
                            new TagRule.Between(
                                    time, new Value.Day(days.from()), new Value.Day(days.to())));
        };
    }

    /** Only events whose value is known take part. */
    private String known(String name, List<Integer> counted) {
        counted.add(steps.of(new TagRule.Not(new TagRule.Missing(name))));
        return name;
    }

    private int column(String name, Value value) {
        int column = steps.column(name);
        steps.leaves(column).constant(value);
        return column;
    }

    private int measure(String name) {
        return measureNumbers.computeIfAbsent(
                name,
                missing -> {
                    measures.add(new SummedColumn(stream.field(missing).orElseThrow()));
                    return measures.size() - 1;
                });
    }

    /** Returns a name for the time that no field has. */
    private static String timeName(EventStream stream) {
        String name = "time";
        while (stream.field(name).isPresent()) {
            name += "_";
        }
        return name;
    }
}
