package io.marquetry.cli.tag;

import io.marquetry.base.Texts;
import io.marquetry.govern.LifeState;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

/** {@code tag deprecate}: tells to take another tag, or none. */
@Command(name = "deprecate")
public final class TagDeprecateCommand extends TagMoveCommand {

    public TagDeprecateCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts, LifeState.DEPRECATED);
    }
}
