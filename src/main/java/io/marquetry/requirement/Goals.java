package io.marquetry.requirement;

import io.marquetry.base.Kept;
import io.marquetry.base.Problem;
import io.marquetry.base.Settings;
import io.marquetry.base.Sha256;
import io.marquetry.pack.PackageKey;

import java.util.Optional;

/**
 * What packages are for, in words: as somebody said, else as the requirement says that a package
 * was made of. Blocks.
 */
public final class Goals {

    /** Longest goal that can be said of a package, in UTF-16 units. */
    public static final int MAX_TEXT = 500;

    private static final int DIGITS = 40;

    private final Settings settings;
    private final Requirements requirements;

    /** Keeps goals in a workspace. */
    public Goals(Settings settings, Requirements requirements) {
        this.settings = settings;
        this.requirements = requirements;
    }

    /** Returns what a package is for; empty where nobody said. */
    public Optional<String> of(PackageKey key) {
        return settings.get(name(key))
                .filter(said -> !said.isBlank())
                .or(
                        () ->
                                requirements.all().stream()
                                        .map(Kept::value)
                                        .filter(one -> one.pack().equals(Optional.of(key)))
                                        .map(Requirement::goal)
                                        .findFirst());
    }

    /**
     * Says what a package is for, in place of what was said before; durable when it returns.
     *
     * @param goal blank: nobody says it any more
     * @throws io.marquetry.base.ProblemException if it is longer than {@link #MAX_TEXT}
     */
    public void say(PackageKey key, String goal) {
        if (goal.strip().length() > MAX_TEXT) {
            throw Problem.of("problem.package.goalTooLong", MAX_TEXT).asException();
        }
        settings.put(name(key), goal.strip());
    }

    private static String name(PackageKey key) {
        return "package.goal." + Sha256.of(key.value()).substring(0, DIGITS);
    }
}
