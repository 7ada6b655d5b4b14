package io.marquetry.cli.asset;

import io.marquetry.base.Texts;
import io.marquetry.govern.LifeState;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

/** {@code asset activate}: lets an asset be used. */
@Command(name = "activate")
public final class AssetActivateCommand extends AssetMoveCommand {

    public AssetActivateCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts, LifeState.ACTIVE);
    }
}
