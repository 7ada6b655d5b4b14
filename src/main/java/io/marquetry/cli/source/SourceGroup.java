package io.marquetry.cli.source;

import io.marquetry.cli.common.CommandGroup;
import io.marquetry.cli.common.CommandTools;

import picocli.CommandLine;

/** {@code source}: the profile sources of a workspace. */
public final class SourceGroup {

    private SourceGroup() {}

    /** Returns the noun with its commands. */
    public static CommandLine of(CommandTools tools) {
        return CommandGroup.named("source")
                .addSubcommand("list", new SourceListCommand(tools.opener(), tools.texts()))
                .addSubcommand("add", new SourceAddCommand(tools.opener(), tools.texts()))
                .addSubcommand("propose", new SourceProposeCommand(tools.opener(), tools.texts()))
                .addSubcommand("check", new SourceCheckCommand(tools.opener(), tools.texts()))
                .addSubcommand("mapping", new SourceMappingCommand(tools.opener(), tools.texts()))
                .addSubcommand("rename", new SourceRenameCommand(tools.opener(), tools.texts()))
                .addSubcommand("label", new SourceLabelCommand(tools.opener(), tools.texts()))
                .addSubcommand("live", new SourceLiveCommand(tools.opener(), tools.texts()))
                .addSubcommand("refresh", new SourceRefreshCommand(tools.opener(), tools.texts()))
                .addSubcommand("remove", new SourceRemoveCommand(tools.opener(), tools.texts()));
    }
}
