package io.marquetry.source.columns;

import io.marquetry.source.Attribute;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Turns rules over one table into steps. */
final class Steps {

    private final Function<String, Optional<Attribute>> attributes;
    private final ToIntFunction<TagRule.Events> inputs;
    private final TagCatalog tags;
    private final LocalDate today;
    private final Map<Step, Integer> steps = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Leaves> columns = new ArrayList<>();
    private final Map<TagKey, Integer> known = new HashMap<>();

    /**
     * Begins without a step.
     *
     * @param attributes finds the table's columns by the names that rules use
     * @param inputs gives event rules their number as input
     */
    Steps(
            Function<String, Optional<Attribute>> attributes,
            ToIntFunction<TagRule.Events> inputs,
            TagCatalog tags,
            LocalDate today) {
        this.attributes = attributes;
        this.inputs = inputs;
        this.tags = tags;
        this.today = today;
    }

    /** Returns the number of the step that says whether the rule holds. */
    int of(TagRule rule) {
        return switch (rule) {
            case TagRule.Compare r -> leaf(r.field(), r);
            case TagRule.Between r -> leaf(r.field(), r);
            case TagRule.InLast r -> leaf(r.field(), r.on(today));
            case TagRule.InList r -> leaf(r.field(), r);
            case TagRule.Match r -> leaf(r.field(), r);
            case TagRule.Missing r -> leaf(r.field(), r);
            case TagRule.HasTag r -> tag(r.tag());
            case TagRule.Events r -> step(new Step.OfInput(inputs.applyAsInt(r)));
            case TagRule.All r -> all(r.rules().stream().map(this::of).toList());
            case TagRule.Any r -> {
                List<Integer> parts = r.rules().stream().map(this::of).distinct().toList();
                yield parts.size() == 1 ? parts.getFirst() : step(new Step.Any(parts));
            }
            case TagRule.Not r -> step(new Step.Not(of(r.rule())));
        };
    }

    /** Returns the number of the step that says whether all hold. */
    int all(List<Integer> parts) {
        List<Integer> distinct = parts.stream().distinct().toList();
        return distinct.size() == 1 ? distinct.getFirst() : step(new Step.All(distinct));
    }

    /** Returns the number of the column with the name. */
    int column(String name) {
        Integer number = numbers.get(name);
        if (number == null) {
            Attribute found =
                    attributes
                            .apply(name)
                            .orElseThrow(() -> new IllegalArgumentException("no column " + name));
            number = columns.size();
            columns.add(new Leaves(found, today));
            numbers.put(name, number);
        }
        return number;
    }

    /** Returns what the rules want to know of a column. */
    Leaves leaves(int column) {
        return columns.get(column);
    }

    /** Returns what works the rules out; nothing may be added after. */
    Program finish() {
        return new Program(
                List.copyOf(steps.keySet()),
                columns.stream().map(Leaves::column).toList(),
                columns.stream().map(Leaves::finish).toList());
    }

    private int leaf(String field, TagRule rule) {
        int column = column(field);
        return step(new Step.OfLeaf(column, columns.get(column).add(rule)));
    }

    /** Looks at a tag once: tags that name two tags each would double the work with every step. */
    private int tag(TagKey key) {
        Integer step = known.get(key);
        if (step == null) {
            step = of(tags.rule(key));
            known.put(key, step);
        }
        return step;
    }

    private int step(Step step) {
        Integer number = steps.putIfAbsent(step, steps.size());
        return number == null ? steps.size() - 1 : number;
    }
}
