package io.marquetry.cli.dispatch.look;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.dispatch.Recipient;
import io.marquetry.dispatch.RecipientState;
import io.marquetry.dispatch.desk.Status;
import io.marquetry.dispatch.desk.StepWords;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.Map;

/**
 * {@code dispatch status}: how a dispatch stands; ends with 1 while somebody failed or is not
 * known.
 */
@Command(name = "status")
public final class DispatchStatusCommand extends OneDispatchCommand {

    private static final int MOST = 1_000;

    @Option(names = "--reasons", descriptionKey = "cli.dispatch.reasons")
    private boolean reasons;

    @Option(names = "--unknown", descriptionKey = "cli.dispatch.unknown")
    private boolean unknown;

    public DispatchStatusCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        Status status = workspace.dispatches().status(wanted());
        List<Recipient> open =
                unknown
                        ? workspace.dispatches().people().in(wanted(), RecipientState.UNKNOWN, MOST)
                        : List.of();
        if (output.isJson()) {
            Map<String, Object> tree = DispatchShown.json(status);
            if (unknown) {
                tree.put("unknown", open.stream().map(Recipient::ordinal).toList());
            }
            output.json(tree);
        } else {
            output.line(
                    texts().get(
                                    "cli.dispatch.step",
                                    wanted().text(),
                                    StepWords.of(status.steps().getLast(), texts())));
            DispatchShown.next(status, texts()).ifPresent(output::line);
            if (reasons) {
                DispatchShown.waterfall(status.dispatch(), texts()).forEach(output::line);
            }
            DispatchShown.people(status, texts()).forEach(output::line);
            open.forEach(
                    person ->
                            output.line(
                                    texts().get(
                                                    "cli.dispatch.unknownOne",
                                                    Integer.toString(person.ordinal()))));
        }
        return status.hasTrouble() ? 1 : 0;
    }
}
