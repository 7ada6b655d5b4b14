package io.marquetry.cli.dispatch.series;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.Minute;
import io.marquetry.cli.common.TextTable;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.dispatch.desk.SeriesDesk;
import io.marquetry.dispatch.series.Recurrence;
import io.marquetry.dispatch.series.Series;
import io.marquetry.dispatch.series.Trigger;
import io.marquetry.dispatch.series.WhenWords;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code series list}: what repeats itself, and when it comes next. */
@Command(name = "list")
public final class SeriesListCommand extends WorkspaceCommand {

    public SeriesListCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        SeriesDesk desk = workspace.dispatches().series();
        List<Series> all = desk.all();
        if (output.isJson()) {
            output.json(all.stream().map(one -> json(one, desk)).toList());
            return 0;
        }
        if (all.isEmpty()) {
            output.remark(texts().get("cli.series.none"));
            return 0;
        }
        TextTable table =
                new TextTable(
                        List.of(
                                texts().get("cli.series.column.name"),
                                texts().get("cli.package.key"),
                                texts().get("cli.series.column.when"),
                                texts().get("cli.series.column.next"),
                                texts().get("cli.series.column.state")),
                        Set.of());
        for (Series one : all) {
            table.add(
                    one.name(),
                    one.like().pack().value(),
                    WhenWords.of(one.when(), texts()),
                    desk.next(one).map(Minute::of).orElse("–"),
                    texts().get("dispatch.series.state." + state(one)));
        }
        table.lines().forEach(output::line);
        return 0;
    }

    private static String state(Series one) {
        return one.stopped() ? "stopped" : one.isLive() ? "live" : "waits";
    }

    private static Map<String, Object> json(Series one, SeriesDesk desk) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", one.name());
        tree.put("package", one.like().pack().value());
        tree.put("version", one.like().version());
        tree.put("like", one.like().id().number());
        switch (one.when()) {
            case Recurrence again -> {
                tree.put("every", again.every().name());
                tree.put("on", again.on());
                tree.put("at", again.at().toString());
                tree.put("zone", again.zone().getId());
            }
            case Trigger trigger -> {
                tree.put("event", trigger.stream());
                trigger.only()
                        .ifPresent(only -> tree.put("only", only.field() + "=" + only.equal()));
                tree.put("delayMinutes", trigger.delay().toMinutes());
                trigger.unless()
                        .ifPresent(
                                ended -> {
                                    tree.put("unlessEvent", ended.stream());
                                    ended.only()
                                            .ifPresent(
                                                    only ->
                                                            tree.put(
                                                                    "unlessOnly",
                                                                    only.field()
                                                                            + "="
                                                                            + only.equal()));
                                });
            }
        }
        tree.put("next", desk.next(one).map(Instant::toString).orElse(null));
        tree.put("approvedBy", one.approvedBy().orElse(null));
        tree.put("state", state(one));
        return tree;
    }
}
