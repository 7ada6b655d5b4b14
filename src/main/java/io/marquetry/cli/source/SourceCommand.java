package io.marquetry.cli.source;

import io.marquetry.cli.common.CommandGroup;

import picocli.CommandLine.Command;

/** {@code source}: the profile sources of a workspace. */
@Command(name = "source")
public final class SourceCommand extends CommandGroup {}
