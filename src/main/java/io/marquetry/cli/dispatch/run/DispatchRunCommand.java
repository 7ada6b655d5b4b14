package io.marquetry.cli.dispatch.run;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.cli.dispatch.look.DispatchShown;
import io.marquetry.dispatch.DispatchId;
import io.marquetry.dispatch.DispatchState;
import io.marquetry.dispatch.StateStep;
import io.marquetry.dispatch.desk.Dispatches;
import io.marquetry.dispatch.desk.Status;
import io.marquetry.dispatch.desk.StepWords;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code dispatch run}: sends one dispatch, or all that are due; ends with 1 if somebody failed.
 */
@Command(name = "run")
public final class DispatchRunCommand extends WorkspaceCommand {

    @ArgGroup(multiplicity = "1")
    private @Nullable Which which;

    public DispatchRunCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        Dispatches dispatches = workspace.dispatches();
        Which wanted = require(which);
        boolean trouble = wanted.due && !repeat(dispatches, output);
        List<DispatchId> ids =
                wanted.due ? dispatches.due() : List.of(DispatchId.parse(require(wanted.id)));
        List<Map<String, Object>> found = new ArrayList<>();
        for (DispatchId id : ids) {
            StateStep step = dispatches.run(id, progress -> {}, new CancelSignal());
            Status status = dispatches.status(id);
            trouble |= status.hasTrouble() || step.state() == DispatchState.PAUSED;
            if (output.isJson()) {
                found.add(DispatchShown.json(status));
            } else {
                output.line(
                        texts().get("cli.dispatch.step", id.text(), StepWords.of(step, texts())));
                DispatchShown.next(status, texts()).ifPresent(output::line);
                DispatchShown.people(status, texts()).forEach(output::line);
            }
        }
        if (wanted.due) {
            for (DispatchId id : dispatches.awaited()) {
                dispatches.receipts(id, new CancelSignal());
            }
        }
        if (output.isJson()) {
            output.json(wanted.due ? found : found.getFirst());
        }
        return trouble ? 1 : 0;
    }

    /** Makes what series are due; says why one could not be made. */
    private boolean repeat(Dispatches dispatches, CommandOutput output) {
        List<Problem> problems = dispatches.series().due(new CancelSignal()).problems();
        problems.forEach(problem -> output.remark(texts().sentence(problem)));
        return problems.isEmpty();
    }

    /** One, or all that are due. */
    static final class Which {
        @Parameters(index = "0", paramLabel = "ID", descriptionKey = "cli.dispatch.id")
        private @Nullable String id;

        @Option(names = "--due", descriptionKey = "cli.dispatch.due")
        private boolean due;
    }
}
