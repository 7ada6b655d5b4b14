package io.marquetry.cli.source;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceReader;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourcePlace;
import io.marquetry.tag.TagCatalog;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code source check}: tells whether a source's file is there, whole, and as it was listed, or how
 * far the way to its server leads.
 */
@Command(name = "check")
public final class SourceCheckCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "cli.source.one")
    private @Nullable String name;

    public SourceCheckCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        ProfileSource source = SourceChoice.named(workspace.sources(), require(name));
        if (source.place() instanceof SourcePlace.Remote place) {
            AudienceReader reader = workspace.audiences().readers().reader(source.name());
            return new ConnectionReport(source, place, texts(), output)
                    .of(workspace.sources(), () -> reader.probe(new CancelSignal()));
        }
        boolean changed = workspace.sources().hasChanged(source.name());
        if (!changed) {
            // Opens the file, which finds damage, and reads from it.
            workspace
                    .audiences()
                    .readers()
                    .reader(source.name())
                    .count(
                            new AudienceQuery(
                                    new AudienceExpression.AllOf(List.of()),
                                    new TagCatalog(List.of())),
                            new CancelSignal());
        }
        if (output.isJson()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("name", source.name().value());
            tree.put("changed", changed);
            output.json(tree);
        } else {
            output.line(
                    texts().get(
                                    changed ? "cli.source.changed" : "cli.source.unchanged",
                                    source.name().value(),
                                    source.profiles()));
        }
        return 0;
    }
}
