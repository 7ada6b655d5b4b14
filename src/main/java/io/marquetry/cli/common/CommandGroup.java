package io.marquetry.cli.common;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only holds others, for example {@code tag}; alone it is wrong usage. */
public abstract class CommandGroup implements Runnable {

    @Spec private @Nullable CommandSpec spec;

    @Override
    public final void run() {
        if (spec == null) {
            throw new IllegalStateException("picocli fills the command before it runs");
        }
        throw new ParameterException(
                spec.commandLine(),
                spec.qualifiedName() + ": " + String.join(", ", spec.subcommands().keySet()));
    }
}
