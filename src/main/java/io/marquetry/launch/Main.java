package io.marquetry.launch;

import io.marquetry.base.Texts;
import io.marquetry.base.UserZone;
import io.marquetry.cli.Commands;
import io.marquetry.cli.MarquetryCommand;

import picocli.CommandLine;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/**
 * Starts Marquetry: a window without arguments, otherwise a command.
 *
 * <p>It does not extend JavaFX's {@code Application}: Java then starts from the class path.
 */
public final class Main {

    private Main() {}

    /**
     * Starts the program and ends the process with 0 (done), 1 (failed) or 2 (wrong usage).
     *
     * @param arguments the command line; empty opens the window
     */
    public static void main(String[] arguments) {
        UserZone.capture();
        UserFolders folders = new UserFolders(System.getProperties(), System.getenv());
        LogFile.open(folders.logs());
        Texts texts = Texts.in(Locale.getDefault());
        DesktopStart desktop = new DesktopStart(folders, texts, System.err);
        InstantSource clock = InstantSource.system();
        CommandLine root = new CommandLine(new MarquetryCommand(texts, desktop::open));
        CommandLine commands =
                isWithoutCommand(arguments) && !Rehearsal.runsCommands()
                        ? Commands.none(root, texts)
                        : Commands.addTo(root, new Wiring(clock), texts, clock, noun(arguments));
        int code = commands.execute(arguments);
        if (Rehearsal.runsCommands()) {
            Rehearsal.commands(commands, arguments);
        }
        System.exit(code);
    }

    /** The window, or the version: neither waits until all commands are known. */
    private static boolean isWithoutCommand(String... arguments) {
        return arguments.length == 0
                || arguments.length == 1
                        && (arguments[0].equals("--version") || arguments[0].equals("-V"))
                || arguments.length == 2 && arguments[0].equals("--workspace");
    }

    /** A rehearsal runs several commands. */
    private static List<String> noun(String... arguments) {
        return Rehearsal.runsCommands() ? List.of() : List.of(arguments);
    }
}
