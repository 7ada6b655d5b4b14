package io.marquetry.index;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.MembershipReader;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Proposes whether a source gets an index or is asked itself, by its size and by what is measured.
 * Blocks, so never call it on the FX thread.
 *
 * @param audiences ask sources, both ways
 * @param tags returns what is asked for
 * @param uses remember the limit of the workspace
 */
public record LiveProposals(Audiences audiences, Supplier<TagCatalog> tags, LiveUse uses) {

    /** As many tags as are in sight at a time. */
    private static final int MOST_TAGS = 8;

    /**
     * Asks a source for some tags as an index would, and counts them as live use would. What is
     * read for the index is not kept.
     *
     * @throws io.marquetry.base.ProblemException if the source does not answer
     */
    public LiveProposal measure(SourceName source, CancelSignal signal) {
        TagCatalog known = tags.get();
        MembershipReader reader = audiences.indexes().reader(source);
        List<Tag> asked =
                known.tags().stream()
                        .filter(tag -> tag.category() == Category.AUDIENCE)
                        .filter(tag -> Misfit.of(tag, reader, known).isEmpty())
                        .limit(MOST_TAGS)
                        .toList();
        long begun = System.nanoTime();
        List<TagRule> rules = asked.stream().map(tag -> known.rule(tag.key())).toList();
        reader.together(
                one ->
                        one.hasOrdinals()
                                ? one.memberships(rules, known, read -> {}, signal)
                                : one.memberships(rules, known, read -> {}, key -> {}, signal),
                signal);
        long built = System.nanoTime();
        audiences
                .readers()
                .reader(source)
                .atAGlance()
                .count(
                        new AudienceQuery(new AllOf(List.of()), known),
                        List.copyOf(asked.stream().map(tag -> new TagRef(tag.key())).toList()),
                        signal);
        long answered = System.nanoTime();
        long profiles = reader.profiles();
        return new LiveProposal(
                profiles,
                uses.limit(),
                asked.size(),
                (profiles + Byte.SIZE - 1) / Byte.SIZE,
                Duration.ofNanos(built - begun),
                Duration.ofNanos(answered - built));
    }
}
