package io.marquetry.cli.asset;

import io.marquetry.base.Texts;
import io.marquetry.govern.LifeState;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

/** {@code asset retire}: takes an asset out of use for good; its key stays taken. */
@Command(name = "retire")
public final class AssetRetireCommand extends AssetMoveCommand {

    public AssetRetireCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts, LifeState.RETIRED);
    }
}
