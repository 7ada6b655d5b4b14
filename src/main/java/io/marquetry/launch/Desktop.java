package io.marquetry.launch;

import javafx.application.Application;
import javafx.application.HostServices;
import javafx.application.Platform;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** The window application. Its arguments are those of {@link Asked}. */
public final class Desktop extends Application {

    private @Nullable UserFiles files;
    private @Nullable OwnDoor door;

    // Not on the FX thread: files are read here.
    @Override
    public void init() {
        files = UserFiles.opened();
        Asked asked = Asked.of(getParameters().getUnnamed());
        door = new OwnDoor(new Doors(UserFolders.here().doors()));
        door.open(asked.workspace(), asked.visit());
    }

    @Override
    public void start(Stage stage) {
        if (files == null || door == null) {
            throw new IllegalStateException("init comes first");
        }
        // The files are closed after the window is gone, and only then the program ends.
        Platform.setImplicitExit(false);
        if (door.isElsewhere()) {
            Platform.exit();
            return;
        }
        Asked asked = Asked.of(getParameters().getUnnamed());
        DesktopWindow window =
                new DesktopWindow(
                        stage,
                        asked.workspace(),
                        new Wiring(InstantSource.system()),
                        files.settings(),
                        files.file(),
                        door);
        HostServices system = getHostServices();
        window.showFoldersBy(folder -> system.showDocument(folder.toString()));
        window.open();
        asked.file().ifPresent(file -> window.receive(Optional.of(file)));
        door.host(visit -> window.receive(visit.file()));
        if (Rehearsal.isOn()) {
            Rehearsal.follow(window);
        }
    }

    /** The door of this window, which goes with it to another workspace. */
    private static final class OwnDoor implements WindowLife {

        private final Doors doors;
        private Path workspace = Path.of("");
        private Optional<Door> door = Optional.empty();
        private java.util.function.Predicate<Visit> host = visit -> false;

        OwnDoor(Doors doors) {
            this.doors = doors;
        }

        synchronized void open(Path folder, Visit visit) {
            workspace = folder;
            door = doors.open(folder, visit);
        }

        /** Returns whether another window has the workspace open. */
        synchronized boolean isElsewhere() {
            return door.isEmpty();
        }

        synchronized void host(java.util.function.Predicate<Visit> taker) {
            host = taker;
            door.ifPresent(open -> open.host(taker));
        }

        @Override
        public synchronized void opens(Path folder) {
            if (!folder.equals(workspace)) {
                door.ifPresent(Door::close);
                open(folder, new Visit(Optional.empty()));
                host(host);
            }
        }

        @Override
        public synchronized void closed() {
            door.ifPresent(Door::close);
            Platform.exit();
        }
    }
}
