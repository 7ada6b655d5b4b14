package io.marquetry.cli.asset;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.asset.AssetKey;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.Map;

/** {@code asset delete}: removes an asset that no tag stands for. */
@Command(name = "delete")
public final class AssetDeleteCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.asset.keyOption")
    private @Nullable String key;

    public AssetDeleteCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        AssetKey asset = AssetKey.parse(require(key));
        workspace.assets().remove(asset);
        if (output.isJson()) {
            output.json(Map.of("key", asset.value()));
        } else {
            output.line(texts().get("cli.asset.deleted", asset.value()));
        }
        return 0;
    }
}
