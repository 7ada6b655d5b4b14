package io.marquetry.cli.source;

import io.marquetry.base.Texts;
import io.marquetry.base.UserZone;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.TextTable;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourcePlace;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code source list}: the profile sources of a workspace. */
@Command(name = "list")
public final class SourceListCommand extends WorkspaceCommand {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    public SourceListCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        List<ProfileSource> sources = workspace.sources().list();
        if (output.isJson()) {
            output.json(sources.stream().map(SourceListCommand::json).toList());
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
                    MINUTE.format(source.asOf().atZone(UserZone.get())),
                    source.title());
        }
        return table;
    }

    /** Returns what scripts are told of a source. */
    static Map<String, Object> json(ProfileSource source) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", source.name().value());
        tree.put("title", source.title());
        tree.put("profiles", source.profiles());
        tree.put("asOf", source.asOf().toString());
        source.fixedToday().ifPresent(today -> tree.put("today", today.toString()));
        tree.put("fingerprint", source.fingerprint());
        tree.put("engine", source.place().engine().name());
        if (source.place() instanceof SourcePlace.InPlace inPlace) {
            tree.put("path", inPlace.path());
        }
        Map<String, Object> attributes = new LinkedHashMap<>();
        source.model().attributes().forEach(a -> attributes.put(a.name(), a.type().name()));
        tree.put("attributes", attributes);
        Map<String, Object> streams = new LinkedHashMap<>();
        source.model()
                .streams()
                .forEach(
                        stream -> {
                            Map<String, Object> fields = new LinkedHashMap<>();
                            stream.fields().forEach(f -> fields.put(f.name(), f.type().name()));
                            streams.put(stream.name(), fields);
                        });
        tree.put("events", streams);
        return tree;
    }
}
