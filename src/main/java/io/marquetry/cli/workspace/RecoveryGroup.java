package io.marquetry.cli.workspace;

import io.marquetry.cli.common.CommandGroup;
import io.marquetry.cli.common.CommandTools;

import picocli.CommandLine;

/** {@code workspace}: what can be done with a workspace as a whole. */
public final class RecoveryGroup {

    private RecoveryGroup() {}

    /** Returns the noun with its commands. */
    public static CommandLine of(CommandTools tools) {
        return CommandGroup.named("workspace", tools)
                .with("backups", () -> new BackupsCommand(tools.texts(), tools.clock()))
                .with("restore", () -> new RestoreCommand(tools.texts(), tools.clock()))
                .with("erase-person", () -> new ErasePersonCommand(tools))
                .with("remove-sample", () -> new RemoveSampleCommand(tools.opener(), tools.texts()))
                .made();
    }
}
