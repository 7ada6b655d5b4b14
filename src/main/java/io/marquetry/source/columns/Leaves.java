package io.marquetry.source.columns;

import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects what rules want to know of one column, each thing once. */
final class Leaves {

    private final Attribute attribute;
    private final LocalDate today;
    private final Map<TagRule, Integer> leaves = new LinkedHashMap<>();
    private final SortedSet<BigDecimal> constants = new TreeSet<>();

    Leaves(Attribute attribute, LocalDate today) {
        this.attribute = attribute;
        this.today = today;
    }

    String column() {
        return attribute.column();
    }

    /** Adds a leaf and returns its number. */
    int add(TagRule leaf) {
        Integer known = leaves.get(leaf);
        if (known != null) {
            return known;
        }
        switch (leaf) {
            case TagRule.Compare r -> constant(r.value());
            case TagRule.Between r -> {
                constant(r.low());
                constant(r.high());
            }
            case TagRule.InList r -> r.values().forEach(this::constant);
            case TagRule.Match r -> {}
            case TagRule.Missing r -> {}
            case TagRule.InLast r -> throw unfit(leaf);
            case TagRule.HasTag r -> throw unfit(leaf);
            case TagRule.Events r -> throw unfit(leaf);
            case TagRule.All r -> throw unfit(leaf);
            case TagRule.Any r -> throw unfit(leaf);
            case TagRule.Not r -> throw unfit(leaf);
        }
        leaves.put(leaf, leaves.size());
        return leaves.size() - 1;
    }

    /** Makes sure that codes tell what compares with the value. */
    void constant(Value value) {
        if (attribute.type() != AttributeType.TEXT) {
            Extent extent = Extent.of(attribute.type(), value, today);
            constants.add(extent.begin());
            extent.end().ifPresent(constants::add);
        }
    }

    /** Returns the column; nothing may be added after. */
    Column finish() {
        List<TagRule> all = List.copyOf(leaves.keySet());
        return attribute.type() == AttributeType.TEXT
                ? new TextColumn(all)
                : new OrderedColumn(attribute.type(), today, new NumberLine(constants), all);
    }

    static IllegalArgumentException unfit(TagRule rule) {
        return new IllegalArgumentException("no rule over one column: " + rule);
    }
}
