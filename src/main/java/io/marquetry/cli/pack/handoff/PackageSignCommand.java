package io.marquetry.cli.pack.handoff;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Actor;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.PassphraseOptions;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.handoff.sign.Signatures;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code package sign}: writes a signature beside a document or bundle. */
@Command(name = "sign")
public final class PackageSignCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "cli.package.signFile")
    private @Nullable Path file;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "cli.package.signOut")
    private @Nullable Path out;

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "cli.package.signName")
    private @Nullable String name;

    @Mixin private PassphraseOptions passphrase = new PassphraseOptions();

    public PackageSignCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        Path signed = require(file);
        Path signature = out == null ? Signatures.beside(signed) : out;
        String signer = name == null ? Actor.ofThisMachine().login() : name;
        Signatures.Signed done =
                workspace.signatures().sign(signed, signature, signer, passphrase.read(texts()));
        if (output.isJson()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("file", signed.toString());
            tree.put("signature", done.file().toString());
            tree.put("signer", signer);
            tree.put("fingerprint", done.fingerprint());
            output.json(tree);
        } else {
            output.line(
                    texts().get(
                                    "cli.package.signed",
                                    signed.toString(),
                                    signer,
                                    done.file().toString(),
                                    done.fingerprint()));
        }
        return 0;
    }
}
