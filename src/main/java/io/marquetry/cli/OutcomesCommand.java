package io.marquetry.cli;

import picocli.CommandLine.Command;

/** {@code outcomes}: what happened to targeted profiles. */
@Command(name = "outcomes")
final class OutcomesCommand extends CommandGroup {}
