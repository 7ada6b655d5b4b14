package io.marquetry.cli.source;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.effect.intake.HandedMapping;
import io.marquetry.effect.intake.MappingDocument;
import io.marquetry.source.ColumnChoice;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.engine.jdbc.RemoteCatalog;
import io.marquetry.source.remote.Discovered;
import io.marquetry.source.remote.MachineLogins;
import io.marquetry.source.remote.RemotePlan;
import io.marquetry.source.remote.RemoteSources;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code source propose}: shows what a database holds and what of it could be a source, and writes
 * that as a mapping to look at, to change and to add.
 */
@Command(name = "propose")
public final class SourceProposeCommand extends WorkspaceCommand {

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "cli.source.proposeOut")
    private @Nullable Path out;

    @Option(names = "--count", descriptionKey = "cli.source.proposeCount")
    private boolean counting;

    @Mixin private final RemoteOptions remote = new RemoteOptions();

    public SourceProposeCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        RemoteServer server =
                remote.server().orElseThrow(() -> Problem.of("problem.remote.where").asException());
        RemoteSources sources = workspace.sources().remote();
        MachineLogins.Known known = remote.known(server, sources.logins(), texts());
        Discovered found = sources.discover(server, known);
        Discovered.Proposal proposal = found.proposal();
        RemotePlan plan =
                proposal.plan(
                        workspace.sources().freeName(proposal.table()),
                        proposal.table(),
                        server,
                        remote.zone());
        Optional<Discovered.Counted> counted =
                counting && !proposal.table().isEmpty()
                        ? Optional.of(sources.count(plan, found, known))
                        : Optional.empty();
        Map<String, List<List<String>>> rows =
                sources.rows(
                        server,
                        found.tables().stream().filter(t -> isUsed(plan, t)).toList(),
                        known);
        if (output.isJson()) {
            output.json(json(found, plan, counted, rows));
        } else {
            found.tables().forEach(table -> tell(table, plan, rows, output));
            counted.ifPresent(now -> tell(now, plan, output));
        }
        if (out != null) {
            if (proposal.table().isEmpty()) {
                throw Problem.of("problem.remote.nothingProposed", server.toString()).asException();
            }
            MappingDocument.write(HandedMapping.of(plan), out);
            if (!output.isJson()) {
                output.line(texts().get("cli.source.mappingWritten", out.toString()));
            }
        }
        return 0;
    }

    private static boolean isUsed(RemotePlan plan, Discovered.Table table) {
        return table.shown().equals(plan.table()) || events(plan, table).isPresent();
    }

    private static Optional<RemotePlan.Events> events(RemotePlan plan, Discovered.Table table) {
        return plan.events().stream().filter(e -> e.table().equals(table.shown())).findFirst();
    }

    private void tell(
            Discovered.Table table,
            RemotePlan plan,
            Map<String, List<List<String>>> rows,
            CommandOutput output) {
        Optional<RemotePlan.Events> events = events(plan, table);
        if (!isUsed(plan, table)) {
            output.line(texts().get("cli.source.unused", table.shown(), table.columns().size()));
            return;
        }
        output.line(
                events.map(
                                e ->
                                        texts().get(
                                                        e.outcomes()
                                                                ? "cli.source.asOutcomes"
                                                                : "cli.source.asEvents",
                                                        table.shown(),
                                                        e.profileColumn(),
                                                        e.timeColumn()))
                        .orElseGet(
                                () ->
                                        texts().get(
                                                        "cli.source.asProfiles",
                                                        table.shown(),
                                                        plan.keyColumn())));
        for (int i = 0; i < table.columns().size(); i++) {
            output.line(column(table, i, rows.getOrDefault(table.shown(), List.of())));
        }
    }

    private String column(Discovered.Table table, int place, List<List<String>> rows) {
        RemoteCatalog.Column column = table.columns().get(place);
        return "  "
                + String.join(
                                "  ",
                                column.name(),
                                column.type()
                                        .map(Enum::name)
                                        .orElseGet(() -> texts().get("connect.kind.none")),
                                column.type()
                                        .map(
                                                type ->
                                                        ColumnChoice.proposed(column.name(), type)
                                                                .purpose()
                                                                .name())
                                        .orElse(""),
                                rows.stream().map(row -> row.get(place)).findFirst().orElse(""))
                        .stripTrailing();
    }

    private void tell(Discovered.Counted counted, RemotePlan plan, CommandOutput output) {
        output.line(
                texts().get(
                                "connect.counted",
                                counted.rows(),
                                counted.missing(),
                                counted.repeated()));
        for (int i = 0; i < plan.events().size(); i++) {
            output.line(
                    plan.events().get(i).table()
                            + ": "
                            + texts().get("connect.orphans", counted.orphans().get(i)));
        }
    }

    private static Map<String, Object> json(
            Discovered found,
            RemotePlan plan,
            Optional<Discovered.Counted> counted,
            Map<String, List<List<String>>> rows) {
        Map<String, Object> tree = new LinkedHashMap<>();
        List<Object> tables = new ArrayList<>();
        for (Discovered.Table table : found.tables()) {
            tables.add(json(table, plan, rows));
        }
        tree.put("tables", tables);
        counted.ifPresent(
                now -> {
                    tree.put("rows", now.rows());
                    tree.put("missing", now.missing());
                    tree.put("repeated", now.repeated());
                    Map<String, Object> orphans = new LinkedHashMap<>();
                    for (int i = 0; i < plan.events().size(); i++) {
                        orphans.put(plan.events().get(i).table(), now.orphans().get(i));
                    }
                    tree.put("orphans", orphans);
                });
        return tree;
    }

    private static Map<String, Object> json(
            Discovered.Table table, RemotePlan plan, Map<String, List<List<String>>> rows) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("table", table.shown());
        Optional<RemotePlan.Events> events = events(plan, table);
        tree.put(
                "is",
                table.shown().equals(plan.table())
                        ? "profiles"
                        : events.map(e -> e.outcomes() ? "outcomes" : "events").orElse("unused"));
        events.ifPresent(
                e -> {
                    tree.put("profile", e.profileColumn());
                    tree.put("time", e.timeColumn());
                });
        if (table.shown().equals(plan.table())) {
            tree.put("key", plan.keyColumn());
        }
        List<Object> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            RemoteCatalog.Column column = table.columns().get(i);
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("column", column.name());
            column.type()
                    .ifPresent(
                            type -> {
                                one.put("type", type.name());
                                one.put(
                                        "purpose",
                                        ColumnChoice.proposed(column.name(), type)
                                                .purpose()
                                                .name());
                            });
            int place = i;
            one.put(
                    "sample",
                    rows.getOrDefault(table.shown(), List.of()).stream()
                            .map(row -> row.get(place))
                            .toList());
            columns.add(one);
        }
        tree.put("columns", columns);
        return tree;
    }
}
