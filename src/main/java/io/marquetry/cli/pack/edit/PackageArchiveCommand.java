package io.marquetry.cli.pack.edit;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.pack.PackageKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Map;

/** {@code package archive}: puts a package away. */
@Command(name = "archive")
public final class PackageArchiveCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.package.keyOption")
    private @Nullable String key;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "cli.package.archiveReason")
    private String reason = "";

    public PackageArchiveCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        PackageKey wanted = PackageKey.parse(require(key));
        workspace.lives().archive(wanted, reason);
        if (output.isJson()) {
            output.json(Map.of("key", wanted.value()));
        } else {
            output.line(texts().get("cli.package.archived", wanted.value()));
        }
        return 0;
    }
}
