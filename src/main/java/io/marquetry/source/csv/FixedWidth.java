package io.marquetry.source.csv;

import io.marquetry.base.Problem;

import java.util.List;

/** Recognises tables whose columns are told apart by their places, not by a delimiter. */
final class FixedWidth {

    private static final int ROWS = 300;
    private static final int FEWEST_ROWS = 3;

    private FixedWidth() {}

    /**
     * Refuses such a table: as one column it would be imported without a word.
     *
     * @throws io.marquetry.base.ProblemException if it is one
     */
    static void refuse(String text, String label) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).limit(ROWS).toList();
        if (lines.size() >= FEWEST_ROWS && hasGap(lines)) {
            throw Problem.of("problem.import.fixedWidth", label).asException();
        }
    }

    /** Returns whether all lines have a blank at one place, and most have two of them there. */
    private static boolean hasGap(List<String> lines) {
        int longest = lines.stream().mapToInt(String::length).max().orElse(0);
        for (int i = 1; i < longest - 1; i++) {
            int at = i;
            boolean blank = lines.stream().allMatch(line -> isBlank(line, at));
            long wide =
                    lines.stream()
                            .filter(line -> isBlank(line, at - 1) || isBlank(line, at + 1))
                            .count();
            boolean around =
                    lines.stream().filter(line -> line.length() > at + 1).count() * 2 > lines.size()
                            && lines.stream()
                                    .anyMatch(
                                            line ->
                                                    !line.substring(0, Math.min(at, line.length()))
                                                            .isBlank());
            if (blank && around && wide * 2 > lines.size()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(String line, int at) {
        return at >= line.length() || line.charAt(at) == ' ';
    }
}
