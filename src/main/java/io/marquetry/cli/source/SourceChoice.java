package io.marquetry.cli.source;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.Sources;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** Finds the source that a command means. */
public final class SourceChoice {

    private SourceChoice() {}

    /** Returns the source of a name, or where none is named the only one. */
    public static ProfileSource of(Sources sources, @Nullable String name) {
        return name == null ? only(sources) : named(sources, name);
    }

    public static ProfileSource named(Sources sources, String name) {
        return Optional.of(name)
                .filter(SourceName::isValid)
                .map(SourceName::new)
                .flatMap(sources::find)
                .orElseThrow(() -> Problem.of("problem.source.unknown", name).asException());
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
