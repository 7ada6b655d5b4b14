package io.marquetry.cli;

import picocli.CommandLine.Command;

/** {@code audience}: why people are addressed, and how often. */
@Command(name = "audience")
final class AudienceCommand extends CommandGroup {}
