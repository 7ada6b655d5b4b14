package io.marquetry.cli.asset.picture;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.asset.AssetKey;
import io.marquetry.asset.Picture;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.Map;

/** {@code asset picture remove}: an asset shows a picture no longer. */
@Command(name = "remove")
public final class PictureRemoveCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.asset.keyOption")
    private @Nullable String key;

    @Parameters(index = "1", paramLabel = "PICTURE", descriptionKey = "cli.picture.which")
    private @Nullable String which;

    public PictureRemoveCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        AssetKey asset = AssetKey.parse(require(key));
        Picture gone = workspace.pictures().remove(asset, require(which));
        if (output.isJson()) {
            output.json(Map.of("key", asset.value(), "sha256", gone.sha256()));
        } else {
            output.line(texts().get("cli.picture.removed", asset.value()));
        }
        return 0;
    }
}
