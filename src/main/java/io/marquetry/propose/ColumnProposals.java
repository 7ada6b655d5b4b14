package io.marquetry.propose;

import io.marquetry.audience.Breakdown;
import io.marquetry.base.LocalizedText;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * The tags that suit the values of one column: one for each frequent value, bands of numbers and
 * days, and who has no value. Sizes come from the break-down, which adds up to all profiles.
 */
final class ColumnProposals {

    /** Numbers with more values than this become bands. */
    private static final int MAX_SINGLE_NUMBERS = 5;

    /** Longest text that makes a name. */
    private static final int MAX_TEXT = 40;

    /** A value of fewer profiles than this share is no audience. */
    private static final double MIN_SHARE = 0.005;

    /** Where so many profiles have no value, that may be a reason to address them. */
    private static final double MIN_MISSING = 0.02;

    /** A band with more profiles than this share tells too little. */
    private static final double MAX_BAND_SHARE = 0.6;

    private static final Set<String> FLAGS = Set.of("0", "1");

    private final Attribute column;
    private final Breakdown values;
    private final LocalizedText label;
    private final long profiles;
    private final ToLongFunction<TagRule> size;

    /**
     * Looks at a column.
     *
     * @param label what people call it
     * @param values all profiles by the column
     * @param size counts who satisfies a rule
     */
    ColumnProposals(
            Attribute column,
            LocalizedText label,
            Breakdown values,
            long profiles,
            ToLongFunction<TagRule> size) {
        this.size = size;
        this.column = column;
        this.values = values;
        this.label = label;
        this.profiles = profiles;
    }

    /** Returns whether each profile has a value of its own, or nearly so. */
    boolean areAllDifferent() {
        return column.type() == AttributeType.TEXT
                && known().stream().allMatch(value -> value.count() <= 1)
                && known().size() > 1;
    }

    /** Returns the tags, the most telling first. */
    List<Candidate> candidates() {
        List<Candidate> candidates =
                new ArrayList<>(
                        switch (column.type()) {
                            case TEXT -> texts();
                            case BOOLEAN -> truths();
                            case INTEGER, DECIMAL -> numbers();
                            case DATE, DATETIME -> days();
                        });
        for (Breakdown.Bar bar : values.bars()) {
            if (bar instanceof Breakdown.OfMissing missing
                    && missing.count() >= MIN_MISSING * profiles) {
                candidates.add(
                        new Candidate(
                                ProposalWords.of("propose.missing", label),
                                "missing",
                                new TagRule.Missing(column.name()),
                                missing.count(),
                                false));
            }
        }
        return candidates;
    }

    private List<Candidate> texts() {
        return known().stream()
                .filter(value -> value.value().length() <= MAX_TEXT)
                .filter(value -> value.count() >= Math.max(2, MIN_SHARE * profiles))
                .map(
                        value ->
                                new Candidate(
                                        ProposalWords.of("propose.value", label, value.value()),
                                        value.value(),
                                        equal(new Value.Text(value.value())),
                                        value.count(),
                                        true))
                .toList();
    }

    private List<Candidate> truths() {
        return known().stream()
                .map(value -> flag(value, Boolean.parseBoolean(value.value())))
                .toList();
    }

    private Candidate flag(Breakdown.OfValue value, boolean yes) {
        return new Candidate(
                ProposalWords.of(yes ? "propose.yes" : "propose.no", label),
                yes ? "yes" : "no",
                equal(
                        column.type() == AttributeType.BOOLEAN
                                ? new Value.Truth(yes)
                                : number(value.value())),
                value.count(),
                yes);
    }

    private List<Candidate> numbers() {
        List<Breakdown.OfValue> known = known();
        boolean single = values.bars().stream().noneMatch(Breakdown.OfRange.class::isInstance);
        if (single && known.stream().map(Breakdown.OfValue::value).allMatch(FLAGS::contains)) {
            return known.stream().map(value -> flag(value, value.value().equals("1"))).toList();
        }
        if (single && known.size() <= MAX_SINGLE_NUMBERS) {
            return known.stream()
                    .filter(value -> value.count() >= MIN_SHARE * profiles)
                    .map(
                            value ->
                                    new Candidate(
                                            ProposalWords.of("propose.value", label, value.value()),
                                            word(value.value()),
                                            equal(number(value.value())),
                                            value.count(),
                                            true))
                    .toList();
        }
        List<Bands.Band> bands = Bands.of(values.bars());
        boolean lopsided =
                bands.stream().anyMatch(band -> band.count() > MAX_BAND_SHARE * profiles);
        return lopsided ? steps(bands) : bands(bands);
    }

    /** Round steps serve better than bands where most values crowd at one end, as money does. */
    private List<Candidate> steps(List<Bands.Band> bands) {
        BigDecimal low = new BigDecimal(bands.getFirst().low());
        BigDecimal high = new BigDecimal(bands.getLast().high());
        List<Candidate> candidates = new ArrayList<>();
        if (low.signum() == 0) {
            candidates.add(step("propose.above", "gt", Comparison.GREATER, "0"));
        }
        candidates.addAll(
                Thresholds.nearest(
                        RoundSteps.between(low, high, column.type()).stream()
                                .map(
                                        step ->
                                                step(
                                                        "propose.atLeast",
                                                        "ge",
                                                        Comparison.AT_LEAST,
                                                        step.toPlainString()))
                                .filter(
                                        step ->
                                                candidates.stream()
                                                        .noneMatch(c -> c.size() == step.size()))
                                .toList(),
                        profiles));
        return candidates;
    }

    private Candidate step(String words, String sign, Comparison comparison, String number) {
        TagRule rule = compare(comparison, number);
        return new Candidate(
                ProposalWords.of(words, label, number),
                sign + word(number),
                rule,
                size.applyAsLong(rule),
                true);
    }

    private List<Candidate> bands(List<Bands.Band> bands) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < bands.size(); i++) {
            Bands.Band band = bands.get(i);
            if (i == 0) {
                candidates.add(lowest(band));
            } else if (i == bands.size() - 1) {
                candidates.add(
                        band(
                                "propose.atLeast",
                                "ge" + word(band.low()),
                                compare(Comparison.AT_LEAST, band.low()),
                                band,
                                band.low(),
                                band.low()));
            } else {
                candidates.add(between(band));
            }
        }
        return candidates;
    }

    private Candidate lowest(Bands.Band band) {
        return band.open()
                ? band(
                        "propose.below",
                        "lt" + word(band.high()),
                        compare(Comparison.LESS, band.high()),
                        band,
                        band.high(),
                        band.high())
                : band(
                        "propose.atMost",
                        "le" + word(band.high()),
                        compare(Comparison.AT_MOST, band.high()),
                        band,
                        band.high(),
                        band.high());
    }

    private Candidate between(Bands.Band band) {
        if (band.low().equals(band.high())) {
            return band(
                    "propose.value",
                    word(band.low()),
                    equal(number(band.low())),
                    band,
                    band.low(),
                    band.low());
        }
        if (!band.open() || column.type() == AttributeType.INTEGER) {
            String high =
                    band.open()
                            ? new BigDecimal(band.high()).subtract(BigDecimal.ONE).toPlainString()
                            : band.high();
            return band(
                    "propose.between",
                    word(band.low()) + "to" + word(high),
                    new TagRule.Between(column.name(), number(band.low()), number(high)),
                    band,
                    band.low(),
                    high);
        }
        return band(
                "propose.upTo",
                word(band.low()) + "to" + word(band.high()),
                new TagRule.All(
                        List.of(
                                compare(Comparison.AT_LEAST, band.low()),
                                compare(Comparison.LESS, band.high()))),
                band,
                band.low(),
                band.high());
    }

    private List<Candidate> days() {
        return Bands.of(values.bars()).stream().map(this::days).toList();
    }

    private Candidate days(Bands.Band band) {
        LocalDate from = day(band.low());
        LocalDate to = band.open() ? day(band.high()).minusDays(1) : day(band.high());
        return band(
                from.equals(to) ? "propose.value" : "propose.between",
                from.toString() + "to" + to,
                new TagRule.Between(column.name(), new Value.Day(from), new Value.Day(to)),
                band,
                from.toString(),
                to.toString());
    }

    private Candidate band(
            String words,
            String attribute,
            TagRule rule,
            Bands.Band band,
            String low,
            String high) {
        return new Candidate(
                ProposalWords.of(words, label, low, high), attribute, rule, band.count(), true);
    }

    private List<Breakdown.OfValue> known() {
        return values.bars().stream()
                .filter(Breakdown.OfValue.class::isInstance)
                .map(Breakdown.OfValue.class::cast)
                .toList();
    }

    private TagRule equal(Value value) {
        return new TagRule.Compare(column.name(), Comparison.EQUAL, value);
    }

    private TagRule compare(Comparison comparison, String number) {
        return new TagRule.Compare(column.name(), comparison, number(number));
    }

    private static Value number(String text) {
        return new Value.Number(new BigDecimal(text));
    }

    /** Returns the day of a day or a time, which both begin with it. */
    private static LocalDate day(String text) {
        return LocalDate.parse(
                text.substring(0, text.indexOf('T') < 0 ? text.length() : text.indexOf('T')));
    }

    /** Returns a number as a key can hold it: {@code -2.5} is {@code m2p5}. */
    private static String word(String number) {
        return number.replace("-", "m").replace(".", "p");
    }
}
