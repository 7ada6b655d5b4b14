package io.marquetry.cli.vault;

import io.marquetry.cli.common.CommandGroup;
import io.marquetry.cli.common.CommandTools;

import picocli.CommandLine;

/** {@code vault}: where the signing key and passwords of servers lie. */
public final class VaultGroup {

    private VaultGroup() {}

    /** Returns the noun with its commands. */
    public static CommandLine of(CommandTools tools) {
        return CommandGroup.named("vault", tools)
                .with("passphrase", () -> new VaultPassphraseCommand(tools.opener(), tools.texts()))
                .made();
    }
}
