package io.marquetry.cli.pack.handoff;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.handoff.sign.Signatures;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code package verify}: tells whether a signature fits its file, and whose it is. */
@Command(name = "verify")
public final class PackageVerifyCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "cli.package.verifyFile")
    private @Nullable Path file;

    @Option(names = "--signature", paramLabel = "FILE", descriptionKey = "cli.package.signature")
    private @Nullable Path signature;

    @Option(names = "--trust", paramLabel = "NAME", descriptionKey = "cli.package.trust")
    private @Nullable String trust;

    public PackageVerifyCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        Path signed = require(file);
        Path beside = signature == null ? Signatures.beside(signed) : signature;
        Signatures signatures = workspace.signatures();
        Signatures.Verified found =
                trust == null
                        ? signatures.verify(signed, beside)
                        : signatures.trust(signed, beside, trust);
        if (output.isJson()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("file", signed.toString());
            tree.put("signer", found.signer());
            found.knownAs().ifPresent(name -> tree.put("knownAs", name));
            tree.put("fingerprint", found.fingerprint());
            tree.put("signedAt", found.signedAt().toString());
            output.json(tree);
        } else {
            output.line(
                    found.knownAs()
                            .map(name -> told("cli.package.verified", found, name))
                            .orElseGet(
                                    () ->
                                            told(
                                                    "cli.package.verifiedUnknown",
                                                    found,
                                                    found.signer())));
        }
        return 0;
    }

    private String told(String key, Signatures.Verified found, String name) {
        return texts().get(key, name, found.signedAt().toString(), found.fingerprint());
    }
}
