package io.marquetry.cli.dispatch.suppress;

import io.marquetry.cli.common.CommandGroup;
import io.marquetry.cli.common.CommandTools;

import picocli.CommandLine;

/** {@code suppress}: who must not be written to. */
public final class SuppressGroup {

    private SuppressGroup() {}

    /** Returns the noun with its commands. */
    public static CommandLine of(CommandTools tools) {
        return CommandGroup.named("suppress", tools)
                .with(
                        "add",
                        () -> new SuppressAddCommand(tools.opener(), tools.texts(), tools.clock()))
                .with("list", () -> new SuppressListCommand(tools.opener(), tools.texts()))
                .with(
                        "remove",
                        () ->
                                new SuppressRemoveCommand(
                                        tools.opener(), tools.texts(), tools.clock()))
                .made();
    }
}
