package io.marquetry.ui;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Actor;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.launch.Wiring;
import io.marquetry.source.remote.MachineLogins;
import io.marquetry.ui.common.file.FileDialogs;
import io.marquetry.ui.common.file.FileKind;
import io.marquetry.ui.common.look.Look;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Notices;
import io.marquetry.ui.common.screen.OpenScreen;
import io.marquetry.ui.common.screen.OpenSheet;
import io.marquetry.ui.common.screen.ScreenMaker;
import io.marquetry.ui.common.screen.Sheets;
import io.marquetry.ui.common.work.BackgroundThreads;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.navigation.Navigation;
import io.marquetry.workspace.Workspace;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * One screen over a real workspace, with a window around it that only remembers what it is told.
 */
public final class Workbench implements Notices, Navigation, AutoCloseable {

    private final TestSheets sheets = new TestSheets();
    private final StackPane content = new StackPane();
    private final StackPane root = new StackPane(content);
    private final Workspace workspace;
    private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    private final BackgroundThreads background = new BackgroundThreads(bugs::add);
    private final List<String> said = new ArrayList<>();
    private Optional<OpenScreen> open = Optional.empty();
    private Optional<Destination> went = Optional.empty();
    private Runnable offered = () -> {};
    private Optional<Path> target = Optional.empty();
    private final FileDialogs dialogs =
            new FileDialogs() {
                @Override
                public Optional<Path> toSave(FileKind kind, String proposed) {
                    return target;
                }

                @Override
                public List<Path> toOpen(FileKind kind, int most) {
                    return target.stream().toList();
                }
            };
    private Texts texts = Texts.in(Locale.ENGLISH);

    /** Opens a workspace in an empty folder. */
    public Workbench(Path folder) {
        this(folder, new Wiring(InstantSource.system()));
    }

    /** Opens a workspace in a folder for somebody. */
    public Workbench(Path folder, Wiring wiring) {
        // Made while a stage is made, on the FX thread, where no database may be asked.
        workspace = CompletableFuture.supplyAsync(() -> wiring.open(folder)).join();
    }

    /**
     * Lets somebody open workspaces at any time; their logins lie in the folder, none on the
     * machine.
     */
    public static Wiring wiring(Path folder, String login) {
        return new Wiring(
                InstantSource.system(),
                new MachineLogins(folder.resolve("config"), name -> null),
                new Actor(login));
    }

    public Workspace workspace() {
        return workspace;
    }

    public BackgroundThreads background() {
        return background;
    }

    /** Shows a screen in the stage. */
    public void show(Stage stage, ScreenMaker maker, Theme theme, Locale language) {
        texts = Texts.in(language).calling(workspace.sources().names());
        Scene scene = root.getScene();
        if (scene == null) {
            scene = new Scene(root, 1280, 800);
            stage.setScene(scene);
        }
        Look.apply(scene, theme, language);
        open.ifPresent(OpenScreen::close);
        OpenScreen screen = maker.open(desk());
        open = Optional.of(screen);
        content.getChildren().setAll(List.of(screen.root()));
        sheets.again();
        screen.shown().run();
        stage.show();
    }

    /** Returns what the window gives its screens now. */
    public Desk desk() {
        return new Desk(texts, background, this, sheets, this, dialogs, new HashMap<>());
    }

    /** Lets the user choose a file from now on wherever one is asked for, to write or to read. */
    public void chooses(Path file) {
        target = Optional.of(file);
    }

    /** Returns the sentences the user was told, oldest first. */
    public List<String> said() {
        return said;
    }

    /** Takes the step that the last notice offered. */
    public void takeStep() {
        offered.run();
    }

    /** Returns what went wrong unexpectedly. */
    public List<Throwable> bugs() {
        return bugs;
    }

    /** Returns where the user was led last. */
    public Optional<Destination> went() {
        return went;
    }

    @Override
    public void close() {
        background.close();
        workspace.close();
    }

    @Override
    public void done(String sentence, List<Step> steps) {
        steps.stream().findFirst().ifPresent(step -> offered = step.run());
        said.add(sentence);
    }

    @Override
    public void problem(Problem problem) {
        said.add(texts.sentence(problem));
    }

    @Override
    public void go(Destination destination) {
        went = Optional.of(destination);
    }

    @Override
    public boolean leadsTo(Destination destination) {
        return true;
    }

    @Override
    public void speaksOf(Optional<SourceName> source) {}

    /** The sheets of the window, one at a time. */
    private final class TestSheets implements Sheets {
        private Optional<Function<Desk, OpenSheet>> open = Optional.empty();
        private Optional<OpenSheet> made = Optional.empty();

        void again() {
            open.ifPresent(this::open);
        }

        @Override
        public void open(Function<Desk, OpenSheet> maker) {
            close();
            open = Optional.of(maker);
            made = Optional.of(maker.apply(desk()));
            put(made.get().root());
        }

        @Override
        public void show(Parent sheet) {
            close();
            put(sheet);
        }

        private void put(Parent sheet) {
            StackPane veil = new StackPane(sheet);
            veil.setId("veil");
            veil.setStyle("-fx-background-color: -mq-veil;");
            sheet.setStyle("-fx-background-color: -mq-surface; -fx-padding: 20 24;");
            if (sheet instanceof Region region) {
                region.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            }
            root.getChildren().add(veil);
        }

        @Override
        public void close() {
            made.ifPresent(OpenSheet::close);
            made = Optional.empty();
            open = Optional.empty();
            root.getChildren().removeIf(node -> "veil".equals(node.getId()));
        }
    }
}
