package io.marquetry.cli.dispatch.suppress;

import io.marquetry.cli.common.CommandGroup;
import io.marquetry.cli.common.CommandTools;

import picocli.CommandLine;

/** {@code suppress}: who must not be written to. */
public final class SuppressGroup {

    private SuppressGroup() {}

    /** Returns the noun with its commands. */
    public static CommandLine of(CommandTools tools) {
        return CommandGroup.named("suppress")
                .addSubcommand(
                        "add", new SuppressAddCommand(tools.opener(), tools.texts(), tools.clock()))
                .addSubcommand("list", new SuppressListCommand(tools.opener(), tools.texts()))
                .addSubcommand(
                        "remove",
                        new SuppressRemoveCommand(tools.opener(), tools.texts(), tools.clock()));
    }
}
