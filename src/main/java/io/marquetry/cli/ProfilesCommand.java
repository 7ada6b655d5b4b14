package io.marquetry.cli;

import picocli.CommandLine.Command;

/** {@code profiles}: customer files. */
@Command(name = "profiles")
final class ProfilesCommand extends CommandGroup {}
