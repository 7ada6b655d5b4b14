package io.marquetry.cli.dispatch.look;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.Minute;
import io.marquetry.cli.common.TextTable;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.dispatch.RecipientState;
import io.marquetry.dispatch.desk.Status;
import io.marquetry.dispatch.desk.StepWords;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

import java.util.List;
import java.util.Set;

/** {@code dispatch list}: all dispatches, the newest first. */
@Command(name = "list")
public final class DispatchListCommand extends WorkspaceCommand {

    public DispatchListCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        List<Status> all = workspace.dispatches().list();
        if (output.isJson()) {
            output.json(all.stream().map(DispatchShown::json).toList());
        } else if (all.isEmpty()) {
            output.remark(texts().get("cli.dispatch.none"));
        } else {
            table(all).lines().forEach(output::line);
        }
        return 0;
    }

    private TextTable table(List<Status> all) {
        TextTable table =
                new TextTable(
                        List.of(
                                texts().get("cli.dispatch.number"),
                                texts().get("cli.package.key"),
                                texts().get("cli.package.number"),
                                texts().get("cli.dispatch.state"),
                                texts().get("cli.dispatch.net"),
                                texts().get("cli.dispatch.sent"),
                                texts().get("cli.package.when")),
                        Set.of(0, 2, 4, 5));
        for (Status status : all) {
            table.add(
                    Integer.toString(status.dispatch().id().number()),
                    status.dispatch().pack().value(),
                    texts().get("cli.number", status.dispatch().version()),
                    StepWords.of(status.steps().getLast(), texts()),
                    DispatchShown.number(texts(), status.dispatch().counts().net()),
                    DispatchShown.number(texts(), status.in(RecipientState.SENT)),
                    Minute.of(status.dispatch().plannedAt()));
        }
        return table;
    }
}
