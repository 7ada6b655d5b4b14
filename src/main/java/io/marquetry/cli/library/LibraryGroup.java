package io.marquetry.cli.library;

import io.marquetry.cli.common.CommandGroup;
import io.marquetry.cli.common.CommandTools;

import picocli.CommandLine;

/** {@code library}: what others are made from. */
public final class LibraryGroup {

    private LibraryGroup() {}

    /** Returns the noun with its commands. */
    public static CommandLine of(CommandTools tools) {
        return CommandGroup.named("library", tools)
                .with("list", () -> new LibraryListCommand(tools.opener(), tools.texts()))
                .with("show", () -> new LibraryShowCommand(tools.opener(), tools.texts()))
                .with("nominate", () -> new LibraryNominateCommand(tools.opener(), tools.texts()))
                .with("admit", () -> new LibraryAdmitCommand(tools.opener(), tools.texts()))
                .with("review", () -> new LibraryReviewCommand(tools.opener(), tools.texts()))
                .with("retire", () -> new LibraryRetireCommand(tools.opener(), tools.texts()))
                .with("use", () -> new LibraryUseCommand(tools.opener(), tools.texts()))
                .with("behind", () -> new LibraryBehindCommand(tools.opener(), tools.texts()))
                .with("merge", () -> new LibraryMergeCommand(tools.opener(), tools.texts()))
                .with("rules", () -> new LibraryRulesCommand(tools.opener(), tools.texts()))
                .made();
    }
}
