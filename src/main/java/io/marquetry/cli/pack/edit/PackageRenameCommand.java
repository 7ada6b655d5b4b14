package io.marquetry.cli.pack.edit;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.LocalizedText;
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

/** {@code package rename}: gives a package another name. */
@Command(name = "rename")
public final class PackageRenameCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.package.keyOption")
    private @Nullable String key;

    @Option(
            names = "--name",
            paramLabel = "TEXT",
            required = true,
            descriptionKey = "cli.package.nameOption")
    private @Nullable String name;

    public PackageRenameCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        PackageKey wanted = PackageKey.parse(require(key));
        String called = require(name);
        workspace.packages().rename(wanted, LocalizedText.of(texts().locale(), called));
        if (output.isJson()) {
            output.json(Map.of("key", wanted.value()));
        } else {
            output.line(texts().get("cli.package.renamed", wanted.value(), called));
        }
        return 0;
    }
}
