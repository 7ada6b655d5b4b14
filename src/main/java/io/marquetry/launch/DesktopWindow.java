package io.marquetry.launch;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.Product;
import io.marquetry.base.Texts;
import io.marquetry.find.Everything;
import io.marquetry.sample.SampleWorkspace;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.ui.common.field.Composing;
import io.marquetry.ui.common.field.TabLeaves;
import io.marquetry.ui.common.file.FileDialogs;
import io.marquetry.ui.common.file.FileKind;
import io.marquetry.ui.common.file.SystemDialogs;
import io.marquetry.ui.common.work.BackgroundThreads;
import io.marquetry.ui.shell.BugScreen;
import io.marquetry.ui.shell.Opening;
import io.marquetry.ui.shell.OpeningController;
import io.marquetry.ui.shell.SettingsFile;
import io.marquetry.ui.shell.Shell;
import io.marquetry.ui.shell.ShellModel;
import io.marquetry.ui.shell.ShellParts;
import io.marquetry.ui.shell.WindowIcons;
import io.marquetry.ui.shell.WindowSettings;
import io.marquetry.ui.shell.WindowState;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** One window on one workspace, from opening to closing. */
public final class DesktopWindow {

    private static final Logger LOG = LoggerFactory.getLogger(DesktopWindow.class);

    private final Stage stage;
    private final WorkspaceOpener opener;
    private final SettingsFile settingsFile;
    private final WindowLife life;
    private final List<Path> received = new ArrayList<>();
    private final ShellModel model;
    // With a size: one without takes that of its root, and an outline has none of its own.
    private final Scene scene = new Scene(new StackPane(), WindowState.WIDTH, WindowState.HEIGHT);
    private final BackgroundThreads background;
    private final WindowState state;
    private final BugScreen bugs;
    private final Opening opening;
    private FileDialogs files;
    private Path folder;
    private @Nullable Workspace workspace;
    private @Nullable Shell shell;
    private volatile boolean closing;

    /**
     * Makes a window; {@link #open} shows it.
     *
     * @param folder the workspace to open
     * @param settings what the last start remembered
     * @param settingsFile where the settings are written when the window closes
     * @param life is told what becomes of the window
     */
    public DesktopWindow(
            Stage stage,
            Path folder,
            WorkspaceOpener opener,
            WindowSettings settings,
            SettingsFile settingsFile,
            WindowLife life) {
        this.stage = stage;
        this.folder = folder;
        this.opener = opener;
        this.settingsFile = settingsFile;
        this.life = life;
        this.model = new ShellModel(settings, Locale.getDefault());
        this.bugs = new BugScreen(scene, model);
        this.background = new BackgroundThreads(bugs);
        this.state = new WindowState(stage, settings.place());
        this.files = new SystemDialogs(() -> stage, Optional.empty());
        this.opening =
                new Opening(
                        scene,
                        model,
                        new OpeningController.Choices(
                                this::openFolder, this::askForFolder, this::close));
        Composing.guard(scene);
        TabLeaves.guard(scene);
    }

    /** Shows the window and opens the workspace in the background. */
    public void open() {
        Thread.currentThread().setUncaughtExceptionHandler((thread, bug) -> bugs.accept(bug));
        stage.setTitle(Product.NAME);
        stage.getIcons().setAll(WindowIcons.all());
        stage.setScene(scene);
        stage.setOnCloseRequest(
                event -> {
                    event.consume();
                    close();
                });
        opening.afterPicture(this::openFolder);
        stage.show();
    }

    /**
     * Waits until all edits are stored, hides the window, waits for work that runs, and closes the
     * files; then all is over.
     */
    public void close() {
        if (shell == null) {
            closeNow();
        } else {
            shell.beforeClosing(this::closeNow);
        }
    }

    /**
     * Comes to the front, and opens a file as soon as the workspace is open. Any thread.
     *
     * @return false where the window is about to close
     */
    public boolean receive(Optional<Path> file) {
        if (closing) {
            return false;
        }
        Platform.runLater(
                () -> {
                    comeToFront();
                    file.ifPresent(this::show);
                });
        return true;
    }

    private void comeToFront() {
        stage.setIconified(false);
        // Many desktops let a window to the front only this way.
        stage.setAlwaysOnTop(true);
        stage.toFront();
        stage.requestFocus();
        stage.setAlwaysOnTop(false);
    }

    private void show(Path file) {
        if (shell == null) {
            received.add(file);
        } else {
            shell.receive(file);
        }
    }

    /** Lets folders be opened by the system. Call it before {@link #open}. */
    void showFoldersBy(Consumer<URI> system) {
        files = new SystemDialogs(() -> stage, Optional.of(system));
    }

    /** Lets files go where the target says, without the system's dialog. */
    void saveTo(FileDialogs target) {
        files = target;
    }

    private void closeNow() {
        if (closing) {
            return;
        }
        closing = true;
        WindowSettings settings = model.settings(state.place());
        stage.hide();
        new Thread(() -> closeFiles(settings), "marquetry-close").start();
    }

    /** Returns whether no background work runs. */
    boolean isQuiet() {
        return background.isQuiet();
    }

    /** Returns the inside of the window once the workspace is open. */
    public Optional<Shell> shell() {
        return Optional.ofNullable(shell);
    }

    private void closeFiles(WindowSettings settings) {
        try {
            background.close();
            if (workspace != null) {
                workspace.close();
            }
            settingsFile.save(settings);
        } catch (RuntimeException e) {
            LOG.error("the workspace did not close cleanly", e);
        } finally {
            life.closed();
        }
    }

    private void openFolder() {
        opening.waitFor(folder);
        Locale language = model.language().get();
        background.run(
                signal -> openWithSample(language, signal), this::showShell, this::showTrouble);
    }

    /**
     * Opens the workspace; a new one is filled with the sample first, so that nobody starts empty.
     */
    private Workspace openWithSample(Locale language, CancelSignal signal) {
        life.opens(folder);
        Workspace opened = opener.open(folder);
        try {
            SampleWorkspace sample = new SampleWorkspace(opened, language);
            if (sample.isDue()) {
                Platform.runLater(() -> opening.showSample(folder));
                sample.load(ImportListener.none(), signal);
            }
            if (closing) {
                // The window went while the files were opened: nobody else would close them.
                throw new CancelSignal.Cancelled();
            }
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private void showTrouble(Problem problem) {
        new WorkspaceRepair(background, InstantSource.system())
                .show(opening, folder, problem, this::openFolder);
    }

    private void askForFolder() {
        files.folder(
                        Texts.in(model.language().get()).get("opening.other"),
                        Optional.ofNullable(folder.toAbsolutePath().getParent()))
                .ifPresent(
                        chosen -> {
                            folder = chosen;
                            openFolder();
                        });
    }

    private void showShell(Workspace opened) {
        opening.end();
        workspace = opened;
        ShellParts parts =
                new ShellParts(
                        opened.folder(),
                        opened.sources(),
                        new Everything(
                                opened.packages(),
                                opened.tags(),
                                opened.requirements(),
                                opened.sources(),
                                opened.audiences().indexes()),
                        opened.updates(),
                        DesktopScreens.of(opened, background),
                        new FileDialogs() {
                            @Override
                            public Optional<Path> toSave(FileKind kind, String proposed) {
                                return files.toSave(kind, proposed);
                            }

                            @Override
                            public List<Path> toOpen(FileKind kind, int most) {
                                return files.toOpen(kind, most);
                            }

                            @Override
                            public Optional<Path> folder(String title, Optional<Path> from) {
                                return files.folder(title, from);
                            }

                            @Override
                            public Optional<Runnable> folderOf(Path file) {
                                return files.folderOf(file);
                            }
                        },
                        this::close);
        Shell inside = new Shell(model, parts, background, scene);
        shell = inside;
        inside.open();
        received.forEach(inside::receive);
        received.clear();
        opened.warnings()
                .follow(told -> Platform.runLater(() -> inside.desk().notices().problem(told)));
        String folderName = String.valueOf(opened.folder().getFileName());
        stage.setTitle(
                folderName.equals(Product.NAME) ? folderName : folderName + " – " + Product.NAME);
    }
}
