package io.marquetry.cli.pack;

import io.marquetry.cli.common.CommandGroup;
import io.marquetry.cli.common.CommandTools;
import io.marquetry.cli.pack.edit.PackageArchiveCommand;
import io.marquetry.cli.pack.edit.PackageBranchCommand;
import io.marquetry.cli.pack.edit.PackageCreateCommand;
import io.marquetry.cli.pack.edit.PackageDeleteCommand;
import io.marquetry.cli.pack.edit.PackageGoalCommand;
import io.marquetry.cli.pack.edit.PackageRenameCommand;
import io.marquetry.cli.pack.edit.PackageRestoreCommand;
import io.marquetry.cli.pack.edit.PackageRevertCommand;
import io.marquetry.cli.pack.edit.PackageUndoCommand;
import io.marquetry.cli.pack.handoff.PackageBundleCommand;
import io.marquetry.cli.pack.handoff.PackageExportCommand;
import io.marquetry.cli.pack.handoff.PackageImportCommand;
import io.marquetry.cli.pack.handoff.PackagePostCommand;
import io.marquetry.cli.pack.handoff.PackageSignCommand;
import io.marquetry.cli.pack.handoff.PackageValidateCommand;
import io.marquetry.cli.pack.handoff.PackageVerifyCommand;
import io.marquetry.cli.pack.handoff.PackageWatchCommand;
import io.marquetry.cli.pack.life.PackageApproveCommand;
import io.marquetry.cli.pack.life.PackageCheckCommand;
import io.marquetry.cli.pack.life.PackageCommentCommand;
import io.marquetry.cli.pack.life.PackageEvaluateCommand;
import io.marquetry.cli.pack.life.PackageLifeCommand;
import io.marquetry.cli.pack.life.PackageLiveCommand;
import io.marquetry.cli.pack.life.PackageReturnCommand;
import io.marquetry.cli.pack.life.PackageRulesCommand;
import io.marquetry.cli.pack.life.PackageScheduleCommand;
import io.marquetry.cli.pack.life.PackageSubmitCommand;
import io.marquetry.cli.pack.life.PackageWaitingCommand;
import io.marquetry.cli.pack.life.PackageWithdrawCommand;
import io.marquetry.cli.pack.look.PackageDiffCommand;
import io.marquetry.cli.pack.look.PackageListCommand;
import io.marquetry.cli.pack.look.PackageNearestCommand;
import io.marquetry.cli.pack.look.PackageShowCommand;
import io.marquetry.cli.pack.look.PackageVersionsCommand;

import picocli.CommandLine;

/** {@code package}: the packages of a workspace. */
public final class PackageGroup {

    private PackageGroup() {}

    /** Returns the noun with its commands. */
    public static CommandLine of(CommandTools tools) {
        return CommandGroup.named("package")
                .addSubcommand("list", new PackageListCommand(tools.opener(), tools.texts()))
                .addSubcommand("show", new PackageShowCommand(tools.opener(), tools.texts()))
                .addSubcommand("create", new PackageCreateCommand(tools.opener(), tools.texts()))
                .addSubcommand("rename", new PackageRenameCommand(tools.opener(), tools.texts()))
                .addSubcommand("delete", new PackageDeleteCommand(tools.opener(), tools.texts()))
                .addSubcommand("archive", new PackageArchiveCommand(tools.opener(), tools.texts()))
                .addSubcommand("restore", new PackageRestoreCommand(tools.opener(), tools.texts()))
                .addSubcommand("check", new PackageCheckCommand(tools.opener(), tools.texts()))
                .addSubcommand("nearest", new PackageNearestCommand(tools.opener(), tools.texts()))
                .addSubcommand("rules", new PackageRulesCommand(tools.opener(), tools.texts()))
                .addSubcommand("comment", new PackageCommentCommand(tools.opener(), tools.texts()))
                .addSubcommand(
                        "schedule", new PackageScheduleCommand(tools.opener(), tools.texts()))
                .addSubcommand("goal", new PackageGoalCommand(tools.opener(), tools.texts()))
                .addSubcommand("submit", new PackageSubmitCommand(tools.opener(), tools.texts()))
                .addSubcommand("approve", new PackageApproveCommand(tools.opener(), tools.texts()))
                .addSubcommand("return", new PackageReturnCommand(tools.opener(), tools.texts()))
                .addSubcommand(
                        "withdraw", new PackageWithdrawCommand(tools.opener(), tools.texts()))
                .addSubcommand("live", new PackageLiveCommand(tools.opener(), tools.texts()))
                .addSubcommand(
                        "evaluate", new PackageEvaluateCommand(tools.opener(), tools.texts()))
                .addSubcommand("life", new PackageLifeCommand(tools.opener(), tools.texts()))
                .addSubcommand("waiting", new PackageWaitingCommand(tools.opener(), tools.texts()))
                .addSubcommand("branch", new PackageBranchCommand(tools.opener(), tools.texts()))
                .addSubcommand("diff", new PackageDiffCommand(tools.opener(), tools.texts()))
                .addSubcommand("revert", new PackageRevertCommand(tools.opener(), tools.texts()))
                .addSubcommand(
                        "versions", new PackageVersionsCommand(tools.opener(), tools.texts()))
                .addSubcommand("export", new PackageExportCommand(tools.opener(), tools.texts()))
                .addSubcommand("bundle", new PackageBundleCommand(tools.opener(), tools.texts()))
                .addSubcommand("import", new PackageImportCommand(tools.opener(), tools.texts()))
                .addSubcommand("undo", new PackageUndoCommand(tools.opener(), tools.texts()))
                .addSubcommand(
                        "post",
                        new PackagePostCommand(tools.opener(), tools.texts(), tools.clock()))
                .addSubcommand("watch", new PackageWatchCommand(tools.opener(), tools.texts()))
                .addSubcommand("sign", new PackageSignCommand(tools.opener(), tools.texts()))
                .addSubcommand("verify", new PackageVerifyCommand(tools.opener(), tools.texts()))
                .addSubcommand("validate", new PackageValidateCommand(tools.texts()));
    }
}
