package io.marquetry.cli.dispatch;

import io.marquetry.cli.common.CommandGroup;
import io.marquetry.cli.common.CommandTools;
import io.marquetry.cli.dispatch.look.DispatchExplainCommand;
import io.marquetry.cli.dispatch.look.DispatchListCommand;
import io.marquetry.cli.dispatch.look.DispatchStatusCommand;
import io.marquetry.cli.dispatch.run.DispatchApproveCommand;
import io.marquetry.cli.dispatch.run.DispatchCancelCommand;
import io.marquetry.cli.dispatch.run.DispatchPauseCommand;
import io.marquetry.cli.dispatch.run.DispatchPlanCommand;
import io.marquetry.cli.dispatch.run.DispatchReceiptsCommand;
import io.marquetry.cli.dispatch.run.DispatchResolveCommand;
import io.marquetry.cli.dispatch.run.DispatchResumeCommand;
import io.marquetry.cli.dispatch.run.DispatchRunCommand;
import io.marquetry.cli.dispatch.run.DispatchTestCommand;

import picocli.CommandLine;

/** {@code dispatch}: packages that go out. */
public final class DispatchGroup {

    private DispatchGroup() {}

    /** Returns the noun with its commands. */
    public static CommandLine of(CommandTools tools) {
        return CommandGroup.named("dispatch")
                .addSubcommand(
                        "plan",
                        new DispatchPlanCommand(tools.opener(), tools.texts(), tools.clock()))
                .addSubcommand("list", new DispatchListCommand(tools.opener(), tools.texts()))
                .addSubcommand("status", new DispatchStatusCommand(tools.opener(), tools.texts()))
                .addSubcommand("explain", new DispatchExplainCommand(tools.opener(), tools.texts()))
                .addSubcommand("approve", new DispatchApproveCommand(tools.opener(), tools.texts()))
                .addSubcommand("test", new DispatchTestCommand(tools.opener(), tools.texts()))
                .addSubcommand("run", new DispatchRunCommand(tools.opener(), tools.texts()))
                .addSubcommand(
                        "receipts",
                        new DispatchReceiptsCommand(tools.opener(), tools.texts(), tools.clock()))
                .addSubcommand("pause", new DispatchPauseCommand(tools.opener(), tools.texts()))
                .addSubcommand("resume", new DispatchResumeCommand(tools.opener(), tools.texts()))
                .addSubcommand("cancel", new DispatchCancelCommand(tools.opener(), tools.texts()))
                .addSubcommand(
                        "resolve", new DispatchResolveCommand(tools.opener(), tools.texts()));
    }
}
