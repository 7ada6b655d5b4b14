package io.marquetry.cli.requirement;

import io.marquetry.cli.common.CommandGroup;
import io.marquetry.cli.common.CommandTools;

import picocli.CommandLine;

/** {@code requirement}: what somebody wants to reach, and the tags that it means. */
public final class RequirementGroup {

    private RequirementGroup() {}

    /** Returns the noun with its commands. */
    public static CommandLine of(CommandTools tools) {
        return CommandGroup.named("requirement", tools)
                .with("map", () -> new RequirementMapCommand(tools.opener(), tools.texts()))
                .with("list", () -> new RequirementListCommand(tools.opener(), tools.texts()))
                .with("show", () -> new RequirementShowCommand(tools.opener(), tools.texts()))
                .with("accept", () -> new RequirementAcceptCommand(tools.opener(), tools.texts()))
                .with("draft", () -> new RequirementDraftCommand(tools.opener(), tools.texts()))
                .with("package", () -> new RequirementPackageCommand(tools.opener(), tools.texts()))
                .with("delete", () -> new RequirementDeleteCommand(tools.opener(), tools.texts()))
                .made();
    }
}
