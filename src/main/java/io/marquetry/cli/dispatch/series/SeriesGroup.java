package io.marquetry.cli.dispatch.series;

import io.marquetry.cli.common.CommandGroup;
import io.marquetry.cli.common.CommandTools;

import picocli.CommandLine;

/** {@code series}: dispatches that repeat themselves. */
public final class SeriesGroup {

    private SeriesGroup() {}

    /** Returns the noun with its commands. */
    public static CommandLine of(CommandTools tools) {
        return CommandGroup.named("series", tools)
                .with("add", () -> new SeriesAddCommand(tools.opener(), tools.texts()))
                .with("list", () -> new SeriesListCommand(tools.opener(), tools.texts()))
                .with("approve", () -> new SeriesApproveCommand(tools.opener(), tools.texts()))
                .with("stop", () -> new SeriesStopCommand(tools.opener(), tools.texts()))
                .made();
    }
}
