package io.marquetry.cli.dispatch.suppress;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.Minute;
import io.marquetry.cli.common.TextTable;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.dispatch.Reach;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code suppress list}: why and since when; nobody can read whom. */
@Command(name = "list")
public final class SuppressListCommand extends WorkspaceCommand {

    private static final int MARK = 8;

    public SuppressListCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        List<Reach.Entry> entries = workspace.dispatches().reach().suppressions();
        if (output.isJson()) {
            output.json(entries.stream().map(SuppressListCommand::json).toList());
            return 0;
        }
        if (entries.isEmpty()) {
            output.remark(texts().get("dispatch.suppression.none"));
            return 0;
        }
        TextTable table =
                new TextTable(
                        List.of(
                                texts().get("dispatch.suppression.channel"),
                                texts().get("dispatch.suppression.mark"),
                                texts().get("dispatch.suppression.why"),
                                texts().get("dispatch.suppression.source"),
                                texts().get("dispatch.suppression.since")),
                        Set.of());
        for (Reach.Entry entry : entries) {
            table.add(
                    texts().get("dispatch.channel." + entry.channel()),
                    entry.mark().substring(0, MARK),
                    entry.reason(),
                    entry.source(),
                    Minute.of(entry.since()));
        }
        table.lines().forEach(output::line);
        return 0;
    }

    private static Map<String, Object> json(Reach.Entry entry) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("channel", entry.channel().name());
        tree.put("mark", entry.mark());
        tree.put("reason", entry.reason());
        tree.put("source", entry.source());
        tree.put("since", entry.since().toString());
        return tree;
    }
}
