package io.marquetry.cli.workspace;

import io.marquetry.cli.common.CommandGroup;

import picocli.CommandLine.Command;

/** {@code workspace}: what can be done with a workspace that is not open. */
@Command(name = "workspace")
public final class RecoveryCommand extends CommandGroup {}
