package io.marquetry.cli;

import picocli.CommandLine.Command;

/** {@code effect}: what targeting achieved. */
@Command(name = "effect")
final class EffectCommand extends CommandGroup {}
