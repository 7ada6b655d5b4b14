package io.marquetry.cli.pack.handoff;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.TextTable;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.cli.source.SourceChoice;
import io.marquetry.handoff.incoming.Choices;
import io.marquetry.handoff.incoming.Choices.Existing;
import io.marquetry.handoff.incoming.FieldNames;
import io.marquetry.handoff.incoming.FieldOffer;
import io.marquetry.handoff.incoming.Incoming;
import io.marquetry.handoff.incoming.IncomingItem;
import io.marquetry.handoff.incoming.LeftOut;
import io.marquetry.handoff.incoming.Renames;
import io.marquetry.handoff.incoming.Standing;
import io.marquetry.handoff.incoming.Taken;
import io.marquetry.handoff.incoming.Translation;
import io.marquetry.pack.PackageKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code package import}: takes package documents and bundles: all that they hold, or nothing. */
@Command(name = "import")
public final class PackageImportCommand extends WorkspaceCommand {

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "cli.package.importFile")
    private List<Path> files = List.of();

    @Option(names = "--existing", paramLabel = "WHAT", descriptionKey = "cli.package.existing")
    private Existing existing = Existing.ASK;

    @Option(names = "--keep", paramLabel = "KEY", descriptionKey = "cli.package.keep")
    private List<String> kept = List.of();

    @Option(names = "--take", paramLabel = "KEY", descriptionKey = "cli.package.take")
    private List<String> taken = List.of();

    @Option(names = "--rename", paramLabel = "KEY=KEY", descriptionKey = "cli.package.importAs")
    private Map<String, String> renamed = Map.of();

    @Option(names = "--map", paramLabel = "THEIRS=OURS", descriptionKey = "cli.package.map")
    private Map<String, String> mapped = Map.of();

    @Option(names = "--source", paramLabel = "NAME", descriptionKey = "cli.package.importSource")
    private @Nullable String source;

    @Option(names = "--leave-out-unmapped", descriptionKey = "cli.package.leaveOut")
    private boolean leaveOut;

    @Option(names = "--dry-run", descriptionKey = "cli.package.dryRun")
    private boolean dryRun;

    public PackageImportCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        Optional<SourceName> addressed =
                Optional.ofNullable(source)
                        .map(name -> SourceChoice.named(workspace.sources(), name).name());
        Renames others =
                renamed.isEmpty()
                        ? Renames.NONE
                        : Renames.of(renamed, workspace.incoming().look(files).items());
        Translation here =
                Translation.NONE
                        .with(FieldNames.parse(mapped))
                        .with(others)
                        .addressing(addressed)
                        .leavingOut(leaveOut);
        Incoming incoming = workspace.incoming().look(files, here);
        Choices choices = choices(incoming);
        List<FieldOffer> fields = workspace.incoming().offers(incoming, new CancelSignal());
        if (dryRun) {
            show(output, incoming, fields, Optional.empty());
            return 0;
        }
        if (!output.isJson() && !incoming.different().isEmpty()) {
            table(incoming).lines().forEach(output::line);
        }
        show(output, incoming, fields, Optional.of(workspace.incoming().take(incoming, choices)));
        return 0;
    }

    private Choices choices(Incoming incoming) {
        Map<String, Existing> byKey = new HashMap<>();
        kept.forEach(key -> byKey.put(key, Existing.KEEP));
        taken.forEach(key -> byKey.put(key, Existing.TAKE));
        for (String key : byKey.keySet()) {
            refuseUnknown(incoming, key);
        }
        return new Choices(existing, byKey);
    }

    private static void refuseUnknown(Incoming incoming, String key) {
        if (incoming.items().stream().noneMatch(item -> item.key().equals(key))) {
            throw Problem.of("problem.incoming.unknown", key).asException();
        }
    }

    private void show(
            CommandOutput output,
            Incoming incoming,
            List<FieldOffer> fields,
            Optional<Taken> done) {
        FieldsShown shown = new FieldsShown(texts(), fields);
        List<Problem> notes = new ArrayList<>(done.map(Taken::notes).orElse(incoming.notes()));
        notes.removeAll(shown.asTaken());
        if (!leaveOut) {
            notes.addAll(shown.open());
        }
        if (output.isJson()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("items", incoming.items().stream().map(this::json).toList());
            tree.put("fields", shown.json());
            done.ifPresent(
                    what ->
                            tree.put(
                                    "packages",
                                    what.packages().stream().map(PackageKey::value).toList()));
            LeftOut out = incoming.leftOut();
            if (!out.isNothing()) {
                tree.put("leftOut", Map.of("tags", out.tags(), "packages", out.packages()));
            }
            tree.put("notes", notes.stream().map(texts()::sentence).toList());
            output.json(tree);
            return;
        }
        if (done.isEmpty()) {
            table(incoming).lines().forEach(output::line);
        } else {
            Taken what = done.get();
            output.line(
                    texts().get(
                                    "cli.package.imported",
                                    what.packages().size(),
                                    what.done().tags().size(),
                                    what.done().assets().size(),
                                    what.number()));
        }
        shown.remembered().forEach(output::remark);
        notes.forEach(note -> output.remark(texts().sentence(note)));
    }

    private Map<String, Object> json(IncomingItem item) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("kind", item.kind().name());
        tree.put("key", item.key());
        if (item.isRenamed()) {
            tree.put("theirs", item.theirs());
        }
        tree.put("name", item.name().byLanguage());
        tree.put("standing", item.standing().name());
        return tree;
    }

    private TextTable table(Incoming incoming) {
        TextTable table =
                new TextTable(
                        List.of(
                                texts().get("incoming.column.standing"),
                                texts().get("incoming.column.kind"),
                                texts().get("cli.package.key"),
                                texts().get("cli.package.name")),
                        Set.of());
        incoming.items().stream()
                .filter(item -> dryRun || item.standing() == Standing.DIFFERENT)
                .forEach(
                        item ->
                                table.add(
                                        texts().get("incoming.standing." + item.standing()),
                                        texts().get("incoming.kind." + item.kind()),
                                        item.key(),
                                        item.name().in(texts().locale())));
        return table;
    }
}
