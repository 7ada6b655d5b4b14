package io.marquetry.cli.pack.look;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.Minute;
import io.marquetry.cli.common.TextTable;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.life.PackageLife;
import io.marquetry.life.PackageState;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageRepository;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code package list}: all packages, the last edited first. */
@Command(name = "list")
public final class PackageListCommand extends WorkspaceCommand {

    @Option(names = "--archived", descriptionKey = "cli.package.listArchived")
    private boolean archived;

    public PackageListCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        List<PackageRepository.Summary> all =
                archived ? workspace.packages().archived() : workspace.packages().list();
        Map<PackageKey, PackageLife> known = all.isEmpty() ? Map.of() : workspace.lives().all();
        if (output.isJson()) {
            output.json(
                    all.stream().map(row -> PackageShown.json(row, state(row, known))).toList());
        } else if (all.isEmpty()) {
            output.remark(texts().get(archived ? "cli.package.noneArchived" : "cli.package.none"));
        } else {
            table(all, known).lines().forEach(output::line);
        }
        return 0;
    }

    private static PackageState state(
            PackageRepository.Summary row, Map<PackageKey, PackageLife> known) {
        PackageKey key = row.pack().key();
        return known.getOrDefault(key, PackageLife.none(key, false)).state();
    }

    private TextTable table(
            List<PackageRepository.Summary> all, Map<PackageKey, PackageLife> known) {
        TextTable table =
                new TextTable(
                        List.of(
                                texts().get("cli.package.key"),
                                texts().get("cli.package.versions"),
                                texts().get("cli.package.state"),
                                texts().get("cli.package.source"),
                                texts().get("cli.package.edited"),
                                texts().get("cli.package.name")),
                        Set.of(1));
        for (PackageRepository.Summary summary : all) {
            table.add(
                    summary.pack().key().value(),
                    texts().get("cli.number", summary.versions()),
                    texts().sentence(state(summary, known).word()),
                    summary.pack().source().value(),
                    Minute.of(summary.editedAt()),
                    summary.pack().name().in(texts().locale()));
        }
        return table;
    }
}
