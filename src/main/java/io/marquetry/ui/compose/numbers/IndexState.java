package io.marquetry.ui.compose.numbers;

import io.marquetry.base.Problem;
import io.marquetry.index.Freshness;
import io.marquetry.index.LiveSource;
import io.marquetry.index.MembershipIndex;
import io.marquetry.tag.TagKey;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Whether the numbers of the composer can come from an index, and of what state that index is. */
public sealed interface IndexState {

    /** No package is open. */
    record None() implements IndexState {}

    /**
     * The index is being made.
     *
     * @param done the share that is done, 0 to 1
     */
    record Building(double done) implements IndexState {}

    /** The user stopped the making. */
    record Stopped() implements IndexState {}

    /** Numbers come from the source itself, because it is too large or somebody wants it so. */
    record Live(LiveSource source) implements IndexState {}

    /** The index could not be made. */
    record Failed(Problem why) implements IndexState {}

    /**
     * Numbers come from the index.
     *
     * @param freshness how the index stood against the source when that was last looked at
     * @param refreshing the share that is done of another one that will take its place
     * @param failed why the last refresh came to nothing
     */
    record Ready(
            MembershipIndex index,
            Freshness freshness,
            OptionalDouble refreshing,
            Optional<Problem> failed)
            implements IndexState {

        Ready(MembershipIndex index) {
            this(index, new Freshness.Fresh(), OptionalDouble.empty(), Optional.empty());
        }

        Ready seen(Freshness now) {
            return new Ready(index, now, refreshing, failed);
        }

        Ready refreshed(double done) {
            return new Ready(index, freshness, OptionalDouble.of(done), Optional.empty());
        }

        Ready kept(Optional<Problem> why) {
            return new Ready(index, freshness, OptionalDouble.empty(), why);
        }
    }

    /** Returns whether the source did not answer when its numbers were last compared with it. */
    default boolean isGone() {
        return this instanceof Ready found && found.freshness() instanceof Freshness.Gone;
    }

    /** Returns the tags that cannot work on the source, and why; empty where that is not known. */
    default Optional<Map<TagKey, Problem>> misfits() {
        return switch (this) {
            case Ready found -> Optional.of(found.index().misfits());
            case Live(LiveSource asked) -> Optional.of(asked.misfits());
            case None none -> Optional.empty();
            case Building building -> Optional.empty();
            case Stopped stopped -> Optional.empty();
            case Failed failed -> Optional.empty();
        };
    }

    /** Returns the index that numbers come from, if there is one. */
    default Optional<MembershipIndex> ready() {
        return this instanceof Ready found ? Optional.of(found.index()) : Optional.empty();
    }
}
