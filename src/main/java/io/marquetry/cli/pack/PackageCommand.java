package io.marquetry.cli.pack;

import io.marquetry.cli.common.CommandGroup;

import picocli.CommandLine.Command;

/** {@code package}: the packages of a workspace. */
@Command(name = "package")
public final class PackageCommand extends CommandGroup {}
