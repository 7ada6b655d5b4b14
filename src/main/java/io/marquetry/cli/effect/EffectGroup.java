package io.marquetry.cli.effect;

import io.marquetry.cli.common.CommandGroup;
import io.marquetry.cli.common.CommandTools;

import picocli.CommandLine;

/** {@code effect}: what targeting achieved. */
public final class EffectGroup {

    private EffectGroup() {}

    /** Returns the noun with its commands. */
    public static CommandLine of(CommandTools tools) {
        return CommandGroup.named("effect")
                .addSubcommand("show", new EffectShowCommand(tools.opener(), tools.texts()))
                .addSubcommand("watch", new EffectWatchCommand(tools.opener(), tools.texts()))
                .addSubcommand("advise", new EffectAdviseCommand(tools.opener(), tools.texts()))
                .addSubcommand("report", new EffectReportCommand(tools.opener(), tools.texts()))
                .addSubcommand("targets", new EffectTargetsCommand(tools.opener(), tools.texts()))
                .addSubcommand("check", new EffectCheckCommand(tools.opener(), tools.texts()))
                .addSubcommand("power", new EffectPowerCommand(tools.texts()));
    }
}
