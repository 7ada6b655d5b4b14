package io.marquetry.cli.source;

import io.marquetry.cli.common.CommandGroup;

import picocli.CommandLine.Command;

/** {@code profiles}: customer files. */
@Command(name = "profiles")
public final class ProfilesCommand extends CommandGroup {}
