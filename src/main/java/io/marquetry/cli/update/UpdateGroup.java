package io.marquetry.cli.update;

import io.marquetry.cli.common.CommandGroup;
import io.marquetry.cli.common.CommandTools;

import picocli.CommandLine;

/** {@code update}: whether there is a newer version of the program. */
public final class UpdateGroup {

    private UpdateGroup() {}

    /** Returns the noun with its commands. */
    public static CommandLine of(CommandTools tools) {
        return CommandGroup.named("update")
                .addSubcommand("allow", new UpdateAllowCommand(tools, true))
                .addSubcommand("forbid", new UpdateAllowCommand(tools, false))
                .addSubcommand("check", new UpdateCheckCommand(tools));
    }
}
