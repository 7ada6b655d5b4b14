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

/** {@code package revert}: makes a package say what a finished version says. */
@Command(name = "revert")
public final class PackageRevertCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.package.keyOption")
    private @Nullable String key;

    @Option(
            names = "--version",
            paramLabel = "N",
            required = true,
            descriptionKey = "cli.package.revertTo")
    private int number;

    public PackageRevertCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        PackageKey wanted = PackageKey.parse(require(key));
        boolean edited = workspace.packages().revert(wanted, number);
        if (output.isJson()) {
            output.json(Map.of("key", wanted.value(), "edited", edited));
        } else {
            output.line(
                    texts().get(
                                    edited ? "cli.package.reverted" : "cli.package.same",
                                    wanted.value(),
                                    number));
        }
        return 0;
    }
}
