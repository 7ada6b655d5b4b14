package io.marquetry.cli.common;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A noun that only holds commands, for example {@code tag}; alone it is wrong usage. */
@Command
public final class CommandGroup implements Runnable {

    @Spec private @Nullable CommandSpec spec;

    private CommandGroup() {}

    /** Returns a noun without commands; whoever asked adds them. */
    public static CommandLine named(String noun) {
        CommandLine group = new CommandLine(new CommandGroup());
        group.setCommandName(noun);
        return group;
    }

    @Override
    public void run() {
        if (spec == null) {
            throw new IllegalStateException("picocli fills the command before it runs");
        }
        throw new ParameterException(
                spec.commandLine(),
                spec.qualifiedName() + ": " + String.join(", ", spec.subcommands().keySet()));
    }
}
