package io.marquetry.cli.update;

import io.marquetry.cli.common.CommandGroup;
import io.marquetry.cli.common.CommandTools;

import picocli.CommandLine;

/** {@code update}: whether there is a newer version of the program. */
public final class UpdateGroup {

    private UpdateGroup() {}

    /** Returns the noun with its commands. */
    public static CommandLine of(CommandTools tools) {
        return CommandGroup.named("update", tools)
                .with("allow", () -> new UpdateAllowCommand(tools, true))
                .with("forbid", () -> new UpdateAllowCommand(tools, false))
                .with("check", () -> new UpdateCheckCommand(tools))
                .made();
    }
}
