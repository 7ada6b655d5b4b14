package io.marquetry.cli.source;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.file.FileState;
import io.marquetry.tag.TagCatalog;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code source check}: tells whether a source's file is there, whole, and as it was listed. */
@Command(name = "check")
public final class SourceCheckCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "cli.source.one")
    private @Nullable String name;

    public SourceCheckCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        SourceName wanted = SourceRefreshCommand.wanted(name);
        ProfileSource source =
                workspace
                        .sources()
                        .find(wanted)
                        .orElseThrow(() -> SourceRefreshCommand.unknown(wanted));
        boolean changed = hasChanged(source);
        if (!changed) {
            // Opens the file, which finds damage, and reads from it.
            workspace
                    .audiences()
                    .readers()
                    .reader(wanted)
                    .count(
                            new AudienceQuery(
                                    new AudienceExpression.AllOf(List.of()),
                                    new TagCatalog(List.of())),
                            new CancelSignal());
        }
        if (output.isJson()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("name", wanted.value());
            tree.put("changed", changed);
            output.json(tree);
        } else {
            output.line(
                    texts().get(
                                    changed ? "cli.source.changed" : "cli.source.unchanged",
                                    wanted.value(),
                                    source.profiles()));
        }
        return 0;
    }

    private static boolean hasChanged(ProfileSource source) {
        return switch (source.place()) {
            case SourcePlace.Sealed sealed -> false;
            case SourcePlace.InPlace inPlace ->
                    !FileState.of(source.title(), Path.of(inPlace.path()))
                            .fingerprint()
                            .equals(source.fingerprint());
        };
    }
}
