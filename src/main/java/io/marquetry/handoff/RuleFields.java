package io.marquetry.handoff;

import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fields of a source that rules ask for, by their paths: {@code level} for an attribute, {@code
 * orders/} for a stream of events, {@code orders/shop} for a field of its events.
 */
public final class RuleFields {

    private final List<Use> found = new ArrayList<>();

    private RuleFields() {}

    /**
     * One place where a rule asks for a field.
     *
     * @param test what it asks; empty for streams and for what is summed
     * @param reduced what the sum, the least or the most of it is compared with
     */
    public record Use(String path, Optional<TagRule.OnField> test, Optional<Value> reduced) {}

    /** Returns all places, in the order of the rule. */
    public static List<Use> in(TagRule rule) {
        RuleFields fields = new RuleFields();
        fields.walk(rule, "");
        return List.copyOf(fields.found);
    }

    private void walk(TagRule rule, String stream) {
        switch (rule) {
            case TagRule.OnField test ->
                    found.add(new Use(stream + test.field(), Optional.of(test), Optional.empty()));
            case TagRule.All all -> all.rules().forEach(r -> walk(r, stream));
            case TagRule.Any any -> any.rules().forEach(r -> walk(r, stream));
            case TagRule.Not not -> walk(not.rule(), stream);
            case TagRule.HasTag has -> {}
            case TagRule.Events events -> {
                String inside = events.stream() + "/";
                found.add(new Use(inside, Optional.empty(), Optional.empty()));
                events.measure()
                        .ifPresent(
                                field ->
                                        found.add(
                                                new Use(
                                                        inside + field,
                                                        Optional.empty(),
                                                        Optional.of(events.value()))));
                events.where().ifPresent(where -> walk(where, inside));
            }
        }
    }
}
