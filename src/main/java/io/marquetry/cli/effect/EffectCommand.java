package io.marquetry.cli.effect;

import io.marquetry.cli.common.CommandGroup;

import picocli.CommandLine.Command;

/** {@code effect}: what targeting achieved. */
@Command(name = "effect")
public final class EffectCommand extends CommandGroup {}
