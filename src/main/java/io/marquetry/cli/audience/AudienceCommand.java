package io.marquetry.cli.audience;

import io.marquetry.cli.common.CommandGroup;

import picocli.CommandLine.Command;

/** {@code audience}: why people are addressed, and how often. */
@Command(name = "audience")
public final class AudienceCommand extends CommandGroup {}
