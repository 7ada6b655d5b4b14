package io.marquetry.requirement;

import io.marquetry.base.Problem;
import io.marquetry.pack.PackageKey;
import io.marquetry.tag.TagKey;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody wants to reach, and the tags that were accepted for it.
 *
 * @param goal in words, never blank
 * @param audience whom it is for, in words
 * @param channel how they are reached, in words
 * @param budget what it may cost, in the currency of the house; 0 or more
 * @param from the first day
 * @param until the last day, not before the first
 * @param owner who wants it
 * @param accepted tags that it means
 * @param missing parts of it that no tag fits
 * @param pack the package that was made of it
 */
public record Requirement(
        RequirementKey key,
        String goal,
        Optional<String> audience,
        Optional<String> channel,
        Optional<BigDecimal> budget,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Optional<String> owner,
        List<Accepted> accepted,
        List<Missing> missing,
        Optional<PackageKey> pack) {

    /** Longest text of a goal, an audience and a channel each, in UTF-16 units. */
    public static final int MAX_TEXT = 2_000;

    /**
     * Copies the lists.
     *
     * @throws io.marquetry.base.ProblemException if nothing is said, a text is too long, the budget
     *     is negative, or it ends before it begins
     */
    public Requirement {
        accepted = List.copyOf(accepted);
        missing = List.copyOf(missing);
        boolean overlong =
                Stream.of(Optional.of(goal), audience, channel)
                        .flatMap(Optional::stream)
                        .anyMatch(text -> text.length() > MAX_TEXT);
        if (goal.isBlank() || overlong) {
            throw Problem.of("problem.requirement.text", MAX_TEXT).asException();
        }
        if (budget.filter(amount -> amount.signum() < 0).isPresent()) {
            throw Problem.of("problem.requirement.budget").asException();
        }
        if (from.isPresent() && until.filter(from.get()::isAfter).isPresent()) {
            throw Problem.of("problem.requirement.days").asException();
        }
    }

    /** Returns a requirement of a goal alone. */
    public static Requirement of(RequirementKey key, String goal) {
        return new Requirement(
                key,
                goal.strip(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** Returns all that can be looked for: goal, audience and channel, a line each. */
    public String text() {
        return Stream.of(Optional.of(goal), audience, channel)
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
    }

    /** Returns the same requirement under another key. */
    public Requirement withKey(RequirementKey other) {
        return new Requirement(
                other, goal, audience, channel, budget, from, until, owner, accepted, missing,
                pack);
    }

    /** Returns this requirement with other tags accepted. */
    public Requirement withAccepted(List<Accepted> other) {
        return new Requirement(
                key, goal, audience, channel, budget, from, until, owner, other, missing, pack);
    }

    /** Returns this requirement with other parts missing. */
    public Requirement withMissing(List<Missing> other) {
        return new Requirement(
                key, goal, audience, channel, budget, from, until, owner, accepted, other, pack);
    }

    /** Returns this requirement with the package that was made of it. */
    public Requirement withPack(PackageKey made) {
        return new Requirement(
                key,
                goal,
                audience,
                channel,
                budget,
                from,
                until,
                owner,
                accepted,
                missing,
                Optional.of(made));
    }

    /** Returns where it stands. */
    public State state() {
        if (pack.isPresent()) {
            return State.PACKAGED;
        }
        return accepted.isEmpty() ? State.OPEN : State.MAPPED;
    }

    /** Where a requirement stands. */
    public enum State {
        /** No tag is accepted for it. */
        OPEN,
        /** Tags are accepted. */
        MAPPED,
        /** A package was made of it. */
        PACKAGED
    }

    /**
     * A tag that was accepted.
     *
     * @param excluded whether its people are left out; audience tags only
     */
    public record Accepted(TagKey tag, boolean excluded) {}

    /**
     * A part of it that no tag fits.
     *
     * @param words as they were written
     * @param draft the tag that was drafted for it
     */
    public record Missing(String words, Optional<TagKey> draft) {}
}
