package io.marquetry.cli.dispatch.series;

import io.marquetry.cli.common.CommandGroup;
import io.marquetry.cli.common.CommandTools;

import picocli.CommandLine;

/** {@code series}: dispatches that repeat themselves. */
public final class SeriesGroup {

    private SeriesGroup() {}

    /** Returns the noun with its commands. */
    public static CommandLine of(CommandTools tools) {
        return CommandGroup.named("series")
                .addSubcommand("add", new SeriesAddCommand(tools.opener(), tools.texts()))
                .addSubcommand("list", new SeriesListCommand(tools.opener(), tools.texts()))
                .addSubcommand("approve", new SeriesApproveCommand(tools.opener(), tools.texts()))
                .addSubcommand("stop", new SeriesStopCommand(tools.opener(), tools.texts()));
    }
}
