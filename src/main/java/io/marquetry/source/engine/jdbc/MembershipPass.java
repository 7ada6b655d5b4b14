package io.marquetry.source.engine.jdbc;

import io.marquetry.base.CancelSignal;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;

import java.util.List;
import java.util.function.LongConsumer;

/** Finds who satisfies which rules, in the way that suits one engine. */
@FunctionalInterface
public interface MembershipPass {

    /** Does what {@link io.marquetry.audience.MembershipReader#memberships} says. */
    List<long[]> memberships(
            List<TagRule> rules, TagCatalog tags, LongConsumer read, CancelSignal signal);
}
