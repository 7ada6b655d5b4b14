package io.marquetry.cli.library;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.LocalizedText;
import io.marquetry.base.Texts;
import io.marquetry.library.Library;
import io.marquetry.library.LibraryEntry;
import io.marquetry.pack.PackageKey;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code library nominate}: puts a finished version forward. */
@Command(name = "nominate")
public final class LibraryNominateCommand extends LibraryEntryCommand {

    @Option(
            names = "--version",
            paramLabel = "N",
            required = true,
            descriptionKey = "cli.library.versionOption")
    private int version;

    @Option(
            names = "--owner",
            paramLabel = "NAME",
            required = true,
            descriptionKey = "cli.library.ownerOption")
    private @Nullable String owner;

    @Option(names = "--goal", paramLabel = "TEXT", descriptionKey = "cli.library.goalOption")
    private @Nullable String goal;

    @Option(
            names = "--parameter",
            paramLabel = "NAME",
            descriptionKey = "cli.library.parameterOption")
    private List<String> parameters = new ArrayList<>();

    public LibraryNominateCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    LibraryEntry change(Library library, PackageKey wanted) {
        return library.nominate(
                wanted,
                version,
                Optional.ofNullable(goal)
                        .filter(text -> !text.isBlank())
                        .map(text -> LocalizedText.of(texts().locale(), text)),
                require(owner),
                Set.copyOf(parameters));
    }
}
