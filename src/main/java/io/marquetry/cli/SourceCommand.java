package io.marquetry.cli;

import picocli.CommandLine.Command;

/** {@code source}: the profile sources of a workspace. */
@Command(name = "source")
final class SourceCommand extends CommandGroup {}
