package io.marquetry.cli.asset;

import io.marquetry.base.Texts;
import io.marquetry.govern.LifeState;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

/** {@code asset deprecate}: tells to take another asset, or none. */
@Command(name = "deprecate")
public final class AssetDeprecateCommand extends AssetMoveCommand {

    public AssetDeprecateCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts, LifeState.DEPRECATED);
    }
}
