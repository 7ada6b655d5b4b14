package io.marquetry.cli.asset;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.govern.AssetFile;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.Map;

/** {@code asset import}: takes a file of assets, all of it or nothing. */
@Command(name = "import")
public final class AssetImportCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "cli.asset.file")
    private @Nullable Path file;

    public AssetImportCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        AssetFile taken = AssetFile.read(require(file));
        int added = taken.into(workspace.assets());
        if (output.isJson()) {
            output.json(Map.of("assets", taken.assets().size(), "new", added));
        } else {
            output.line(texts().get("cli.asset.imported", taken.assets().size(), added));
        }
        return 0;
    }
}
