package io.marquetry.cli.dispatch.coupons;

import io.marquetry.cli.common.CommandGroup;
import io.marquetry.cli.common.CommandTools;

import picocli.CommandLine;

/** {@code coupons}: codes that go out with messages, one to each person. */
public final class CouponsGroup {

    private CouponsGroup() {}

    /** Returns the noun with its commands. */
    public static CommandLine of(CommandTools tools) {
        return CommandGroup.named("coupons", tools)
                .with("import", () -> new CouponsImportCommand(tools.opener(), tools.texts()))
                .with(
                        "list",
                        () -> new CouponsListCommand(tools.opener(), tools.texts(), tools.clock()))
                .with("withdraw", () -> new CouponsWithdrawCommand(tools.opener(), tools.texts()))
                .made();
    }
}
