package io.marquetry.source.engine;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.base.VisibleText;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.Span;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.tag.Window;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Says, row by row and without a database, who satisfies a rule: the meaning that the queries are
 * compared with. It shares nothing with them but the rules' own types.
 */
public final class PlainEvaluator {

    private final List<Row> rows;
    private final Map<TagKey, TagRule> tags;
    private final LocalDate today;
    private final Map<TagKey, Set<Integer>> carriers = new HashMap<>();

    public PlainEvaluator(List<Row> rows, Map<TagKey, TagRule> tags, LocalDate today) {
        this.rows = rows;
        this.tags = tags;
        this.today = today;
    }

    public long count(TagRule rule) {
        return rows.stream().filter(row -> holds(rule, row)).count();
    }

    public long count(AudienceExpression expression) {
        return members(expression).size();
    }

    /** Works with sets, as the words "all of", "any of" and "except" are defined. */
    Set<Integer> members(AudienceExpression expression) {
        Set<Integer> all = IntStream.range(0, rows.size()).boxed().collect(Collectors.toSet());
        if (expression instanceof AudienceExpression.TagRef ref) {
            return carriers.computeIfAbsent(
                    ref.tag(),
                    tag -> {
                        all.removeIf(i -> !holds(tags.get(tag), rows.get(i)));
                        return Set.copyOf(all);
                    });
        }
        if (expression instanceof AudienceExpression.Condition condition) {
            all.removeIf(i -> !holds(condition.rule(), rows.get(i)));
            return all;
        }
        AudienceExpression.Group group = (AudienceExpression.Group) expression;
        List<Set<Integer>> parts =
                group.members().stream().filter(this::states).map(this::members).toList();
        if (parts.isEmpty()) {
            return all;
        }
        Set<Integer> union = parts.stream().flatMap(Set::stream).collect(Collectors.toSet());
        switch (group.kind()) {
            case ALL_OF -> parts.forEach(all::retainAll);
            case ANY_OF -> all.retainAll(union);
            case EXCEPT -> all.removeAll(union);
        }
        return all;
    }

    private boolean states(AudienceExpression expression) {
        return !(expression instanceof AudienceExpression.Group group)
                || group.members().stream().anyMatch(this::states);
    }

    public boolean holds(TagRule rule, Row row) {
        if (rule instanceof TagRule.HasTag has) {
            return holds(tags.get(has.tag()), row);
        }
        if (rule instanceof TagRule.Events events) {
            return events(events, row);
        }
        if (rule instanceof TagRule.All all) {
            return all.rules().stream().allMatch(r -> holds(r, row));
        }
        if (rule instanceof TagRule.Any any) {
            return any.rules().stream().anyMatch(r -> holds(r, row));
        }
        if (rule instanceof TagRule.Not not) {
            return !holds(not.rule(), row);
        }
        return leaf(rule, row.values());
    }

    private boolean filter(TagRule rule, Map<String, Object> event) {
        if (rule instanceof TagRule.All all) {
            return all.rules().stream().allMatch(r -> filter(r, event));
        }
        if (rule instanceof TagRule.Any any) {
            return any.rules().stream().anyMatch(r -> filter(r, event));
        }
        if (rule instanceof TagRule.Not not) {
            return !filter(not.rule(), event);
        }
        return leaf(rule, event);
    }

    private boolean leaf(TagRule rule, Map<String, Object> values) {
        if (rule instanceof TagRule.Missing missing) {
            return !values.containsKey(missing.field());
        }
        if (rule instanceof TagRule.Compare c) {
            Object own = values.get(c.field());
            return own != null && compare(own, c.comparison(), c.value());
        }
        if (rule instanceof TagRule.Between b) {
            Object own = values.get(b.field());
            return own != null
                    && compare(own, Comparison.AT_LEAST, b.low())
                    && compare(own, Comparison.AT_MOST, b.high());
        }
        if (rule instanceof TagRule.InLast l) {
            return values.get(l.field()) != null
                    && endsToday(day(values.get(l.field())), l.length());
        }
        if (rule instanceof TagRule.InList l) {
            Object own = values.get(l.field());
            return own != null
                    && l.values().stream().anyMatch(v -> compare(own, Comparison.EQUAL, v));
        }
        TagRule.Match match = (TagRule.Match) rule;
        String own = (String) values.get(match.field());
        if (own == null) {
            return false;
        }
        // As it was written, or composed: both look the same.
        return has(own, match.part(), match.text())
                || has(own, match.part(), Normalizer.normalize(match.text(), Normalizer.Form.NFC));
    }

    private static boolean has(String own, TagRule.Part part, String text) {
        return switch (part) {
            case CONTAINS -> own.contains(text);
            case STARTS_WITH -> own.startsWith(text);
            case ENDS_WITH -> own.endsWith(text);
        };
    }

    private boolean events(TagRule.Events rule, Row row) {
        List<Map<String, Object>> counted = new ArrayList<>();
        for (Map<String, Object> event : row.events().getOrDefault(rule.stream(), List.of())) {
            if (inWindow(event.get(Row.TIME), rule.window())
                    && (rule.where().isEmpty() || filter(rule.where().get(), event))) {
                counted.add(event);
            }
        }
        List<Object> measures =
                rule.measure()
                        .map(m -> counted.stream().map(e -> e.get(m)).filter(o -> o != null))
                        .orElseGet(() -> counted.stream().map(e -> e.get(Row.TIME)))
                        .filter(o -> o != null)
                        .toList();
        Object result =
                switch (rule.aggregate()) {
                    case COUNT -> BigDecimal.valueOf(counted.size());
                    case SUM ->
                            measures.stream()
                                    .map(m -> new BigDecimal(m.toString()))
                                    .reduce(BigDecimal.ZERO, BigDecimal::add);
                    case MIN -> extreme(measures, false);
                    case MAX, LATEST -> extreme(measures, true);
                };
        return result != null && compare(result, rule.comparison(), rule.value());
    }

    private boolean inWindow(Object time, Window window) {
        if (window instanceof Window.Always) {
            return true;
        }
        if (time == null) {
            return false;
        }
        LocalDate day = day(time);
        if (window instanceof Window.InLast last) {
            return endsToday(day, last.length());
        }
        LocalDate from;
        LocalDate to;
        if (window instanceof Window.Days days) {
            from = days.from();
            to = days.to();
        } else {
            from = ago(((Window.Last) window).length());
            to = today;
        }
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Behind the day that lies the whole length back, and not behind today. */
    private boolean endsToday(LocalDate day, Span length) {
        return day.isAfter(ago(new Value.Ago(length.amount(), length.unit())))
                && !day.isAfter(today);
    }

    @SuppressWarnings("unchecked")
    private static Object extreme(List<Object> values, boolean greatest) {
        Object best = null;
        for (Object value : values) {
            if (best == null
                    || (greatest
                            ? ((Comparable<Object>) value).compareTo(best) > 0
                            : ((Comparable<Object>) value).compareTo(best) < 0)) {
                best = value;
            }
        }
        return best;
    }

    private boolean compare(Object own, Comparison comparison, Value value) {
        int order = order(own, value);
        boolean same = order == 0 || isSeenAs(own, value);
        return switch (comparison) {
            case EQUAL -> same;
            case NOT_EQUAL -> !same;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    /** A text that is written otherwise is meant, too, where people see no difference. */
    private static boolean isSeenAs(Object own, Value value) {
        return value instanceof Value.Text text && own.equals(VisibleText.of(text.text()));
    }

    private int order(Object own, Value value) {
        return switch (value) {
            case Value.Number n -> new BigDecimal(own.toString()).compareTo(n.number());
            case Value.Text t -> codePoints((String) own, t.text());
            case Value.Truth t -> ((Boolean) own).compareTo(t.truth());
            case Value.Moment m -> ((LocalDateTime) own).compareTo(m.moment());
            case Value.Day d -> day(own).compareTo(d.day());
            case Value.Ago a -> day(own).compareTo(ago(a));
        };
    }

    private static LocalDate day(Object own) {
        return own instanceof LocalDateTime moment ? moment.toLocalDate() : (LocalDate) own;
    }

    private LocalDate ago(Value.Ago ago) {
        return switch (ago.unit()) {
            case DAYS -> today.plusDays(-ago.amount());
            case WEEKS -> today.plusDays(-7L * ago.amount());
            case MONTHS -> today.plusMonths(-ago.amount());
            case YEARS -> today.plusYears(-ago.amount());
        };
    }

    private static int codePoints(String a, String b) {
        int[] left = a.codePoints().toArray();
        int[] right = b.codePoints().toArray();
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            if (left[i] != right[i]) {
                return Integer.compare(left[i], right[i]);
            }
        }
        return Integer.compare(left.length, right.length);
    }
}
