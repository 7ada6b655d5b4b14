package io.marquetry.handoff.incoming;

import io.marquetry.audience.AudienceReader;
import io.marquetry.audience.AudienceReaders;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.ProblemException;
import io.marquetry.source.AttributeType;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.tag.Window;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds what our source could mean by a field of a sender: of those whose type fits, first the ones
 * that hold values the rules ask for, then those whose names are alike.
 */
final class FieldOffers {

    /** So many of the names that are most alike are asked for their values. */
    private static final int MOST_ASKED = 12;

    private static final Comparator<FieldOffer.Candidate> LIKELIEST =
            Comparator.comparing(
                    one -> one.carried().isPresent() && one.carried().getAsLong() == 0);

    private final AudienceReaders readers;
    private final CancelSignal signal;

    FieldOffers(AudienceReaders readers, CancelSignal signal) {
        this.readers = readers;
        this.signal = signal;
    }

    FieldOffer of(FieldQuestion question) {
        String name = question.name();
        List<String> names =
                question.fitting().stream()
                        .sorted(
                                Comparator.comparingInt((String one) -> Alike.distance(one, name))
                                        .thenComparing(Comparator.naturalOrder()))
                        .toList();
        List<FieldOffer.Candidate> candidates = new ArrayList<>();
        for (String one : names) {
            OptionalLong carried =
                    candidates.size() < MOST_ASKED ? carried(question, one) : OptionalLong.empty();
            candidates.add(
                    new FieldOffer.Candidate(one, carried, isLikely(question, one, carried)));
        }
        // Sorting keeps those that are equal in the order of their names.
        candidates.sort(LIKELIEST);
        return new FieldOffer(question, candidates);
    }

    /** Any numbers are larger than one; texts that are the same are no chance. */
    private static boolean isLikely(FieldQuestion question, String ours, OptionalLong carried) {
        boolean alike = Alike.distance(ours, question.name()) <= 1;
        boolean telling = question.types().contains(AttributeType.TEXT);
        return carried.isEmpty() ? alike : carried.getAsLong() > 0 && (alike || telling);
    }

    private OptionalLong carried(FieldQuestion question, String ours) {
        List<TagRule> tests = new ArrayList<>();
        for (TagRule.OnField test : question.tests()) {
            sought(test)
                    .map(one -> new FieldNames(Map.of(one.field(), ours)).in(one))
                    .ifPresent(tests::add);
        }
        if (tests.isEmpty()) {
            return OptionalLong.empty();
        }
        TagRule any = new TagRule.Any(tests);
        try {
            AudienceReader reader = readers.reader(question.ours().name()).atAGlance();
            TagRule rule = question.ourStream().map(stream -> events(stream, any)).orElse(any);
            return OptionalLong.of(
                    reader.count(rule, new TagCatalog(List.of()), signal).audience());
        } catch (ProblemException e) {
            // The source does not answer now; names and types still tell something.
            return OptionalLong.empty();
        }
    }

    private static TagRule events(String stream, TagRule where) {
        return new TagRule.Events(
                stream,
                TagRule.Aggregate.COUNT,
                Optional.empty(),
                new Window.Always(),
                Optional.of(where),
                Comparison.AT_LEAST,
                new Value.Number(BigDecimal.ONE));
    }

    /** What a field holds that the test speaks of; the test itself may ask for all others. */
    private static Optional<TagRule.OnField> sought(TagRule.OnField test) {
        return switch (test) {
            case TagRule.Compare c when c.comparison() == Comparison.NOT_EQUAL ->
                    Optional.of(new TagRule.Compare(c.field(), Comparison.EQUAL, c.value()));
            case TagRule.Compare c -> Optional.of(c);
            case TagRule.Between b -> Optional.of(b);
            case TagRule.InLast l -> Optional.of(l);
            case TagRule.InList l -> Optional.of(l);
            case TagRule.Match m -> Optional.of(m);
            case TagRule.Missing m -> Optional.empty();
        };
    }
}
