package io.marquetry.proof;

import io.marquetry.asset.Asset;
import io.marquetry.asset.Template;
import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.PeopleReader;
import io.marquetry.audience.Snapshot;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.index.Freshness;
import io.marquetry.index.MembershipIndex;
import io.marquetry.source.ProfileSource;
import io.marquetry.tag.TagCatalog;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes proofs of texts: filled for the whole audience, as a dispatch fills them, and measured.
 * Blocks, so never call it on the FX thread.
 */
public final class Proofs {

    private final AudienceIndexes indexes;
    private final Function<SourceName, PeopleReader> people;
    private final Function<SourceName, ProfileSource> sources;

    /** Makes them for a workspace. */
    public Proofs(
            AudienceIndexes indexes,
            Function<SourceName, PeopleReader> people,
            Function<SourceName, ProfileSource> sources) {
        this.indexes = indexes;
        this.people = people;
        this.sources = sources;
    }

    /**
     * Fills the text of an asset for everybody of an audience.
     *
     * @param language of the text
     * @param audience empty: everybody of the source
     * @param fixed fields that are the same for everybody, and their values
     * @throws io.marquetry.base.ProblemException if the asset has no text, or the source does not
     *     open or changed meanwhile
     * @throws CancelSignal.Cancelled if asked to stop
     */
    public Proof of(
            Asset asset,
            Locale language,
            SourceName source,
            Optional<AudienceExpression> audience,
            TagCatalog tags,
            Map<String, String> fixed,
            CancelSignal signal) {
        Template template = template(asset, language).with(fixed);
        ProfileSource from = sources.apply(source);
        List<String> known =
                template.fields().stream()
                        .filter(field -> from.model().attribute(field).isPresent())
                        .toList();
        ProofCount count = new ProofCount(asset.kind(), template, known);
        MembershipIndex index = index(source, tags, signal);
        Optional<long[]> members = audience.map(index::members);
        long begun = System.nanoTime();
        int[] ordinal = {0};
        Snapshot read =
                people.apply(source)
                        .people(
                                known,
                                (key, values) -> {
                                    int at = ordinal[0]++;
                                    if (members.isEmpty()
                                            || (members.get()[at >>> 6] >>> at & 1) == 1) {
                                        count.person(key, values);
                                    }
                                },
                                signal);
        if (!read.fingerprint().equals(index.snapshot().fingerprint())) {
            throw Problem.of("problem.index.changed").asException();
        }
        return count.proof(read, Duration.ofNanos(System.nanoTime() - begun));
    }

    private MembershipIndex index(SourceName source, TagCatalog tags, CancelSignal signal) {
        MembershipIndex index = indexes.index(source, tags, done -> {}, signal);
        boolean stale =
                indexes.freshness(source).filter(Freshness.Fresh.class::isInstance).isEmpty();
        return stale ? indexes.refresh(source, tags, done -> {}, signal) : index;
    }

    private static Template template(Asset asset, Locale language) {
        return new Template(
                asset.body()
                        .orElseThrow(
                                () ->
                                        Problem.of("problem.asset.noText", asset.key().value())
                                                .asException())
                        .in(language));
    }
}
