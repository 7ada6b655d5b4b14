package io.marquetry.audience;

import io.marquetry.base.CancelSignal;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;

/** Reads from one profile source who satisfies a rule; all methods may block. */
public interface MembershipReader {

    /** Returns the state of the source that answers are exact for. */
    Snapshot snapshot();

    /** Returns how many profiles there are; their ordinals run from 0 without gaps. */
    long profiles();

    /**
     * Returns the ordinals of all who satisfy the rule, ascending.
     *
     * @throws io.marquetry.base.ProblemException if the rule does not fit the source
     */
    int[] ordinals(TagRule rule, TagCatalog tags, CancelSignal signal);
}
