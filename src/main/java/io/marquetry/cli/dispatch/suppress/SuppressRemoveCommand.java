package io.marquetry.cli.dispatch.suppress;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

import java.time.InstantSource;

/** {@code suppress remove}: an address may be written to again. */
@Command(name = "remove")
public final class SuppressRemoveCommand extends OneAddressCommand {

    private final InstantSource clock;

    public SuppressRemoveCommand(WorkspaceOpener opener, Texts texts, InstantSource clock) {
        super(opener, texts);
        this.clock = clock;
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        boolean was =
                workspace.dispatches().reach().lift(channel(), address(), why(), clock.instant());
        output.remark(texts().get(was ? "cli.suppress.removed" : "cli.suppress.notThere"));
        return was ? 0 : 1;
    }
}
