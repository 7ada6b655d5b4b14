package io.marquetry.ui.compose;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceReader;
import io.marquetry.audience.AudienceSize;
import io.marquetry.audience.Breakdown;
import io.marquetry.audience.Carried;
import io.marquetry.audience.Expressions;
import io.marquetry.audience.Snapshot;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Answers what the test says: 64,000 less 10,000 for each tag that is named, or a failure. */
public final class SteeredReader implements AudienceReader {

    static final long PROFILES = 64_000;

    public Optional<Problem> fails = Optional.empty();
    public int counts;

    public static long expected(int tags) {
        return PROFILES - 10_000L * tags;
    }

    @Override
    public AudienceSize count(AudienceQuery query, CancelSignal signal) {
        counts++;
        fails.ifPresent(
                problem -> {
                    throw problem.asException();
                });
        signal.check();
        return size(expected(Expressions.tagsIn(query.expression()).size()));
    }

    @Override
    public List<AudienceSize> count(
            AudienceQuery query, List<AudienceExpression> others, CancelSignal signal) {
        return Stream.concat(
                        Stream.of(query),
                        others.stream()
                                .map(
                                        other ->
                                                new AudienceQuery(
                                                        new AllOf(
                                                                List.of(query.expression(), other)),
                                                        query.tags())))
                .map(one -> count(one, signal))
                .toList();
    }

    @Override
    public AudienceSize count(TagRule rule, TagCatalog tags, CancelSignal signal) {
        return size(expected(1));
    }

    @Override
    public Breakdown breakDown(AudienceQuery query, String attribute, CancelSignal signal) {
        long all = count(query, signal).audience();
        return new Breakdown(
                attribute,
                List.of(
                        new Breakdown.OfValue("Web", all / 2),
                        new Breakdown.OfValue("Phone", all / 4),
                        new Breakdown.OfValue("Multichannel", all / 8),
                        new Breakdown.OfMissing(all - all / 2 - all / 4 - all / 8)));
    }

    @Override
    public Map<String, String> person(String key, CancelSignal signal) {
        return Map.of("channel", "Web");
    }

    @Override
    public Optional<Carried> carried(
            String key,
            Collection<AudienceExpression.Leaf> leaves,
            TagCatalog tags,
            CancelSignal signal) {
        return Optional.of(new Carried(size(PROFILES).snapshot(), Set.copyOf(leaves)));
    }

    private static AudienceSize size(long audience) {
        return new AudienceSize(
                audience,
                PROFILES,
                new Snapshot(Shelf.SOURCE, "00", Shelf.NOON, LocalDate.of(2026, 11, 23)),
                Duration.ofMillis(12));
    }

    @Override
    public void probe(CancelSignal signal) {
        throw new UnsupportedOperationException();
    }
}
