package io.marquetry.cli.source;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.source.ProfileSource;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code source refresh}: brings the entry of a source in step with its file. */
@Command(name = "refresh")
public final class SourceRefreshCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "cli.source.one")
    private @Nullable String name;

    public SourceRefreshCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        SourceName wanted = wanted(name);
        ProfileSource before = workspace.sources().find(wanted).orElseThrow(() -> unknown(wanted));
        ProfileSource now = workspace.sources().refresh(wanted);
        if (output.isJson()) {
            output.json(SourceListCommand.json(now));
        } else {
            boolean same = before.fingerprint().equals(now.fingerprint());
            output.line(
                    texts().get(
                                    same ? "cli.source.unchanged" : "cli.source.refreshed",
                                    now.name().value(),
                                    now.profiles()));
        }
        return 0;
    }

    /** Returns the name of a source as a user wrote it. */
    static SourceName wanted(@Nullable String name) {
        if (name == null) {
            throw new IllegalStateException("picocli demands the name");
        }
        if (!SourceName.isValid(name)) {
            throw Problem.of("problem.source.unknown", name).asException();
        }
        return new SourceName(name);
    }

    /** Returns the failure to find a source. */
    static RuntimeException unknown(SourceName name) {
        return Problem.of("problem.source.unknown", name.value()).asException();
    }
}
