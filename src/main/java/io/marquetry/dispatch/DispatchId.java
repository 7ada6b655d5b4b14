package io.marquetry.dispatch;

import io.marquetry.base.Problem;

/**
 * The number of a dispatch in its workspace.
 *
 * @param number from 1; never given twice
 */
public record DispatchId(int number) implements Comparable<DispatchId> {

    /** Refuses a number below 1. */
    public DispatchId {
        if (number < 1) {
            throw new IllegalArgumentException("not a number of a dispatch: " + number);
        }
    }

    /**
     * Reads a number as people write it, with or without the sign before it.
     *
     * @throws io.marquetry.base.ProblemException if it is none
     */
    public static DispatchId parse(String text) {
        String digits = text.startsWith("#") ? text.substring(1) : text;
        if (!digits.matches("[1-9][0-9]{0,8}")) {
            throw Problem.of("problem.dispatch.id", text).asException();
        }
        return new DispatchId(Integer.parseInt(digits));
    }

    /** Returns the number as people type it. */
    public String text() {
        return Integer.toString(number);
    }

    @Override
    public int compareTo(DispatchId other) {
        return Integer.compare(number, other.number);
    }
}
