package io.marquetry.cli.asset;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.asset.AssetKey;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.govern.LifeState;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Map;
import java.util.Optional;

/** A command that takes an asset one step further in its life. */
abstract class AssetMoveCommand extends WorkspaceCommand {

    private final LifeState to;

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.asset.keyOption")
    private @Nullable String key;

    @Option(names = "--successor", paramLabel = "KEY", descriptionKey = "cli.asset.successor")
    private @Nullable String successor;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "cli.asset.reason")
    private @Nullable String reason;

    AssetMoveCommand(WorkspaceOpener opener, Texts texts, LifeState to) {
        super(opener, texts);
        this.to = to;
    }

    @Override
    protected final int run(Workspace workspace, CommandOutput output) {
        AssetKey asset = AssetKey.parse(require(key));
        workspace
                .assets()
                .move(
                        asset,
                        to,
                        Optional.ofNullable(successor).map(AssetKey::parse),
                        Optional.ofNullable(reason).filter(text -> !text.isBlank()));
        if (output.isJson()) {
            output.json(Map.of("key", asset.value(), "state", to.name()));
        } else {
            output.line(texts().get("cli.asset.moved", asset.value(), texts().get("life." + to)));
        }
        return 0;
    }
}
