package io.marquetry.cli.source;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.Minute;
import io.marquetry.cli.common.TextTable;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.source.ProfileSource;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

import java.util.List;
import java.util.Set;

/** {@code source list}: the profile sources of a workspace. */
@Command(name = "list")
public final class SourceListCommand extends WorkspaceCommand {

    public SourceListCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        List<ProfileSource> sources = workspace.sources().list();
        if (output.isJson()) {
            output.json(sources.stream().map(SourceShown::json).toList());
        } else if (sources.isEmpty()) {
            output.remark(texts().get("cli.source.none"));
        } else {
            table(sources).lines().forEach(output::line);
        }
        return 0;
    }

    private TextTable table(List<ProfileSource> sources) {
        TextTable table =
                new TextTable(
                        List.of(
                                texts().get("cli.source.name"),
                                texts().get("cli.source.profiles"),
                                texts().get("cli.source.attributes"),
                                texts().get("cli.source.events"),
                                texts().get("cli.source.asOf"),
                                texts().get("cli.source.title")),
                        Set.of(1, 2, 3));
        for (ProfileSource source : sources) {
            table.add(
                    source.name().value(),
                    texts().get("cli.number", source.profiles()),
                    texts().get("cli.number", source.model().attributes().size()),
                    texts().get("cli.number", source.model().streams().size()),
                    Minute.of(source.asOf()),
                    source.title());
        }
        return table;
    }
}
