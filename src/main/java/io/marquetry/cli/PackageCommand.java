package io.marquetry.cli;

import picocli.CommandLine.Command;

/** {@code package}: the packages of a workspace. */
@Command(name = "package")
final class PackageCommand extends CommandGroup {}
