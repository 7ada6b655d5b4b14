package io.marquetry.launch;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A command line that asks for the window and nothing else, told without picocli: to read what the
 * root command is takes as long as JavaFX does to begin.
 *
 * @param workspace empty: the usual one
 * @param file what the window is to open, as desktops name it after a double click
 */
record WindowAlone(Optional<Path> workspace, Optional<Path> file) {

    /** Returns what is asked for; empty where picocli is to find out. */
    static Optional<WindowAlone> in(List<String> arguments) {
        return switch (arguments.size()) {
            case 0 -> Optional.of(new WindowAlone(Optional.empty(), Optional.empty()));
            case 1 ->
                    isFile(arguments.getFirst())
                            ? Optional.of(
                                    new WindowAlone(
                                            Optional.empty(),
                                            Optional.of(Path.of(arguments.getFirst()))))
                            : Optional.empty();
            case 2 ->
                    arguments.getFirst().equals("--workspace") && !isOption(arguments.get(1))
                            ? Optional.of(
                                    new WindowAlone(
                                            Optional.of(Path.of(arguments.get(1))),
                                            Optional.empty()))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** No command has a dot or a separator in its name. */
    private static boolean isFile(String argument) {
        return !isOption(argument)
                && (argument.contains(".") || argument.contains(File.separator))
                && Files.exists(Path.of(argument));
    }

    private static boolean isOption(String argument) {
        return argument.startsWith("-") || argument.startsWith("@");
    }
}
