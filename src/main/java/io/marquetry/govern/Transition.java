package io.marquetry.govern;

/**
 * One step in the life of something, for one role.
 *
 * @param <S> the states of that life
 * @param otherPerson whether only somebody may make it who had no part in what is judged
 * @param needsReason whether a reason has to be given, or a successor where there can be one
 * @param needsNoUse whether it is refused while anything uses it
 */
public record Transition<S extends Enum<S>>(
        S from, S to, Role role, boolean otherPerson, boolean needsReason, boolean needsNoUse) {}
