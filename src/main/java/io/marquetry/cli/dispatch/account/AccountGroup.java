package io.marquetry.cli.dispatch.account;

import io.marquetry.cli.common.CommandGroup;
import io.marquetry.cli.common.CommandTools;

import picocli.CommandLine;

/** {@code account}: who takes messages. */
public final class AccountGroup {

    private AccountGroup() {}

    /** Returns the noun with its commands. */
    public static CommandLine of(CommandTools tools) {
        return CommandGroup.named("account", tools)
                .with("add", () -> new AccountAddCommand(tools.opener(), tools.texts()))
                .with("list", () -> new AccountListCommand(tools.opener(), tools.texts()))
                .with("check", () -> new AccountCheckCommand(tools.opener(), tools.texts()))
                .with("remove", () -> new AccountRemoveCommand(tools.opener(), tools.texts()))
                .made();
    }
}
