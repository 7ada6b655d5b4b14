package io.marquetry.cli;

import io.marquetry.base.Texts;
import io.marquetry.workspace.OpenWorkspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/**
 * A command that works in a workspace: opens it, runs, closes it. A {@link
 * io.marquetry.base.ProblemException} becomes its sentence on stderr and exit code 1.
 */
public abstract class WorkspaceCommand implements Callable<Integer> {

    private final WorkspaceOpener opener;
    private final Texts texts;

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            defaultValue = "${env:MARQUETRY_WORKSPACE:-${sys:user.home}/Marquetry}",
            descriptionKey = "cli.option.workspace")
    private @Nullable Path folder;

    @Option(names = "--json", descriptionKey = "cli.option.json")
    private boolean json;

    /** Makes a command for workspaces that {@code opener} opens. */
    protected WorkspaceCommand(WorkspaceOpener opener, Texts texts) {
        this.opener = opener;
        this.texts = texts;
    }

    /** Returns the words of the user's language. */
    protected final Texts texts() {
        return texts;
    }

    @Override
    public final Integer call() {
        if (spec == null || folder == null) {
            throw new IllegalStateException("picocli fills the command before it runs");
        }
        CommandOutput output =
                new CommandOutput(
                        spec.commandLine().getOut(), spec.commandLine().getErr(), texts, json);
        try (OpenWorkspace workspace = opener.open(folder)) {
            return run(workspace, output);
        }
    }

    /**
     * Does the work.
     *
     * @return the exit code: 0 done, 1 failed
     * @throws io.marquetry.base.ProblemException if it failed in an expected way
     */
    protected abstract int run(OpenWorkspace workspace, CommandOutput output);
}
