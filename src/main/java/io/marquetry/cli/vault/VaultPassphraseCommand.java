package io.marquetry.cli.vault;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.PassphraseOptions;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** {@code vault passphrase}: another passphrase opens the vault from now on. */
@Command(name = "passphrase")
public final class VaultPassphraseCommand extends WorkspaceCommand {

    @Mixin private PassphraseOptions passphrase = new PassphraseOptions();

    @Option(
            names = "--new-passphrase-file",
            paramLabel = "FILE",
            descriptionKey = "cli.vault.newFile")
    private @Nullable Path newFile;

    @Option(
            names = "--new-passphrase-variable",
            paramLabel = "MARQUETRY_…",
            descriptionKey = "cli.vault.newVariable")
    private @Nullable String newVariable;

    public VaultPassphraseCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        char[] now = passphrase.read(texts());
        workspace.sources().logins().vault().changePassphrase(now, next());
        if (output.isJson()) {
            output.json(Map.of("changed", true));
        } else {
            output.line(texts().get("cli.vault.changed"));
        }
        return 0;
    }

    private char[] next() {
        if (newFile != null || newVariable != null) {
            return PassphraseOptions.from(newFile, newVariable);
        }
        Optional<String> first = PassphraseOptions.typed(texts().get("cli.vault.askNew"));
        Optional<String> again =
                first.flatMap(one -> PassphraseOptions.typed(texts().get("cli.vault.askAgain")));
        if (!first.equals(again)) {
            throw Problem.of("problem.vault.notTheSame").asException();
        }
        return first.orElseThrow(() -> Problem.of("problem.vault.noNew").asException())
                .toCharArray();
    }
}
