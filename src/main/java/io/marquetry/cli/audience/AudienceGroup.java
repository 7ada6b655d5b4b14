package io.marquetry.cli.audience;

import io.marquetry.cli.common.CommandGroup;
import io.marquetry.cli.common.CommandTools;

import picocli.CommandLine;

/** {@code audience}: why people are addressed, and how often. */
public final class AudienceGroup {

    private AudienceGroup() {}

    /** Returns the noun with its commands. */
    public static CommandLine of(CommandTools tools) {
        return CommandGroup.named("audience", tools)
                .with("explain", () -> new AudienceExplainCommand(tools.opener(), tools.texts()))
                .with("overlap", () -> new AudienceOverlapCommand(tools.opener(), tools.texts()))
                .made();
    }
}
