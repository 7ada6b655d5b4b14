package io.marquetry.cli.dispatch.suppress;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.dispatch.Reach;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

import java.time.InstantSource;
import java.util.List;

/** {@code suppress add}: an address is not written to any more, in running dispatches either. */
@Command(name = "add")
public final class SuppressAddCommand extends OneAddressCommand {

    private final InstantSource clock;

    public SuppressAddCommand(WorkspaceOpener opener, Texts texts, InstantSource clock) {
        super(opener, texts);
        this.clock = clock;
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        int added =
                workspace
                        .dispatches()
                        .reach()
                        .suppress(
                                List.of(
                                        new Reach.Suppression(
                                                channel(),
                                                address(),
                                                why(),
                                                "command",
                                                clock.instant())));
        output.remark(texts().get(added > 0 ? "cli.suppress.added" : "cli.suppress.known"));
        return 0;
    }
}
