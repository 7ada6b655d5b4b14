package io.marquetry.cli.pack.life;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.Minute;
import io.marquetry.cli.common.TextTable;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.life.Waiting;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code package waiting}: which packages wait for whoever works here. */
@Command(name = "waiting")
public final class PackageWaitingCommand extends WorkspaceCommand {

    public PackageWaitingCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        List<Waiting> waiting = workspace.lives().waiting();
        if (output.isJson()) {
            output.json(waiting.stream().map(PackageWaitingCommand::json).toList());
        } else if (waiting.isEmpty()) {
            output.remark(texts().get("cli.package.nothingWaits"));
        } else {
            table(waiting).lines().forEach(output::line);
        }
        return 0;
    }

    private static Map<String, Object> json(Waiting one) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("key", one.key().value());
        tree.put("version", one.version());
        tree.put("state", one.state().name());
        tree.put("next", one.next().name());
        tree.put("own", one.own());
        tree.put("who", one.last().who());
        tree.put("why", one.last().why().orElse(null));
        tree.put("at", one.last().madeAt().toString());
        return tree;
    }

    private TextTable table(List<Waiting> waiting) {
        TextTable table =
                new TextTable(
                        List.of(
                                texts().get("cli.package.key"),
                                texts().get("cli.package.number"),
                                texts().get("cli.package.state"),
                                texts().get("cli.package.who"),
                                texts().get("cli.package.when"),
                                texts().get("cli.package.why")),
                        Set.of(1));
        for (Waiting one : waiting) {
            table.add(
                    one.key().value(),
                    texts().get("cli.number", one.version()),
                    texts().sentence(one.state().word()),
                    one.last().who(),
                    Minute.of(one.last().madeAt()),
                    one.last().why().orElse(""));
        }
        return table;
    }
}
