package io.marquetry.cli;

import picocli.CommandLine.Command;

/** {@code tag}: the tags of a workspace. */
@Command(name = "tag")
final class TagCommand extends CommandGroup {}
