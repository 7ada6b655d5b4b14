package io.marquetry.cli.tag;

import io.marquetry.cli.common.CommandGroup;
import io.marquetry.cli.common.CommandTools;

import picocli.CommandLine;

/** {@code tag}: the tags of a workspace. */
public final class TagGroup {

    private TagGroup() {}

    /** Returns the noun with its commands. */
    public static CommandLine of(CommandTools tools) {
        return CommandGroup.named("tag", tools)
                .with("import", () -> new TagImportCommand(tools.opener(), tools.texts()))
                .with("export", () -> new TagExportCommand(tools.opener(), tools.texts()))
                .with("create", () -> new TagCreateCommand(tools.opener(), tools.texts()))
                .with("list", () -> new TagListCommand(tools.opener(), tools.texts()))
                .with("lint", () -> new TagLintCommand(tools.opener(), tools.texts()))
                .with("show", () -> new TagShowCommand(tools.opener(), tools.texts()))
                .with("propose", () -> new TagProposeCommand(tools.opener(), tools.texts()))
                .with("rename", () -> new TagRenameCommand(tools.opener(), tools.texts()))
                .with("merge", () -> new TagMergeCommand(tools.opener(), tools.texts()))
                .with("undo", () -> new TagUndoCommand(tools.opener(), tools.texts()))
                .with("keep", () -> new TagKeepCommand(tools.opener(), tools.texts()))
                .with("activate", () -> new TagActivateCommand(tools.opener(), tools.texts()))
                .with("deprecate", () -> new TagDeprecateCommand(tools.opener(), tools.texts()))
                .with("retire", () -> new TagRetireCommand(tools.opener(), tools.texts()))
                .with("remove", () -> new TagRemoveCommand(tools.opener(), tools.texts()))
                .with("words", () -> new TagWordsCommand(tools.opener(), tools.texts()))
                .with("watch", () -> new TagWatchCommand(tools.opener(), tools.texts()))
                .made();
    }
}
