package io.marquetry.cli.source;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.SavedMapping;
import io.marquetry.effect.intake.HandedMapping;
import io.marquetry.effect.intake.OutcomeHandover;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.file.DataFile;
import io.marquetry.source.remote.RemotePlan;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code source add}: lists a file, or a database on a server, that is read where it lies. */
@Command(name = "add")
public final class SourceAddCommand extends WorkspaceCommand {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            descriptionKey = "cli.source.file")
    private @Nullable Path file;

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "cli.import.source")
    private @Nullable String name;

    @Option(names = "--title", paramLabel = "TEXT", descriptionKey = "cli.import.title")
    private @Nullable String title;

    @Option(names = "--table", paramLabel = "TABLE", descriptionKey = "cli.import.table")
    private @Nullable String table;

    @Option(names = "--key", paramLabel = "COLUMN", descriptionKey = "cli.import.key")
    private @Nullable String key;

    @Option(names = "--today", paramLabel = "DATE", descriptionKey = "cli.import.today")
    private @Nullable LocalDate today;

    @Option(
            names = "--events",
            paramLabel = "TABLE:PROFILECOLUMN:TIMECOLUMN",
            descriptionKey = "cli.source.addEvents")
    private List<String> events = List.of();

    @Mixin private final ColumnDecisions columns = new ColumnDecisions();

    @Mixin private final RemoteOptions remote = new RemoteOptions();

    public SourceAddCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        ProfileSource source =
                remote.mapping()
                        .map(mapping -> connect(workspace, mapping))
                        .or(() -> remote.server().map(server -> connect(workspace, server)))
                        .orElseGet(() -> add(workspace));
        Map<String, String> mapped = mapped(workspace, source);
        if (output.isJson()) {
            output.json(SourceShown.added(source, mapped));
        } else {
            output.line(texts().get("cli.source.added", source.name().value(), source.profiles()));
            for (String stream : source.outcomeStreams()) {
                output.line(
                        mapped.containsKey(stream)
                                ? texts().get(
                                                "cli.source.outcomesMapped",
                                                stream,
                                                source.name().value(),
                                                mapped.get(stream))
                                : texts().get(
                                                "cli.source.holdsOutcomes",
                                                stream,
                                                source.name().value()));
            }
        }
        return 0;
    }

    /**
     * Returns the mapping that is proposed for each table of outcomes, where one was handed over.
     */
    private static Map<String, String> mapped(Workspace workspace, ProfileSource source) {
        Map<OutcomeName, SavedMapping> kept = workspace.outcomes().mappings().all();
        Map<String, String> mapped = new TreeMap<>();
        for (String stream : source.outcomeStreams()) {
            OutcomeHandover.proposed(kept, source, Optional.of(stream))
                    .ifPresent(name -> mapped.put(stream, name.value()));
        }
        return mapped;
    }

    private ProfileSource connect(Workspace workspace, RemoteServer server) {
        if (file != null || table == null || key == null) {
            throw Problem.of("problem.remote.incomplete").asException();
        }
        RemotePlan plan =
                new RemotePlan(
                        name(workspace, table),
                        title == null ? table : title,
                        server,
                        table,
                        key,
                        columns.of(Optional.empty()),
                        events.stream()
                                .map(SourceAddCommand::events)
                                .map(
                                        e ->
                                                new RemotePlan.Events(
                                                        e.table(),
                                                        e.profileColumn(),
                                                        e.timeColumn(),
                                                        columns.of(Optional.of(e.table())),
                                                        columns.holdsOutcomes(e.table())))
                                .toList(),
                        remote.zone(),
                        Optional.ofNullable(today));
        return workspace
                .sources()
                .connect(plan, remote.known(server, workspace.sources().logins(), texts()));
    }

    private ProfileSource connect(Workspace workspace, HandedMapping handed) {
        if (file != null
                || table != null
                || key != null
                || !events.isEmpty()
                || !columns.isEmpty()) {
            throw Problem.of("problem.remote.mappingIncomplete").asException();
        }
        RemotePlan mapping = handed.plan();
        RemotePlan plan =
                mapping.named(
                        name == null ? mapping.name() : name(workspace, name),
                        title == null ? mapping.title() : title);
        ProfileSource made =
                workspace
                        .sources()
                        .connect(
                                plan,
                                remote.known(plan.server(), workspace.sources().logins(), texts()));
        workspace.outcomes().handover().keep(handed, made);
        return made;
    }

    private ProfileSource add(Workspace workspace) {
        if (!columns.isEmpty()) {
            throw Problem.of("problem.remote.incomplete").asException();
        }
        if (file == null) {
            throw Problem.of("problem.source.whatToAdd").asException();
        }
        DataFile data = DataFile.of(file, Optional.ofNullable(table));
        return workspace
                .sources()
                .add(
                        name(workspace, data.label()),
                        title == null ? data.label() : title,
                        new SourcePlace.InPlace(
                                data.path().toString(),
                                data.table(),
                                Optional.ofNullable(key),
                                events.stream().map(SourceAddCommand::events).toList()),
                        Optional.ofNullable(today));
    }

    private SourceName name(Workspace workspace, String label) {
        if (name == null) {
            return workspace.sources().freeName(label);
        }
        if (!SourceName.isValid(name)) {
            throw Problem.of(
                            "problem.import.name", name, workspace.sources().freeName(name).value())
                    .asException();
        }
        return new SourceName(name);
    }

    private static SourcePlace.InPlaceEvents events(String text) {
        int time = text.lastIndexOf(':');
        int profile = text.lastIndexOf(':', time - 1);
        if (profile < 1 || time <= profile + 1 || time == text.length() - 1) {
            throw Problem.of("problem.datafile.eventsForm", text).asException();
        }
        return new SourcePlace.InPlaceEvents(
                text.substring(0, profile),
                text.substring(profile + 1, time),
                text.substring(time + 1));
    }
}
