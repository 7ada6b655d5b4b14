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
        return CommandGroup.named("package", tools)
                .with("list", () -> new PackageListCommand(tools.opener(), tools.texts()))
                .with("show", () -> new PackageShowCommand(tools.opener(), tools.texts()))
                .with("create", () -> new PackageCreateCommand(tools.opener(), tools.texts()))
                .with("rename", () -> new PackageRenameCommand(tools.opener(), tools.texts()))
                .with("delete", () -> new PackageDeleteCommand(tools.opener(), tools.texts()))
                .with("archive", () -> new PackageArchiveCommand(tools.opener(), tools.texts()))
                .with("restore", () -> new PackageRestoreCommand(tools.opener(), tools.texts()))
                .with("check", () -> new PackageCheckCommand(tools.opener(), tools.texts()))
                .with("nearest", () -> new PackageNearestCommand(tools.opener(), tools.texts()))
                .with("rules", () -> new PackageRulesCommand(tools.opener(), tools.texts()))
                .with("comment", () -> new PackageCommentCommand(tools.opener(), tools.texts()))
                .with("schedule", () -> new PackageScheduleCommand(tools.opener(), tools.texts()))
                .with("goal", () -> new PackageGoalCommand(tools.opener(), tools.texts()))
                .with("submit", () -> new PackageSubmitCommand(tools.opener(), tools.texts()))
                .with("approve", () -> new PackageApproveCommand(tools.opener(), tools.texts()))
                .with("return", () -> new PackageReturnCommand(tools.opener(), tools.texts()))
                .with("withdraw", () -> new PackageWithdrawCommand(tools.opener(), tools.texts()))
                .with("live", () -> new PackageLiveCommand(tools.opener(), tools.texts()))
                .with("evaluate", () -> new PackageEvaluateCommand(tools.opener(), tools.texts()))
                .with("life", () -> new PackageLifeCommand(tools.opener(), tools.texts()))
                .with("waiting", () -> new PackageWaitingCommand(tools.opener(), tools.texts()))
                .with("branch", () -> new PackageBranchCommand(tools.opener(), tools.texts()))
                .with("diff", () -> new PackageDiffCommand(tools.opener(), tools.texts()))
                .with("revert", () -> new PackageRevertCommand(tools.opener(), tools.texts()))
                .with("versions", () -> new PackageVersionsCommand(tools.opener(), tools.texts()))
                .with("export", () -> new PackageExportCommand(tools.opener(), tools.texts()))
                .with("bundle", () -> new PackageBundleCommand(tools.opener(), tools.texts()))
                .with("import", () -> new PackageImportCommand(tools.opener(), tools.texts()))
                .with("undo", () -> new PackageUndoCommand(tools.opener(), tools.texts()))
                .with(
                        "post",
                        () -> new PackagePostCommand(tools.opener(), tools.texts(), tools.clock()))
                .with("watch", () -> new PackageWatchCommand(tools.opener(), tools.texts()))
                .with("sign", () -> new PackageSignCommand(tools.opener(), tools.texts()))
                .with("verify", () -> new PackageVerifyCommand(tools.opener(), tools.texts()))
                .with("validate", () -> new PackageValidateCommand(tools.texts()))
                .made();
    }
}
