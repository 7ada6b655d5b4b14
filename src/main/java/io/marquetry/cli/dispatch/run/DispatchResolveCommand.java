package io.marquetry.cli.dispatch.run;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.dispatch.look.OneDispatchCommand;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dispatch resolve}: says what became of somebody who is not known. */
@Command(name = "resolve")
public final class DispatchResolveCommand extends OneDispatchCommand {

    @Parameters(index = "1", paramLabel = "ORDINAL", descriptionKey = "cli.dispatch.ordinal")
    private int ordinal;

    @ArgGroup(multiplicity = "1")
    private @Nullable Known known;

    @Option(
            names = "--because",
            paramLabel = "TEXT",
            required = true,
            descriptionKey = "cli.dispatch.because.option")
    private @Nullable String why;

    public DispatchResolveCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        boolean sent = require(known).sent();
        workspace.dispatches().people().resolve(wanted(), ordinal, sent, require(why));
        output.remark(
                texts().get(
                                sent ? "cli.dispatch.resolvedSent" : "cli.dispatch.resolvedNot",
                                Integer.toString(ordinal)));
        return 0;
    }

    /** What is known now. */
    static final class Known {
        @Option(names = "--sent", descriptionKey = "cli.dispatch.isSent")
        private boolean sent;

        @Option(names = "--not-sent", descriptionKey = "cli.dispatch.notSent")
        private boolean notSent;

        boolean sent() {
            return sent && !notSent;
        }
    }
}
