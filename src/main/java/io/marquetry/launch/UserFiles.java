package io.marquetry.launch;

import io.marquetry.ui.shell.SettingsFile;
import io.marquetry.ui.shell.WindowSettings;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The files of the user that a window begins with: the log, which is written from now on, and the
 * settings. A thread of their own may open them while JavaFX begins, which takes longer.
 *
 * @param file where the settings are kept
 * @param settings what the last window left
 */
record UserFiles(SettingsFile file, WindowSettings settings) {

    // Of the process: JavaFX makes the application itself, and hands it nothing but words.
    private static final FutureTask<UserFiles> OPENED = new FutureTask<>(UserFiles::open);

    /** Begins to open them. */
    static void begin() {
        Thread.ofPlatform().daemon().name("marquetry-files").start(OPENED);
    }

    /** Returns them, opened here where nobody has begun to. Waits. */
    static UserFiles opened() {
        // Does nothing where somebody else does it or has done it.
        OPENED.run();
        try {
            return OPENED.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the settings were not read", e);
        }
    }

    private static UserFiles open() {
        UserFolders folders = UserFolders.here();
        LogFile.open(folders.logs());
        SettingsFile file = new SettingsFile(folders.settings());
        return new UserFiles(file, file.load());
    }
}
