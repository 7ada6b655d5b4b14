package io.marquetry.launch;

import io.marquetry.base.Texts;
import io.marquetry.base.UserZone;
import io.marquetry.cli.Commands;
import io.marquetry.cli.MarquetryCommand;

import picocli.CommandLine;

import java.time.InstantSource;
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
        CommandLine commands =
                Commands.addTo(
                        new CommandLine(new MarquetryCommand(desktop::open)),
                        new Wiring(clock),
                        texts,
                        clock);
        int code = commands.execute(arguments);
        if (Rehearsal.isOn()) {
            Rehearsal.commands(commands, arguments);
        }
        System.exit(code);
    }
}
