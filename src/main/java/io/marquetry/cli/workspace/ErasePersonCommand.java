package io.marquetry.cli.workspace;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.CommandTools;
import io.marquetry.cli.common.FolderCommand;
import io.marquetry.cli.common.PlainJson;
import io.marquetry.erase.Erasure;
import io.marquetry.erase.Receipt;
import io.marquetry.store.file.WorkspaceRecovery;
import io.marquetry.workspace.Workspace;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;

/** {@code workspace erase-person}: takes one person out of all that the workspace holds. */
@Command(name = "erase-person")
public final class ErasePersonCommand extends FolderCommand {

    private final CommandTools tools;

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.erase.key")
    private @Nullable String key;

    public ErasePersonCommand(CommandTools tools) {
        super(tools.texts());
        this.tools = tools;
    }

    @Override
    protected int run(Path folder, CommandOutput output) {
        String person = require(key);
        Erasure erasure;
        try (Workspace workspace = tools.opener().open(folder)) {
            erasure = workspace.erasure().erase(person, tools.clock().instant());
        }
        Erasure whole = erasure.with(new WorkspaceRecovery(folder, tools.clock()).erase(person));
        tell(whole, Receipt.write(folder, whole), output);
        return 0;
    }

    private static void tell(Erasure erasure, Path receipt, CommandOutput output) {
        if (output.isJson()) {
            output.json(PlainJson.of(Receipt.json(erasure)));
            return;
        }
        Texts texts = output.texts();
        for (Erasure.From from : erasure.removed()) {
            output.line(
                    texts.get(
                            switch (from.kind()) {
                                case SOURCE -> "cli.erase.source";
                                case OUTCOMES -> "cli.erase.outcomes";
                                case DISPATCH -> "cli.erase.dispatch";
                            },
                            from.name(),
                            from.rows(),
                            from.events()));
        }
        if (erasure.removed().isEmpty()) {
            output.line(texts.get("cli.erase.nobody"));
        }
        if (erasure.copies() > 0) {
            output.line(texts.get("cli.erase.copies", erasure.copies()));
        }
        erasure.naming().forEach(tag -> output.remark(texts.get("cli.erase.naming", tag)));
        erasure.inPlace().forEach(file -> output.remark(texts.get("cli.erase.inPlace", file)));
        output.line(texts.get("cli.erase.receipt", receipt.toString()));
    }
}
