package io.marquetry.cli.tag;

import io.marquetry.cli.common.CommandGroup;

import picocli.CommandLine.Command;

/** {@code tag}: the tags of a workspace. */
@Command(name = "tag")
public final class TagCommand extends CommandGroup {}
