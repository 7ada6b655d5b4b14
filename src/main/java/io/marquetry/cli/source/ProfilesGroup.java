package io.marquetry.cli.source;

import io.marquetry.cli.common.CommandGroup;
import io.marquetry.cli.common.CommandTools;

import picocli.CommandLine;

/** {@code profiles}: customer files. */
public final class ProfilesGroup {

    private ProfilesGroup() {}

    /** Returns the noun with its commands. */
    public static CommandLine of(CommandTools tools) {
        return CommandGroup.named("profiles", tools)
                .with("import", () -> new ProfilesImportCommand(tools.opener(), tools.texts()))
                .made();
    }
}
