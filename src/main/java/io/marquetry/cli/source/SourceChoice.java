package io.marquetry.cli.source;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.Sources;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Finds the source that a command means. */
public final class SourceChoice {

    private SourceChoice() {}

    /** Returns the source of a name, or where none is named the only one. */
    public static ProfileSource of(Sources sources, @Nullable String name) {
        return name == null ? only(sources) : named(sources, name);
    }

    /**
     * Returns the source of a name as a user wrote it.
     *
     * @throws io.marquetry.base.ProblemException if there is none
     */
    public static ProfileSource named(Sources sources, String name) {
        if (!SourceName.isValid(name)) {
            throw Problem.of("problem.source.unknown", name).asException();
        }
        return sources.get(new SourceName(name));
    }

    private static ProfileSource only(Sources sources) {
        List<ProfileSource> listed = sources.list();
        if (listed.size() != 1) {
            String names = String.join(", ", listed.stream().map(s -> s.name().value()).toList());
            throw Problem.of("problem.source.choose", listed.size(), names).asException();
        }
        return listed.getFirst();
    }
}
