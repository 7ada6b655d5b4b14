package io.marquetry.cli.requirement;

import io.marquetry.cli.common.CommandGroup;
import io.marquetry.cli.common.CommandTools;

import picocli.CommandLine;

/** {@code requirement}: what somebody wants to reach, and the tags that it means. */
public final class RequirementGroup {

    private RequirementGroup() {}

    /** Returns the noun with its commands. */
    public static CommandLine of(CommandTools tools) {
        return CommandGroup.named("requirement")
                .addSubcommand("map", new RequirementMapCommand(tools.opener(), tools.texts()))
                .addSubcommand("list", new RequirementListCommand(tools.opener(), tools.texts()))
                .addSubcommand("show", new RequirementShowCommand(tools.opener(), tools.texts()))
                .addSubcommand(
                        "accept", new RequirementAcceptCommand(tools.opener(), tools.texts()))
                .addSubcommand("draft", new RequirementDraftCommand(tools.opener(), tools.texts()))
                .addSubcommand(
                        "package", new RequirementPackageCommand(tools.opener(), tools.texts()))
                .addSubcommand(
                        "delete", new RequirementDeleteCommand(tools.opener(), tools.texts()));
    }
}
