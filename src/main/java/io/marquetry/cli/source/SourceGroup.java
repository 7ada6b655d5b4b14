package io.marquetry.cli.source;

import io.marquetry.cli.common.CommandGroup;
import io.marquetry.cli.common.CommandTools;

import picocli.CommandLine;

/** {@code source}: the profile sources of a workspace. */
public final class SourceGroup {

    private SourceGroup() {}

    /** Returns the noun with its commands. */
    public static CommandLine of(CommandTools tools) {
        return CommandGroup.named("source", tools)
                .with("list", () -> new SourceListCommand(tools.opener(), tools.texts()))
                .with("add", () -> new SourceAddCommand(tools.opener(), tools.texts()))
                .with("propose", () -> new SourceProposeCommand(tools.opener(), tools.texts()))
                .with("check", () -> new SourceCheckCommand(tools.opener(), tools.texts()))
                .with("mapping", () -> new SourceMappingCommand(tools.opener(), tools.texts()))
                .with("rename", () -> new SourceRenameCommand(tools.opener(), tools.texts()))
                .with("label", () -> new SourceLabelCommand(tools.opener(), tools.texts()))
                .with("live", () -> new SourceLiveCommand(tools.opener(), tools.texts()))
                .with("refresh", () -> new SourceRefreshCommand(tools.opener(), tools.texts()))
                .with("remove", () -> new SourceRemoveCommand(tools.opener(), tools.texts()))
                .made();
    }
}
