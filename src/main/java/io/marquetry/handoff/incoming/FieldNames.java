package io.marquetry.handoff.incoming;

import io.marquetry.base.Problem;
import io.marquetry.tag.TagRule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the receiver calls what the sender's rules ask for. A key {@code level} is an attribute,
 * {@code orders/} a stream of events, {@code orders/shop} a field of its events; streams keep their
 * own name in the keys of their fields.
 *
 * @param ours by their name
 */
public record FieldNames(Map<String, String> ours) {

    /** Both call everything alike. */
    public static final FieldNames SAME = new FieldNames(Map.of());

    /** Copies the names. */
    public FieldNames {
        ours = Map.copyOf(ours);
    }

    /**
     * Reads names as a command is given them.
     *
     * @throws io.marquetry.base.ProblemException if one of them is empty
     */
    public static FieldNames parse(Map<String, String> given) {
        Map<String, String> ours = new LinkedHashMap<>();
        given.forEach(
                (theirs, name) -> {
                    if (theirs.isBlank() || name.isBlank()) {
                        throw Problem.of("problem.incoming.mapForm").asException();
                    }
                    ours.put(theirs, name);
                });
        return new FieldNames(ours);
    }

    /** Returns what a field is called here. */
    String of(String key, String theirs) {
        return ours.getOrDefault(key, theirs);
    }

    /** Returns what the sender calls the field or stream of a key. */
    static String own(String key) {
        return key.endsWith("/")
                ? key.substring(0, key.length() - 1)
                : key.substring(key.indexOf('/') + 1);
    }

    /** Returns whether somebody told what a field is called here. */
    boolean isTold(String key) {
        return ours.containsKey(key);
    }

    /** Returns these names and others; where both tell one, the others do. */
    public FieldNames and(FieldNames others) {
        Map<String, String> all = new LinkedHashMap<>(ours);
        all.putAll(others.ours);
        return new FieldNames(all);
    }

    /** Returns a rule as the receiver's source understands it. */
    TagRule in(TagRule rule) {
        return in(rule, "");
    }

    /** Returns a test as the receiver's source understands it. */
    TagRule.OnField in(TagRule.OnField rule) {
        return test(rule, "");
    }

    private TagRule in(TagRule rule, String stream) {
        return switch (rule) {
            case TagRule.OnField test -> test(test, stream);
            case TagRule.All all ->
                    new TagRule.All(all.rules().stream().map(r -> in(r, stream)).toList());
            case TagRule.Any any ->
                    new TagRule.Any(any.rules().stream().map(r -> in(r, stream)).toList());
            case TagRule.Not not -> new TagRule.Not(in(not.rule(), stream));
            case TagRule.HasTag has -> has;
            case TagRule.Events events -> events(events);
        };
    }

    private TagRule events(TagRule.Events events) {
        String inside = events.stream() + "/";
        Optional<String> measure = events.measure().map(field -> of(inside + field, field));
        return new TagRule.Events(
                of(inside, events.stream()),
                events.aggregate(),
                measure,
                events.window(),
                events.where().map(where -> in(where, inside)),
                events.comparison(),
                events.value());
    }

    private TagRule.OnField test(TagRule.OnField rule, String stream) {
        String field = of(stream + rule.field(), rule.field());
        return switch (rule) {
            case TagRule.Compare c -> new TagRule.Compare(field, c.comparison(), c.value());
            case TagRule.Between b -> new TagRule.Between(field, b.low(), b.high());
            case TagRule.InLast l -> new TagRule.InLast(field, l.length());
            case TagRule.InList l -> new TagRule.InList(field, l.values());
            case TagRule.Match m -> new TagRule.Match(field, m.part(), m.text());
            case TagRule.Missing m -> new TagRule.Missing(field);
        };
    }
}
