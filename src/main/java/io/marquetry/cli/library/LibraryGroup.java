package io.marquetry.cli.library;

import io.marquetry.cli.common.CommandGroup;
import io.marquetry.cli.common.CommandTools;

import picocli.CommandLine;

/** {@code library}: what others are made from. */
public final class LibraryGroup {

    private LibraryGroup() {}

    /** Returns the noun with its commands. */
    public static CommandLine of(CommandTools tools) {
        return CommandGroup.named("library")
                .addSubcommand("list", new LibraryListCommand(tools.opener(), tools.texts()))
                .addSubcommand("show", new LibraryShowCommand(tools.opener(), tools.texts()))
                .addSubcommand(
                        "nominate", new LibraryNominateCommand(tools.opener(), tools.texts()))
                .addSubcommand("admit", new LibraryAdmitCommand(tools.opener(), tools.texts()))
                .addSubcommand("review", new LibraryReviewCommand(tools.opener(), tools.texts()))
                .addSubcommand("retire", new LibraryRetireCommand(tools.opener(), tools.texts()))
                .addSubcommand("use", new LibraryUseCommand(tools.opener(), tools.texts()))
                .addSubcommand("behind", new LibraryBehindCommand(tools.opener(), tools.texts()))
                .addSubcommand("merge", new LibraryMergeCommand(tools.opener(), tools.texts()))
                .addSubcommand("rules", new LibraryRulesCommand(tools.opener(), tools.texts()));
    }
}
