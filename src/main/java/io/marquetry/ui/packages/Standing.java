package io.marquetry.ui.packages;

import io.marquetry.effect.review.PackageOutcomes.Achieved;
import io.marquetry.pack.PackageMarks.Mark;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a package stands, as far as it is known by now.
 *
 * @param finished its newest finished version; empty where there is none
 * @param mark what a manager noted of it
 * @param now how many the package as it stands addresses; empty while that is not counted
 * @param achieved what came of it; empty where no outcomes tell
 */
record Standing(
        Optional<Newest> finished,
        Optional<Mark> mark,
        OptionalLong now,
        Optional<Achieved> achieved) {

    /** Nothing is known of it. */
    static final Standing UNKNOWN =
            new Standing(
                    Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty());

    /**
     * The newest finished version.
     *
     * @param same whether the package says just what the version says
     * @param audience how many the version addresses
     */
    record Newest(int number, Instant at, boolean same, long audience) {}

    /** Returns what is known of both, the newer first. */
    Standing with(Standing newer) {
        return new Standing(
                newer.finished().or(this::finished),
                newer.finished().isPresent() ? newer.mark() : mark,
                newer.now().isPresent() ? newer.now() : now,
                newer.achieved().or(this::achieved));
    }

    /** Returns how many are addressed: now, or as the newest version was finished. */
    OptionalLong audience() {
        return now.isPresent()
                ? now
                : finished.map(one -> OptionalLong.of(one.audience())).orElse(OptionalLong.empty());
    }
}
