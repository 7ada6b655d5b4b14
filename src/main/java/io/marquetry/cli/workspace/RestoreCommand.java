package io.marquetry.cli.workspace;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.FolderCommand;
import io.marquetry.store.file.WorkspaceRecovery;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code workspace restore}: puts a backup in the place of a damaged database. */
@Command(name = "restore")
public final class RestoreCommand extends FolderCommand {

    private final InstantSource clock;

    @Parameters(paramLabel = "BACKUP", descriptionKey = "cli.backup.which")
    private String backup = "";

    public RestoreCommand(Texts texts, InstantSource clock) {
        super(texts);
        this.clock = clock;
    }

    @Override
    protected int run(Path folder, CommandOutput output) {
        Optional<Path> aside = new WorkspaceRecovery(folder, clock).restore(backup);
        if (output.isJson()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("restored", backup);
            aside.ifPresent(path -> tree.put("movedAside", path.toString()));
            output.json(tree);
        } else {
            output.remark(output.texts().get("cli.backup.restored", backup));
            aside.ifPresent(
                    path ->
                            output.remark(
                                    output.texts().get("cli.backup.movedAside", path.toString())));
        }
        return 0;
    }
}
