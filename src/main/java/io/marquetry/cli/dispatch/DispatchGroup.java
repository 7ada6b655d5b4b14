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
        return CommandGroup.named("dispatch", tools)
                .with(
                        "plan",
                        () -> new DispatchPlanCommand(tools.opener(), tools.texts(), tools.clock()))
                .with("list", () -> new DispatchListCommand(tools.opener(), tools.texts()))
                .with("status", () -> new DispatchStatusCommand(tools.opener(), tools.texts()))
                .with("explain", () -> new DispatchExplainCommand(tools.opener(), tools.texts()))
                .with("approve", () -> new DispatchApproveCommand(tools.opener(), tools.texts()))
                .with("test", () -> new DispatchTestCommand(tools.opener(), tools.texts()))
                .with("run", () -> new DispatchRunCommand(tools.opener(), tools.texts()))
                .with(
                        "receipts",
                        () ->
                                new DispatchReceiptsCommand(
                                        tools.opener(), tools.texts(), tools.clock()))
                .with("pause", () -> new DispatchPauseCommand(tools.opener(), tools.texts()))
                .with("resume", () -> new DispatchResumeCommand(tools.opener(), tools.texts()))
                .with("cancel", () -> new DispatchCancelCommand(tools.opener(), tools.texts()))
                .with("resolve", () -> new DispatchResolveCommand(tools.opener(), tools.texts()))
                .made();
    }
}
