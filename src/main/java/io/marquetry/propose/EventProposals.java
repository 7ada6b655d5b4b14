package io.marquetry.propose;

import io.marquetry.base.FieldName;
import io.marquetry.base.LocalizedText;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.EventStream;
import io.marquetry.source.FieldLabels;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.Span;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.tag.Window;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/** The tags that suit one kind of event: had it lately, had it often, spent much, lapsed. */
final class EventProposals {

    private static final List<Integer> RECENT_DAYS = List.of(30, 90);
    private static final List<Integer> TIMES = List.of(2, 3, 5, 10, 20, 50);
    private static final List<Integer> AMOUNTS =
            List.of(10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 50_000);
    private static final int LAPSED_DAYS = 90;

    private static final Set<String> MONEY =
            Set.of("amount", "revenue", "spend", "sales", "total", "price", "value", "金额", "收入");

    private final EventStream stream;
    private final LocalizedText label;
    private final FieldLabels labels;
    private final long profiles;
    private final ToLongFunction<TagRule> size;

    /**
     * Looks at a kind of event.
     *
     * @param labels what people call its fields
     * @param size counts who satisfies a rule
     */
    EventProposals(
            EventStream stream, FieldLabels labels, long profiles, ToLongFunction<TagRule> size) {
        this.stream = stream;
        this.label = ProposalWords.label(new FieldName.Events(stream.name()), labels);
        this.labels = labels;
        this.profiles = profiles;
        this.size = size;
    }

    List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (int days : RECENT_DAYS) {
            candidates.add(
                    candidate(
                            ProposalWords.of("propose.events.recent", label, days),
                            "in" + days + "d",
                            counted(last(days), Comparison.AT_LEAST, 1)));
        }
        candidates.addAll(
                Thresholds.nearest(
                        TIMES.stream()
                                .map(
                                        times ->
                                                candidate(
                                                        ProposalWords.of(
                                                                "propose.events.times",
                                                                label,
                                                                times),
                                                        "ge" + times,
                                                        counted(
                                                                new Window.Always(),
                                                                Comparison.AT_LEAST,
                                                                times)))
                                .toList(),
                        profiles));
        money().ifPresent(field -> candidates.addAll(Thresholds.nearest(spent(field), profiles)));
        candidates.add(
                candidate(
                        ProposalWords.of("propose.events.lapsed", label, LAPSED_DAYS),
                        "lapsed" + LAPSED_DAYS + "d",
                        new TagRule.All(
                                List.of(
                                        counted(new Window.Always(), Comparison.AT_LEAST, 1),
                                        counted(last(LAPSED_DAYS), Comparison.EQUAL, 0)))));
        return candidates;
    }

    private List<Candidate> spent(Attribute field) {
        return AMOUNTS.stream()
                .map(
                        amount ->
                                candidate(
                                        ProposalWords.of(
                                                "propose.events.sum",
                                                label,
                                                ProposalWords.label(
                                                        new FieldName.OfEvents(
                                                                stream.name(), field.name()),
                                                        labels),
                                                Integer.toString(amount)),
                                        "sumge" + amount,
                                        new TagRule.Events(
                                                stream.name(),
                                                TagRule.Aggregate.SUM,
                                                Optional.of(field.name()),
                                                new Window.Always(),
                                                Optional.empty(),
                                                Comparison.AT_LEAST,
                                                number(amount))))
                .toList();
    }

    private Optional<Attribute> money() {
        return stream.fields().stream()
                .filter(
                        field ->
                                field.type() == AttributeType.DECIMAL
                                        || field.type() == AttributeType.INTEGER)
                .filter(field -> MONEY.stream().anyMatch(lower(field.name())::contains))
                .findFirst()
                .or(
                        () ->
                                stream.fields().stream()
                                        .filter(field -> field.type() == AttributeType.DECIMAL)
                                        .findFirst());
    }

    private Candidate candidate(LocalizedText name, String attribute, TagRule rule) {
        return new Candidate(name, attribute, rule, size.applyAsLong(rule), true);
    }

    private TagRule counted(Window window, Comparison comparison, int times) {
        return new TagRule.Events(
                stream.name(),
                TagRule.Aggregate.COUNT,
                Optional.empty(),
                window,
                Optional.empty(),
                comparison,
                number(times));
    }

    private static Window last(int days) {
        return new Window.InLast(new Span(days, Value.Unit.DAYS));
    }

    private static Value number(int value) {
        return new Value.Number(BigDecimal.valueOf(value));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
