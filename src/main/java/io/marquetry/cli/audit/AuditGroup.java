package io.marquetry.cli.audit;

import io.marquetry.cli.common.CommandGroup;
import io.marquetry.cli.common.CommandTools;

import picocli.CommandLine;

/** {@code audit}: what was done in a workspace. */
public final class AuditGroup {

    private AuditGroup() {}

    /** Returns the noun with its commands. */
    public static CommandLine of(CommandTools tools) {
        return CommandGroup.named("audit", tools)
                .with("verify", () -> new AuditVerifyCommand(tools.opener(), tools.texts()))
                .with("export", () -> new AuditExportCommand(tools.opener(), tools.texts()))
                .made();
    }
}
