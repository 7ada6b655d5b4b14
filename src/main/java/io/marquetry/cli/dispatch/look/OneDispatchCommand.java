package io.marquetry.cli.dispatch.look;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.dispatch.DispatchId;
import io.marquetry.dispatch.StateStep;
import io.marquetry.dispatch.desk.StepWords;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Parameters;

import java.util.LinkedHashMap;
import java.util.Map;

/** A command that is about one dispatch. */
public abstract class OneDispatchCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "cli.dispatch.id")
    private @Nullable String id;

    protected OneDispatchCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    /** Returns which one. */
    protected final DispatchId wanted() {
        return DispatchId.parse(require(id));
    }

    /** Says where the dispatch is now. */
    protected final void say(StateStep step, CommandOutput output) {
        if (output.isJson()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("id", wanted().number());
            tree.put("state", step.state().name());
            output.json(tree);
        } else {
            output.line(
                    texts().get("cli.dispatch.step", wanted().text(), StepWords.of(step, texts())));
        }
    }
}
