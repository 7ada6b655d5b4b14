package io.marquetry.cli.dispatch;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.dispatch.desk.Status;
import io.marquetry.dispatch.outcome.DispatchOutcomes;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

import java.util.Map;

/** {@code dispatch receipts}: fetches what the channel says, and writes what was achieved. */
@Command(name = "receipts")
public final class DispatchReceiptsCommand extends OneDispatchCommand {

    public DispatchReceiptsCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        int added = workspace.dispatches().receipts(wanted(), new CancelSignal());
        Status status = workspace.dispatches().status(wanted());
        String outcomes = DispatchOutcomes.name(wanted()).value();
        boolean written =
                workspace.outcomes().sets().find(DispatchOutcomes.name(wanted())).isPresent();
        if (output.isJson()) {
            Map<String, Object> tree = DispatchShown.json(status);
            tree.put("newReceipts", added);
            tree.put("outcomes", written ? outcomes : null);
            output.json(tree);
        } else {
            output.line(
                    texts().get("cli.dispatch.newReceipts", DispatchShown.number(texts(), added)));
            DispatchShown.people(status, texts()).forEach(output::line);
            if (written) {
                output.line(
                        texts().get(
                                        "cli.dispatch.outcomes",
                                        outcomes,
                                        status.dispatch().pack().value()));
            }
        }
        return 0;
    }
}
