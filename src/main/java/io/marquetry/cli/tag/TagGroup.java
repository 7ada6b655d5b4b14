package io.marquetry.cli.tag;

import io.marquetry.cli.common.CommandGroup;
import io.marquetry.cli.common.CommandTools;

import picocli.CommandLine;

/** {@code tag}: the tags of a workspace. */
public final class TagGroup {

    private TagGroup() {}

    /** Returns the noun with its commands. */
    public static CommandLine of(CommandTools tools) {
        return CommandGroup.named("tag")
                .addSubcommand("import", new TagImportCommand(tools.opener(), tools.texts()))
                .addSubcommand("export", new TagExportCommand(tools.opener(), tools.texts()))
                .addSubcommand("create", new TagCreateCommand(tools.opener(), tools.texts()))
                .addSubcommand("list", new TagListCommand(tools.opener(), tools.texts()))
                .addSubcommand("lint", new TagLintCommand(tools.opener(), tools.texts()))
                .addSubcommand("show", new TagShowCommand(tools.opener(), tools.texts()))
                .addSubcommand("propose", new TagProposeCommand(tools.opener(), tools.texts()))
                .addSubcommand("rename", new TagRenameCommand(tools.opener(), tools.texts()))
                .addSubcommand("merge", new TagMergeCommand(tools.opener(), tools.texts()))
                .addSubcommand("undo", new TagUndoCommand(tools.opener(), tools.texts()))
                .addSubcommand("keep", new TagKeepCommand(tools.opener(), tools.texts()))
                .addSubcommand("activate", new TagActivateCommand(tools.opener(), tools.texts()))
                .addSubcommand("deprecate", new TagDeprecateCommand(tools.opener(), tools.texts()))
                .addSubcommand("retire", new TagRetireCommand(tools.opener(), tools.texts()))
                .addSubcommand("remove", new TagRemoveCommand(tools.opener(), tools.texts()))
                .addSubcommand("words", new TagWordsCommand(tools.opener(), tools.texts()))
                .addSubcommand("watch", new TagWatchCommand(tools.opener(), tools.texts()));
    }
}
