package io.marquetry.cli.dispatch.account;

import io.marquetry.cli.common.CommandGroup;
import io.marquetry.cli.common.CommandTools;

import picocli.CommandLine;

/** {@code account}: who takes messages. */
public final class AccountGroup {

    private AccountGroup() {}

    /** Returns the noun with its commands. */
    public static CommandLine of(CommandTools tools) {
        return CommandGroup.named("account")
                .addSubcommand("add", new AccountAddCommand(tools.opener(), tools.texts()))
                .addSubcommand("list", new AccountListCommand(tools.opener(), tools.texts()))
                .addSubcommand("check", new AccountCheckCommand(tools.opener(), tools.texts()))
                .addSubcommand("remove", new AccountRemoveCommand(tools.opener(), tools.texts()));
    }
}
