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

import java.util.LinkedHashMap;
import java.util.Map;

/** {@code package branch}: makes another package of a finished version. */
@Command(name = "branch")
public final class PackageBranchCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.package.keyOption")
    private @Nullable String key;

    @Parameters(index = "1", paramLabel = "NEW", descriptionKey = "cli.package.newKey")
    private @Nullable String branch;

    @Option(
            names = "--version",
            paramLabel = "N",
            required = true,
            descriptionKey = "cli.package.branchVersion")
    private int version;

    @Option(
            names = "--name",
            paramLabel = "TEXT",
            required = true,
            descriptionKey = "cli.package.nameOption")
    private @Nullable String name;

    public PackageBranchCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        PackageKey parent = PackageKey.parse(require(key));
        PackageKey made = PackageKey.parse(require(branch));
        workspace
                .lives()
                .branch(parent, version, made, LocalizedText.of(texts().locale(), require(name)));
        if (output.isJson()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("key", made.value());
            tree.put("parent", parent.value());
            tree.put("version", version);
            output.json(tree);
        } else {
            output.line(texts().get("cli.package.branched", made.value(), parent.value(), version));
        }
        return 0;
    }
}
