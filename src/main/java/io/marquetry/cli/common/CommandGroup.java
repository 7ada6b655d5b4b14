package io.marquetry.cli.common;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** A noun that only holds commands, for example {@code tag}; alone it is wrong usage. */
@Command
public final class CommandGroup implements Runnable {

    @Spec private @Nullable CommandSpec spec;

    private CommandGroup() {}

    /** Begins a noun without commands. */
    public static Noun named(String noun, CommandTools tools) {
        return new Noun(noun, tools.asked());
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

    /**
     * A noun and how its commands are made. Only that one is made which was asked for, all of them
     * where the user named none: to read what a command takes costs more than most commands do.
     */
    public static final class Noun {

        private final String name;
        private final List<String> asked;
        private final Map<String, Supplier<Object>> commands = new LinkedHashMap<>();

        private Noun(String name, List<String> asked) {
            this.name = name;
            this.asked = asked;
        }

        /** Adds a command. */
        public Noun with(String command, Supplier<Object> maker) {
            commands.put(command, maker);
            return this;
        }

        /** Returns the noun with its commands. */
        public CommandLine made() {
            if (!asked.isEmpty() && commands.containsKey(asked.getFirst())) {
                commands.keySet().retainAll(Set.of(asked.getFirst()));
            }
            CommandLine group = new CommandLine(new CommandGroup());
            group.setCommandName(name);
            commands.forEach((command, maker) -> group.addSubcommand(command, maker.get()));
            return group;
        }
    }
}
