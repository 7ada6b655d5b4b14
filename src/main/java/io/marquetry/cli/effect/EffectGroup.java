package io.marquetry.cli.effect;

import io.marquetry.cli.common.CommandGroup;
import io.marquetry.cli.common.CommandTools;

import picocli.CommandLine;

/** {@code effect}: what targeting achieved. */
public final class EffectGroup {

    private EffectGroup() {}

    /** Returns the noun with its commands. */
    public static CommandLine of(CommandTools tools) {
        return CommandGroup.named("effect", tools)
                .with("show", () -> new EffectShowCommand(tools.opener(), tools.texts()))
                .with("watch", () -> new EffectWatchCommand(tools.opener(), tools.texts()))
                .with("advise", () -> new EffectAdviseCommand(tools.opener(), tools.texts()))
                .with("report", () -> new EffectReportCommand(tools.opener(), tools.texts()))
                .with("targets", () -> new EffectTargetsCommand(tools.opener(), tools.texts()))
                .with("check", () -> new EffectCheckCommand(tools.opener(), tools.texts()))
                .with("power", () -> new EffectPowerCommand(tools.texts()))
                .made();
    }
}
