package io.marquetry.launch;

import io.marquetry.base.Texts;
import io.marquetry.base.UserZone;
import io.marquetry.cli.Commands;
import io.marquetry.cli.MarquetryCommand;
import io.marquetry.cli.common.CommandFailures;
import io.marquetry.cli.common.ProductVersion;

import picocli.CommandLine;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Starts Marquetry: a window without arguments, otherwise a command.
 *
 * <p>It does not extend JavaFX's {@code Application}: Java then starts from the class path.
 */
public final class Main {

    private static final Set<String> VERSION = Set.of("--version", "-V");

    private Main() {}

    /**
     * Starts the program and ends the process with 0 (done), 1 (failed) or 2 (wrong usage).
     *
     * @param arguments the command line; empty opens the window
     */
    public static void main(String[] arguments) {
        if (arguments.length == 1 && VERSION.contains(arguments[0])) {
            // Scripts ask this often, and it needs neither log nor words nor commands.
            for (String line : new ProductVersion().getVersion()) {
                System.out.println(line);
            }
            return;
        }
        UserZone.capture();
        LogService.name();
        UserFolders folders = UserFolders.here();
        int code = 0;
        if (Rehearsal.runsWindow()) {
            code = run(folders, arguments);
        }
        for (String[] command : Rehearsal.commands(arguments)) {
            code = Math.max(code, run(folders, command));
        }
        if (code != 0 || othersWork()) {
            System.exit(code);
        }
    }

    /**
     * Tells whether the process would stay once this thread is done. To exit, Java would look for a
     * logger in all jars, only to tell it of that.
     */
    private static boolean othersWork() {
        ThreadGroup all = Thread.currentThread().getThreadGroup();
        while (all.getParent() != null) {
            all = all.getParent();
        }
        // Room for those that begin meanwhile; none of them is forgotten where it is not enough.
        Thread[] threads = new Thread[2 * all.activeCount() + 8];
        int count = all.enumerate(threads);
        return count == threads.length
                || Arrays.stream(threads, 0, count)
                        .anyMatch(thread -> thread != Thread.currentThread() && !thread.isDaemon());
    }

    private static int run(UserFolders folders, String... arguments) {
        Optional<WindowAlone> alone = WindowAlone.in(List.of(arguments));
        if (alone.isPresent()) {
            return window(folders, alone.get());
        }
        LogFile.open(folders.logs());
        Texts texts = Texts.in(Locale.getDefault());
        DesktopStart desktop = new DesktopStart(folders, texts, System.err);
        InstantSource clock = InstantSource.system();
        CommandLine root = new CommandLine(new MarquetryCommand(texts, desktop::open));
        return Commands.addTo(root, new Wiring(clock), texts, clock, List.of(arguments))
                .execute(arguments);
    }

    private static int window(UserFolders folders, WindowAlone asked) {
        UserFiles.begin();
        Texts texts = Texts.in(Locale.getDefault());
        try {
            return new DesktopStart(folders, texts, System.err)
                    .open(asked.workspace(), asked.file());
        } catch (RuntimeException e) {
            return new CommandFailures(texts).tell(e, System.err::println);
        }
    }
}
