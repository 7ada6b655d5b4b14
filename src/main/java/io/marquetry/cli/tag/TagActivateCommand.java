package io.marquetry.cli.tag;

import io.marquetry.base.Texts;
import io.marquetry.govern.LifeState;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

/** {@code tag activate}: lets a tag be used, or used again. */
@Command(name = "activate")
public final class TagActivateCommand extends TagMoveCommand {

    public TagActivateCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts, LifeState.ACTIVE);
    }
}
