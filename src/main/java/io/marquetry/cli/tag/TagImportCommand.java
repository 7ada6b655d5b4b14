package io.marquetry.cli.tag;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.govern.dictionary.DictionaryFile;
import io.marquetry.govern.dictionary.DictionaryImport;
import io.marquetry.handoff.TagFile;
import io.marquetry.handoff.TagImport;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.Map;

/** {@code tag import}: takes a file of tags, all of it or nothing. */
@Command(name = "import")
public final class TagImportCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "cli.tag.file")
    private @Nullable Path file;

    @Option(names = "--dry-run", descriptionKey = "cli.tag.dryRun")
    private boolean dry;

    public TagImportCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        Path from = require(file);
        if (DictionaryFile.isTable(from)) {
            return new DictionaryLines(texts(), output)
                    .take(new DictionaryImport(workspace.centre(), workspace.tags()), from, dry);
        }
        if (dry) {
            throw Problem.of("problem.dictionary.dryRun", from.toString()).asException();
        }
        TagFile taken = new TagImport(workspace.tags()).run(from);
        int tags = taken.tags().size();
        int assets = taken.assets().size();
        if (output.isJson()) {
            output.json(Map.of("tags", tags, "assets", assets));
        } else {
            output.line(texts().get("cli.tag.imported", tags, assets));
        }
        return 0;
    }
}
