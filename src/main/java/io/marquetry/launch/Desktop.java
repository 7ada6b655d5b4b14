package io.marquetry.launch;

import io.marquetry.ui.shell.SettingsFile;
import io.marquetry.ui.shell.WindowSettings;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * The window application. Its one argument, where it is given, is the folder of the workspace to
 * open.
 */
public final class Desktop extends Application {

    private @Nullable SettingsFile settingsFile;
    private @Nullable WindowSettings settings;

    // Not on the FX thread: the settings are read here.
    @Override
    public void init() {
        settingsFile = new SettingsFile(folders().settings());
        settings = settingsFile.load();
    }

    @Override
    public void start(Stage stage) {
        if (settingsFile == null || settings == null) {
            throw new IllegalStateException("init comes first");
        }
        // The files are closed after the window is gone, and only then the program ends.
        Platform.setImplicitExit(false);
        List<String> arguments = getParameters().getUnnamed();
        Path folder =
                arguments.isEmpty()
                        ? folders().workspace()
                        : Path.of(arguments.getFirst()).toAbsolutePath();
        new DesktopWindow(
                        stage,
                        folder,
                        new Wiring(InstantSource.system()),
                        settings,
                        settingsFile,
                        Platform::exit)
                .open();
    }

    private static UserFolders folders() {
        return new UserFolders(System.getProperties(), System.getenv());
    }
}
