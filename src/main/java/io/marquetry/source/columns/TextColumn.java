package io.marquetry.source.columns;

import io.marquetry.base.VisibleText;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A column of texts. Texts for which the same leaves hold have one code; the codes of a number of
 * texts are remembered, so that a common text is looked at once.
 */
final class TextColumn implements Column {

    private static final int REMEMBERED = 1 << 15;

    private final List<Predicate<String>> tests;
    private final LeafBits leaves;
    private final Map<String, Integer> remembered = new ConcurrentHashMap<>();
    private final Map<BitSet, Integer> codes = new HashMap<>();

    TextColumn(List<TagRule> leaves) {
        this.tests = leaves.stream().map(TextColumn::test).toList();
        this.leaves = new LeafBits(leaves.size(), 1);
        BitSet missing = new BitSet();
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            missing.set(leaf, leaves.get(leaf) instanceof TagRule.Missing);
        }
        this.leaves.set(MISSING, missing);
    }

    @Override
    public LeafBits leaves() {
        return leaves;
    }

    @Override
    public int code(ResultSet row, int index) throws SQLException {
        String text = row.getString(index);
        if (text == null) {
            return MISSING;
        }
        Integer known = remembered.get(text);
        if (known != null) {
            return known;
        }
        BitSet holding = new BitSet(tests.size());
        for (int leaf = 0; leaf < tests.size(); leaf++) {
            holding.set(leaf, tests.get(leaf).test(text));
        }
        int code = code(holding);
        if (remembered.size() < REMEMBERED) {
            remembered.put(text, code);
        }
        return code;
    }

    private synchronized int code(BitSet holding) {
        Integer known = codes.get(holding);
        if (known != null) {
            return known;
        }
        int code = codes.size() + 1;
        leaves.set(code, holding);
        codes.put(holding, code);
        return code;
    }

    private static Predicate<String> test(TagRule leaf) {
        return switch (leaf) {
            case TagRule.Compare r -> {
                String other = text(r.value());
                yield switch (r.comparison()) {
                    case EQUAL -> spellings(List.of(r.value()))::contains;
                    case NOT_EQUAL -> {
                        Set<String> same = spellings(List.of(r.value()));
                        yield text -> !same.contains(text);
                    }
                    case LESS, AT_MOST, GREATER, AT_LEAST -> {
                        byte[] bytes = bytes(other);
                        yield text -> r.comparison().holds(compare(bytes(text), bytes));
                    }
                };
            }
            case TagRule.Between r -> {
                byte[] low = bytes(text(r.low()));
                byte[] high = bytes(text(r.high()));
                yield text -> {
                    byte[] bytes = bytes(text);
                    return compare(bytes, low) >= 0 && compare(bytes, high) <= 0;
                };
            }
            case TagRule.InList r -> spellings(r.values())::contains;
            case TagRule.Match r -> {
                List<String> parts = VisibleText.parts(r.text());
                yield switch (r.part()) {
                    case CONTAINS -> text -> parts.stream().anyMatch(text::contains);
                    case STARTS_WITH -> text -> parts.stream().anyMatch(text::startsWith);
                    case ENDS_WITH -> text -> parts.stream().anyMatch(text::endsWith);
                };
            }
            case TagRule.Missing r -> text -> false;
            case TagRule.InLast r -> throw Leaves.unfit(leaf);
            case TagRule.HasTag r -> throw Leaves.unfit(leaf);
            case TagRule.Events r -> throw Leaves.unfit(leaf);
            case TagRule.All r -> throw Leaves.unfit(leaf);
            case TagRule.Any r -> throw Leaves.unfit(leaf);
            case TagRule.Not r -> throw Leaves.unfit(leaf);
        };
    }

    /** Bytes of UTF-8 are in code point order; Java compares UTF-16 units. */
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int compare(byte[] left, byte[] right) {
        return Arrays.compareUnsigned(left, right);
    }

    /** Returns each text as it was written and as it is seen: sources keep the one or the other. */
    private static Set<String> spellings(List<Value> values) {
        return values.stream()
                .map(TextColumn::text)
                .flatMap(text -> Stream.of(text, VisibleText.of(text)))
                .collect(Collectors.toSet());
    }

    private static String text(Value value) {
        if (value instanceof Value.Text text) {
            return text.text();
        }
        throw new IllegalArgumentException("no text: " + value);
    }
}
