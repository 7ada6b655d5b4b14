package io.marquetry.audience;

import io.marquetry.audience.AudienceExpression.Leaf;
import io.marquetry.base.CancelSignal;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers who and how many, from one profile source. All methods block; a cancelled one ends with
 * {@link CancelSignal.Cancelled}, a failed one with a {@link io.marquetry.base.ProblemException}
 * (unknown tag, column that is gone, source that does not answer).
 */
public interface AudienceReader {

    /**
     * Returns who answers the same for numbers that are looked at and not kept: where only a pass
     * over all rows tells whether the source changed, its snapshots are named by the moment of the
     * answer. Their numbers are as exact; equal fingerprints are equal states, and different ones
     * may be equal, too.
     */
    default AudienceReader atAGlance() {
        return this;
    }

    /** Counts an audience. */
    AudienceSize count(AudienceQuery query, CancelSignal signal);

    /**
     * Counts an audience, and how many of it are in each of others, all by one question.
     *
     * @param others over the same tags
     * @return the audience, then for each of the others those who are in both
     */
    List<AudienceSize> count(
            AudienceQuery query, List<AudienceExpression> others, CancelSignal signal);

    /** Counts who satisfies one rule, which need not be saved as a tag. */
    AudienceSize count(TagRule rule, TagCatalog tags, CancelSignal signal);

    /**
     * Counts an audience by the values of an attribute.
     *
     * @param attribute the name of an attribute of the source's profile model
     */
    Breakdown breakDown(AudienceQuery query, String attribute, CancelSignal signal);

    /**
     * Returns what the source knows of one profile.
     *
     * @param key as people know it
     * @return its attributes by name, without those that are missing; empty where nobody has the
     *     key
     */
    Map<String, String> person(String key, CancelSignal signal);

    /**
     * Returns which tags and conditions one profile satisfies, by one question.
     *
     * @param key as people know it
     * @param leaves those that are asked for
     * @return empty where nobody has the key
     */
    Optional<Carried> carried(
            String key, Collection<Leaf> leaves, TagCatalog tags, CancelSignal signal);

    /** Reads a row of each table that the source is made of: fails where one cannot be read. */
    void probe(CancelSignal signal);
}
