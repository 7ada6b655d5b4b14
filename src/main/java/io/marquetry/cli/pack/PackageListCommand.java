package io.marquetry.cli.pack;

import io.marquetry.audience.ExpressionText;
import io.marquetry.base.Texts;
import io.marquetry.base.UserZone;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.TextTable;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.pack.PackageRepository;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code package list}: all packages, the last edited first. */
@Command(name = "list")
public final class PackageListCommand extends WorkspaceCommand {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    public PackageListCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        List<PackageRepository.Summary> all = workspace.packages().list();
        if (output.isJson()) {
            output.json(all.stream().map(PackageListCommand::json).toList());
        } else if (all.isEmpty()) {
            output.remark(texts().get("cli.package.none"));
        } else {
            table(all).lines().forEach(output::line);
        }
        return 0;
    }

    private TextTable table(List<PackageRepository.Summary> all) {
        TextTable table =
                new TextTable(
                        List.of(
                                texts().get("cli.package.key"),
                                texts().get("cli.package.versions"),
                                texts().get("cli.package.source"),
                                texts().get("cli.package.edited"),
                                texts().get("cli.package.name")),
                        Set.of(1));
        for (PackageRepository.Summary summary : all) {
            table.add(
                    summary.pack().key().value(),
                    texts().get("cli.number", summary.versions()),
                    summary.pack().source().value(),
                    MINUTE.format(summary.editedAt().atZone(UserZone.get())),
                    summary.pack().name().in(texts().locale()));
        }
        return table;
    }

    private static Map<String, Object> json(PackageRepository.Summary summary) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("key", summary.pack().key().value());
        tree.put("name", summary.pack().name().byLanguage());
        tree.put("source", summary.pack().source().value());
        tree.put("expression", ExpressionText.write(summary.pack().audience()));
        tree.put("versions", summary.versions());
        tree.put("editedAt", summary.editedAt().toString());
        return tree;
    }
}
