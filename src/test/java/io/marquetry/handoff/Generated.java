package io.marquetry.handoff;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.base.LocalizedText;
import io.marquetry.tag.Category;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.Span;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.tag.Window;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Random domain values: the same seed, the same values. */
public final class Generated {

    private static final List<String> TEXTS =
            List.of(
                    "Web",
                    "it's",
                    "50 %_\\",
                    "北京",
                    "😀 smile",
                    "\"quoted\"",
                    " ",
                    "\u0001\t\n",
                    "é",
                    "</script>");

    /** Kinds of assets that a tag can stand for, so that documents can hold them. */
    static final List<Asset.Kind> STOOD_FOR =
            Stream.of(Asset.Kind.values())
                    .filter(kind -> kind != Asset.Kind.AUDIENCE_PACK)
                    .toList();

    private final Random random;

    /** Starts a sequence. */
    public Generated(long seed) {
        // Neighbouring seeds would begin with nearly the same numbers.
        random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /** Returns a number from 0 up to but without the bound. */
    public int number(int bound) {
        return random.nextInt(bound);
    }

    /** Returns one of the values. */
    public <T> T one(List<T> values) {
        return values.get(number(values.size()));
    }

    /** Returns 1 to {@code most} values. */
    public <T> List<T> some(int most, Supplier<T> maker) {
        return Stream.generate(maker).limit(1 + number(most)).toList();
    }

    /** Returns a tag key. */
    public TagKey key() {
        return new TagKey(
                "user_"
                        + one(List.of("level", "city", "age"))
                        + "_"
                        + one(List.of("a", "b2", "9", "zz")));
    }

    /** Returns a text in one or two languages. */
    public LocalizedText text() {
        return number(3) == 0
                ? LocalizedText.of(Locale.ENGLISH, words())
                : LocalizedText.of(words(), "名" + words());
    }

    /** Returns a value of any kind. */
    public Value value() {
        return switch (number(6)) {
            case 0 ->
                    new Value.Number(
                            new BigDecimal(new BigInteger(1 + number(120), random), number(12))
                                    .multiply(BigDecimal.valueOf(number(2) * 2 - 1)));
            case 1 -> new Value.Text(one(TEXTS));
            case 2 -> new Value.Day(day());
            case 3 ->
                    new Value.Moment(
                            LocalDateTime.of(
                                    day(),
                                    LocalTime.ofNanoOfDay(random.nextLong(86_400_000_000_000L))));
            case 4 -> new Value.Truth(random.nextBoolean());
            default -> ago();
        };
    }

    /** Returns a rule of any kind, at most this deep. */
    public TagRule rule(int depth) {
        return depth <= 1 ? leaf(true) : rule(depth, true);
    }

    /** Returns an expression, at most this deep. */
    public AudienceExpression expression(int depth) {
        if (depth == 0 || number(3) == 0) {
            return number(3) == 0
                    ? new AudienceExpression.Condition(condition())
                    : new TagRef(key());
        }
        return one(List.of(GroupKind.values()))
                .group(number(5) == 0 ? List.of() : some(3, () -> expression(depth - 1)));
    }

    /** Returns a tag of any category. */
    public Tag tag() {
        Category category = one(List.of(Category.values()));
        boolean audience = category == Category.AUDIENCE;
        return new Tag(
                key(),
                category,
                text(),
                text(),
                number(2) == 0 ? Optional.empty() : Optional.of(text()),
                audience ? Optional.of(rule(4)) : Optional.empty(),
                audience || number(2) == 0
                        ? Optional.empty()
                        : Optional.of(new AssetKey("asset_" + number(9))));
    }

    public Asset asset() {
        TreeMap<String, String> facts = new TreeMap<>();
        some(3, () -> facts.put("fact" + number(5), one(TEXTS)));
        return new Asset(
                new AssetKey("asset_" + number(9)),
                one(STOOD_FOR),
                text(),
                number(2) == 0 ? Optional.empty() : Optional.of(text()),
                facts);
    }

    private TagRule rule(int depth, boolean profiles) {
        if (depth <= 1) {
            return leaf(profiles);
        }
        return switch (number(profiles ? 6 : 4)) {
            case 0 -> new TagRule.All(some(3, () -> rule(depth - 1, profiles)));
            case 1 -> new TagRule.Any(some(3, () -> rule(depth - 1, profiles)));
            case 2 -> new TagRule.Not(rule(depth - 1, profiles));
            case 3 -> leaf(profiles);
            default -> events(depth);
        };
    }

    private TagRule events(int depth) {
        TagRule.Aggregate aggregate = one(List.of(TagRule.Aggregate.values()));
        return new TagRule.Events(
                one(TEXTS),
                aggregate,
                aggregate.needsMeasure() ? Optional.of(one(TEXTS)) : Optional.empty(),
                window(),
                number(2) == 0 ? Optional.empty() : Optional.of(rule(depth - 1, false)),
                one(List.of(Comparison.values())),
                value());
    }

    private Window window() {
        LocalDate from = day();
        return switch (number(4)) {
            case 0 -> new Window.Always();
            case 3 -> new Window.InLast(span());
            case 1 -> new Window.Last(ago());
            default -> new Window.Days(from, from.plusDays(number(400)));
        };
    }

    private TagRule leaf(boolean profiles) {
        return profiles && number(6) == 0 ? new TagRule.HasTag(key()) : condition();
    }

    /** Returns a test of one field. */
    public TagRule.OnField condition() {
        String field = one(TEXTS);
        return switch (number(6)) {
            case 5 -> new TagRule.InLast(field, span());
            case 0 -> new TagRule.Compare(field, one(List.of(Comparison.values())), value());
            case 1 -> new TagRule.Between(field, value(), value());
            case 2 -> new TagRule.InList(field, some(4, this::value));
            case 3 -> new TagRule.Match(field, one(List.of(TagRule.Part.values())), one(TEXTS));
            default -> new TagRule.Missing(field);
        };
    }

    private Span span() {
        return new Span(1 + number(36_500), one(List.of(Value.Unit.values())));
    }

    private Value.Ago ago() {
        return new Value.Ago(number(36_501), one(List.of(Value.Unit.values())));
    }

    private LocalDate day() {
        return LocalDate.of(1, 1, 1).plusDays(number(3_652_000));
    }

    private String words() {
        return "w" + one(TEXTS) + number(100);
    }
}
