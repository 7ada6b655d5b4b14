package io.marquetry.govern;

import io.marquetry.base.LocalizedText;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How a tag or an asset is kept.
 *
 * @param owner who answers for it
 * @param team the people around the owner
 * @param validFrom the first day on which it is meant to be used
 * @param validUntil the last such day, not before the first
 * @param successor the key to take instead, where it is deprecated
 * @param reason why it is deprecated or retired
 * @param scenario what it is used for
 */
public record Care(
        LifeState state,
        Optional<String> owner,
        Optional<String> team,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validUntil,
        Optional<String> successor,
        Optional<String> reason,
        Optional<LocalizedText> scenario) {

    /** Longest owner and team, in UTF-16 units. */
    public static final int MAX_NAME = 64;

    /** In use, and nobody's. */
    public static final Care NONE = of(LifeState.ACTIVE);

    /** Refuses overlong names and a validity that ends before it begins. */
    public Care {
        if (owner.filter(Care::tooLong).isPresent() || team.filter(Care::tooLong).isPresent()) {
            throw new IllegalArgumentException("a name of 1 to " + MAX_NAME + " characters");
        }
        if (validFrom.isPresent() && validUntil.filter(validFrom.get()::isAfter).isPresent()) {
            throw new IllegalArgumentException("the validity ends before it begins");
        }
    }

    /** Returns a state without anything else. */
    public static Care of(LifeState state) {
        return new Care(
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns this care with another owner; empty: nobody. */
    public Care withOwner(Optional<String> other) {
        return new Care(state, other, team, validFrom, validUntil, successor, reason, scenario);
    }

    /** Returns this care with another team; empty: none. */
    public Care withTeam(Optional<String> other) {
        return new Care(state, owner, other, validFrom, validUntil, successor, reason, scenario);
    }

    /** Returns this care with another scenario. */
    public Care withScenario(Optional<LocalizedText> other) {
        return new Care(state, owner, team, validFrom, validUntil, successor, reason, other);
    }

    /**
     * Returns this care with another validity.
     *
     * @throws IllegalArgumentException if it ends before it begins
     */
    public Care withValidity(Optional<LocalDate> from, Optional<LocalDate> until) {
        return new Care(state, owner, team, from, until, successor, reason, scenario);
    }

    /** Returns this care in another state, with what is to be taken instead and why. */
    public Care withState(
            LifeState other, Optional<String> otherSuccessor, Optional<String> otherReason) {
        return new Care(
                other, owner, team, validFrom, validUntil, otherSuccessor, otherReason, scenario);
    }

    /** Returns whether the last day on which it is meant to be used has passed. */
    public boolean isExpired(LocalDate today) {
        return validUntil.filter(today::isAfter).isPresent();
    }

    private static boolean tooLong(String name) {
        return name.isBlank() || name.length() > MAX_NAME;
    }
}
