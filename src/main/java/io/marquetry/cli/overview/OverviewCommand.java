package io.marquetry.cli.overview;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.library.LibraryCard;
import io.marquetry.life.PackageState;
import io.marquetry.overview.Overview;
import io.marquetry.overview.Overview.Judged;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code overview}: what is live, what waits, what works, fades and costs. */
@Command(name = "overview")
public final class OverviewCommand extends WorkspaceCommand {

    public OverviewCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        CancelSignal signal = new CancelSignal();
        Overview now = workspace.overviews().look(signal);
        Judged judged = workspace.overviews().judge(signal);
        Map<String, Object> tree = tree(now, judged);
        if (output.isJson()) {
            output.json(tree);
            return 0;
        }
        for (PackageState state : PackageState.values()) {
            if (!now.in(state).isEmpty()) {
                told(
                        output,
                        texts().sentence(state.word()),
                        now.in(state).stream().map(one -> one.key().value()).toList());
            }
        }
        told(
                output,
                texts().get("cli.overview.waiting"),
                now.waiting().stream().map(one -> one.key().value()).toList());
        told(output, texts().get("cli.overview.works"), keys(judged.works()));
        told(output, texts().get("cli.overview.fades"), keys(judged.fades()));
        told(
                output,
                texts().get("cli.overview.costs"),
                judged.achieved().stream()
                        .map(
                                one ->
                                        one.key().value()
                                                + " "
                                                + one.group()
                                                        .treated()
                                                        .cost()
                                                        .total()
                                                        .toPlainString())
                        .toList());
        return 0;
    }

    private void told(CommandOutput output, String what, List<String> which) {
        output.line(
                texts().get(
                                "cli.overview.line",
                                what,
                                which.size(),
                                which.isEmpty() ? "–" : String.join(", ", which)));
    }

    private static List<String> keys(List<LibraryCard> cards) {
        return cards.stream().map(card -> card.entry().key().value()).toList();
    }

    private static Map<String, Object> tree(Overview now, Judged judged) {
        Map<String, Object> tree = new LinkedHashMap<>();
        Map<String, Object> board = new LinkedHashMap<>();
        for (PackageState state : PackageState.values()) {
            board.put(state.name(), now.in(state).stream().map(one -> one.key().value()).toList());
        }
        tree.put("board", board);
        tree.put("waiting", now.waiting().stream().map(one -> one.key().value()).toList());
        tree.put("overdue", now.overdue().stream().map(one -> one.key().value()).toList());
        tree.put("dispatches", now.dispatches().stream().map(one -> one.id().toString()).toList());
        tree.put("works", keys(judged.works()));
        tree.put("fades", keys(judged.fades()));
        tree.put(
                "costs",
                judged.achieved().stream()
                        .collect(
                                Collectors.toMap(
                                        one -> one.key().value(),
                                        one -> one.group().treated().cost().total().toPlainString(),
                                        (a, b) -> a,
                                        LinkedHashMap::new)));
        return tree;
    }
}
