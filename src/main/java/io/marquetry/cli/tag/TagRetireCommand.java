package io.marquetry.cli.tag;

import io.marquetry.base.Texts;
import io.marquetry.govern.LifeState;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

/** {@code tag retire}: takes a tag out that nobody uses. */
@Command(name = "retire")
public final class TagRetireCommand extends TagMoveCommand {

    public TagRetireCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts, LifeState.RETIRED);
    }
}
