package io.marquetry.cli.dispatch.coupons;

import io.marquetry.cli.common.CommandGroup;
import io.marquetry.cli.common.CommandTools;

import picocli.CommandLine;

/** {@code coupons}: codes that go out with messages, one to each person. */
public final class CouponsGroup {

    private CouponsGroup() {}

    /** Returns the noun with its commands. */
    public static CommandLine of(CommandTools tools) {
        return CommandGroup.named("coupons")
                .addSubcommand("import", new CouponsImportCommand(tools.opener(), tools.texts()))
                .addSubcommand(
                        "list",
                        new CouponsListCommand(tools.opener(), tools.texts(), tools.clock()))
                .addSubcommand(
                        "withdraw", new CouponsWithdrawCommand(tools.opener(), tools.texts()));
    }
}
