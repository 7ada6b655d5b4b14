package io.marquetry.cli.source;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.source.ProfileSource;
import io.marquetry.workspace.OpenWorkspace;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** Finds the source that a command means. */
public final class SourceChoice {

    private SourceChoice() {}

    /** Returns the source of a name, or where none is named the only one. */
    public static ProfileSource of(OpenWorkspace workspace, @Nullable String name) {
        return name == null ? only(workspace) : named(workspace, name);
    }

    public static ProfileSource named(OpenWorkspace workspace, String name) {
        return Optional.of(name)
                .filter(SourceName::isValid)
                .map(SourceName::new)
                .flatMap(workspace.sources()::find)
                .orElseThrow(() -> Problem.of("problem.source.unknown", name).asException());
    }

    private static ProfileSource only(OpenWorkspace workspace) {
        List<ProfileSource> sources = workspace.sources().list();
        if (sources.size() != 1) {
            String names = String.join(", ", sources.stream().map(s -> s.name().value()).toList());
            throw Problem.of("problem.source.choose", sources.size(), names).asException();
        }
        return sources.getFirst();
    }
}
