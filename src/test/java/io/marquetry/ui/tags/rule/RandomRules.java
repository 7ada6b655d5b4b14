package io.marquetry.ui.tags.rule;

import io.marquetry.tag.Comparison;
import io.marquetry.tag.Span;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.tag.Window;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Rules of every shape, sensible or not, from a seed. */
public final class RandomRules {

    private static final List<String> WORDS =
            List.of(
                    "",
                    " ",
                    "Web",
                    "it's",
                    "100 %",
                    "a_b\\c",
                    "上海",
                    "😀",
                    "tab\there",
                    "two\nlines",
                    "1.0");

    private final Random random;

    public RandomRules(long seed) {
        random = new Random(seed);
    }

    public TagRule rule(int depth) {
        int kinds = depth == 0 ? 8 : 11;
        return switch (random.nextInt(kinds)) {
            case 0, 1 -> new TagRule.Compare(word(), one(Comparison.values()), value());
            case 2 -> new TagRule.Between(word(), value(), value());
            case 3 -> new TagRule.InList(word(), some(this::value));
            case 4 -> new TagRule.Match(word(), one(TagRule.Part.values()), word());
            case 5 -> new TagRule.Missing(word());
            case 6 -> new TagRule.HasTag(new TagKey("user_level_l" + random.nextInt(9)));
            case 7 -> new TagRule.InLast(word(), span());
            case 8 -> new TagRule.Not(rule(depth - 1));
            case 9 ->
                    random.nextBoolean()
                            ? new TagRule.All(some(() -> rule(depth - 1)))
                            : new TagRule.Any(some(() -> rule(depth - 1)));
            default -> events(depth);
        };
    }

    private TagRule events(int depth) {
        TagRule.Aggregate aggregate = one(TagRule.Aggregate.values());
        return new TagRule.Events(
                word(),
                aggregate,
                aggregate.needsMeasure() ? Optional.of(word()) : Optional.empty(),
                window(),
                random.nextBoolean() ? Optional.of(rule(depth - 1)) : Optional.empty(),
                one(Comparison.values()),
                value());
    }

    private Window window() {
        return switch (random.nextInt(4)) {
            case 0 -> new Window.Always();
            case 2 -> new Window.InLast(span());
            case 1 -> new Window.Last(ago());
            default -> {
                LocalDate from = day();
                yield new Window.Days(from, from.plusDays(random.nextInt(400)));
            }
        };
    }

    private Value value() {
        return switch (random.nextInt(6)) {
            case 0 ->
                    new Value.Number(
                            new BigDecimal(
                                    new BigInteger(1 + random.nextInt(60), random),
                                    random.nextInt(12) - 4));
            case 1 -> new Value.Text(word());
            case 2 -> new Value.Day(day());
            case 3 ->
                    new Value.Moment(
                            day().atStartOfDay()
                                    .plusSeconds(random.nextInt(86_400))
                                    .plusNanos(random.nextInt(2) * 1_000L));
            case 4 -> new Value.Truth(random.nextBoolean());
            default -> ago();
        };
    }

    private Span span() {
        return new Span(1 + random.nextInt(36_500), one(Value.Unit.values()));
    }

    private Value.Ago ago() {
        return new Value.Ago(
                random.nextInt(4) == 0 ? 0 : random.nextInt(36_501), one(Value.Unit.values()));
    }

    private LocalDate day() {
        return LocalDate.ofEpochDay(random.nextInt(40_000) - 10_000);
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private <T> List<T> some(Supplier<T> make) {
        return Stream.generate(make).limit(1 + random.nextInt(3)).toList();
    }

    private <T> T one(T[] of) {
        return of[random.nextInt(of.length)];
    }
}
