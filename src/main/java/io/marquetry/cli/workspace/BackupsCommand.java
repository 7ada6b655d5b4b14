package io.marquetry.cli.workspace;

import io.marquetry.base.Texts;
import io.marquetry.base.UserZone;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.FolderCommand;
import io.marquetry.cli.common.TextTable;
import io.marquetry.store.file.Backup;
import io.marquetry.store.file.WorkspaceRecovery;

import picocli.CommandLine.Command;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code workspace backups}: the backups of a workspace, which need not open. */
@Command(name = "backups")
public final class BackupsCommand extends FolderCommand {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final InstantSource clock;

    public BackupsCommand(Texts texts, InstantSource clock) {
        super(texts);
        this.clock = clock;
    }

    @Override
    protected int run(Path folder, CommandOutput output) {
        List<Backup> backups = new WorkspaceRecovery(folder, clock).backups();
        Texts texts = output.texts();
        if (output.isJson()) {
            output.json(backups.stream().map(BackupsCommand::json).toList());
        } else if (backups.isEmpty()) {
            output.remark(texts.get("cli.backup.none", folder.toString()));
        } else {
            TextTable table =
                    new TextTable(
                            List.of(
                                    texts.get("cli.backup.name"),
                                    texts.get("cli.backup.madeAt"),
                                    texts.get("cli.backup.saves")),
                            Set.of(2));
            for (Backup backup : backups) {
                table.add(
                        backup.name(),
                        SECOND.format(backup.madeAt().atZone(UserZone.get())),
                        texts.get("cli.number", backup.generation()));
            }
            table.lines().forEach(output::line);
        }
        return 0;
    }

    private static Map<String, Object> json(Backup backup) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", backup.name());
        tree.put("madeAt", backup.madeAt().toString());
        tree.put("saves", backup.generation());
        return tree;
    }
}
