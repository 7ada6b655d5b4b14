package io.marquetry.cli.dispatch.run;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.dispatch.look.DispatchShown;
import io.marquetry.cli.dispatch.look.OneDispatchCommand;
import io.marquetry.dispatch.desk.ReceiptFile;
import io.marquetry.dispatch.desk.Status;
import io.marquetry.dispatch.outcome.DispatchOutcomes;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** {@code dispatch receipts}: fetches what the channel says, and writes what was achieved. */
@Command(name = "receipts")
public final class DispatchReceiptsCommand extends OneDispatchCommand {

    private final InstantSource clock;

    @Option(names = "--import", paramLabel = "FILE", descriptionKey = "cli.dispatch.receiptFile")
    private @Nullable Path file;

    public DispatchReceiptsCommand(WorkspaceOpener opener, Texts texts, InstantSource clock) {
        super(opener, texts);
        this.clock = clock;
    }

    private int bring(Workspace workspace, Path path, CommandOutput output) {
        ReceiptFile.Read read = ReceiptFile.read(path, clock.instant());
        if (read.skipped() > 0) {
            output.remark(
                    texts().get(
                                    "cli.dispatch.receiptsSkipped",
                                    read.skipped(),
                                    Long.toString(read.firstSkipped())));
        }
        return workspace.dispatches().bring(wanted(), read.told(), new CancelSignal());
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        int added =
                file == null
                        ? workspace.dispatches().receipts(wanted(), new CancelSignal())
                        : bring(workspace, file, output);
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
