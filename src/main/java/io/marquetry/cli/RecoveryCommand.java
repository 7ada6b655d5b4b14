package io.marquetry.cli;

import picocli.CommandLine.Command;

/** {@code workspace}: what can be done with a workspace that is not open. */
@Command(name = "workspace")
final class RecoveryCommand extends CommandGroup {}
