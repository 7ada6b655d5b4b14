package io.marquetry.cli.outcomes;

import io.marquetry.cli.common.CommandGroup;

import picocli.CommandLine.Command;

/** {@code outcomes}: what happened to targeted profiles. */
@Command(name = "outcomes")
public final class OutcomesCommand extends CommandGroup {}
