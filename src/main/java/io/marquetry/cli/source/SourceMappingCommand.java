package io.marquetry.cli.source;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.effect.intake.MappingDocument;
import io.marquetry.source.ProfileSource;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.Map;

/** {@code source mapping}: writes how a database became a source, to hand over without secrets. */
@Command(name = "mapping")
public final class SourceMappingCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "cli.source.one")
    private @Nullable String name;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            descriptionKey = "cli.source.mappingOut")
    private @Nullable Path out;

    public SourceMappingCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        Path file = require(out);
        ProfileSource source = SourceChoice.named(workspace.sources(), require(name));
        MappingDocument.write(workspace.outcomes().handover().of(source), file);
        if (output.isJson()) {
            output.json(Map.of("file", file.toString()));
        } else {
            output.line(texts().get("cli.source.mappingWritten", file.toString()));
        }
        return 0;
    }
}
