package io.marquetry.ui.shell;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.source.ProfileSource;
import io.marquetry.ui.common.file.FileDrop;
import io.marquetry.ui.common.look.Look;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.ScreenMaker;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.common.screen.Way;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LatestOnly;
import io.marquetry.ui.guide.GuideSheet;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.navigation.Navigation;
import io.marquetry.ui.navigation.Screen;

import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The window's inside: builds it in the language and theme of the model, and anew when they change.
 */
public final class Shell implements Navigation {

    private final ShellModel model;
    private final ShellParts parts;
    private final Background background;
    private final Scene scene;
    private final LatestOnly sourceLookup;
    private final SheetLayer sheets = new SheetLayer();
    private @Nullable Built built;
    private @Nullable Tour tour;

    /** Makes the inside of a window; {@link #open} shows it. */
    public Shell(ShellModel model, ShellParts parts, Background background, Scene scene) {
        this.model = model;
        this.parts = parts;
        this.background = background;
        this.scene = scene;
        this.sourceLookup = new LatestOnly(background);
    }

    /** Shows the window's inside, and follows the model from now on. */
    public void open() {
        if (parts.makers().stream()
                .noneMatch(m -> m.screen().stem().equals(model.screen().get()))) {
            model.screen().set(parts.makers().getFirst().screen().stem());
        }
        build();
        // What was open opens again, but stays where it is.
        model.openPackage()
                .get()
                .flatMap(key -> way(new Destination.OfPackage(key)))
                .ifPresent(way -> way.then().accept(desk()));
        model.language().subscribe((before, now) -> build());
        model.theme()
                .subscribe(
                        (before, now) -> {
                            Look.apply(scene, now, model.language().get());
                            built().controller.showTheme(now);
                        });
        model.screen().subscribe((before, now) -> built().controller.showScreen(now));
        model.source().subscribe((before, now) -> built().controller.showSource(now));
        if (!model.isTourSeen()) {
            tour();
        }
        background.run(
                signal -> parts.updates().checkQuietly(),
                newer ->
                        newer.ifPresent(
                                release ->
                                        desk().notices()
                                                .done(About.newer(desk().texts(), release))),
                problem -> desk().notices().problem(problem));
    }

    private void build() {
        if (built != null) {
            built.close();
        }
        Texts texts =
                Texts.in(model.language().get())
                        .calling(
                                parts.sources()
                                        .names()
                                        .speakingOf(
                                                () ->
                                                        model.source()
                                                                .get()
                                                                .map(ProfileSource::name)));
        Look.apply(scene, model.theme().get(), texts.locale());
        Frame frame = new Frame(texts, sheets);
        Desk desk =
                new Desk(
                        texts,
                        background,
                        frame.notices(),
                        frame.sheets(),
                        this,
                        parts.files(),
                        model.lists());
        OpenScreens screens = new OpenScreens(parts.makers(), desk);
        Follows follows = new Follows();
        ShellSteps steps =
                new ShellSteps(
                        this,
                        this::search,
                        this::tour,
                        () -> GuideSheet.show(desk),
                        new HelpSheet(desk),
                        () -> About.show(desk, parts.updates()),
                        parts.quit());
        Menus menus = new Menus(texts, model, screens, steps, follows);
        ShellController controller =
                new ShellController(model, texts, parts.workspace(), screens, menus, this);
        Parent view = Views.load("shell", texts, controller);
        built = new Built(desk, frame, screens, menus, controller, follows);
        FileDrop.ontoAll(view, this::receive);
        frame.show(view);
        scene.setRoot(frame);
        sheets.serve(desk);
        controller.showScreen(model.screen().get());
        controller.showSource(model.source().get());
        controller.showTheme(model.theme().get());
        Platform.runLater(() -> frame.applyCss());
    }

    private Built built() {
        if (built == null) {
            throw new IllegalStateException("not open yet");
        }
        return built;
    }

    /** Returns what the window gives its screens now. */
    public Desk desk() {
        return built().desk;
    }

    /** Shows a screen in a theme and a language. */
    public void look(Screen screen, Theme theme, Locale language) {
        model.language().set(language);
        model.theme().set(theme);
        show(screen);
    }

    /** Opens the search through everything. */
    private void search() {
        if (sheets.isOpen()) {
            // What was entered there is not to be lost.
            return;
        }
        desk().sheets()
                .open(
                        now ->
                                SearchController.sheet(
                                        new SearchModel(
                                                parts.everything(),
                                                built().menus.offers(),
                                                this,
                                                background,
                                                now.texts()),
                                        now));
    }

    /** Begins the tour where the window has the composer that it speaks of. */
    public void tour() {
        Built now = built();
        Tour.screen(offered()).ifPresent(this::show);
        Tour begun = new Tour(now.desk.texts(), now.frame, model::tourWasSeen);
        tour = begun;
        begun.begin();
    }

    /**
     * Runs the action once nothing would be lost by closing the window; never, if the user wants to
     * stay.
     */
    public void beforeClosing(Runnable close) {
        Runnable next = close;
        for (ScreenMaker maker : parts.makers().reversed()) {
            Runnable then = next;
            next = () -> maker.beforeClosing(desk(), then);
        }
        next.run();
    }

    /**
     * Opens a file that somebody opened with this program, as its content asks for. What stands on
     * an open sheet is not thrown away for it.
     */
    public void receive(Path file) {
        if (sheets.isOpen()) {
            desk().notices().problem(Problem.of("problem.received.busy", file.toString()));
            return;
        }
        background.run(
                signal -> ReceivedFile.destination(file),
                destination -> {
                    // Its cards would lie above what somebody asked for just now.
                    if (tour != null) {
                        tour.leave();
                    }
                    go(destination);
                },
                problem -> desk().notices().problem(problem));
    }

    @Override
    public void saysOtherwise() {
        built().screens.forgetBehind();
    }

    /** Several files at once can only be documents that come in together. */
    private void receive(List<Path> files) {
        if (files.size() == 1) {
            receive(files.getFirst());
        } else {
            go(new Destination.Documents(files));
        }
    }

    private void show(Screen screen) {
        model.screen().set(screen.stem());
    }

    @Override
    public void go(Destination destination) {
        if (destination instanceof Destination.OfScreen one) {
            show(one.screen());
            return;
        }
        if (destination instanceof Destination.OfPackage one) {
            model.openPackage().set(Optional.of(one.key()));
        }
        for (ScreenMaker maker : parts.makers()) {
            Optional<Way> way = maker.way(destination);
            if (way.isPresent()) {
                if (way.get().toFront()) {
                    show(maker.screen());
                }
                way.get().then().accept(desk());
                return;
            }
        }
    }

    private Optional<Way> way(Destination destination) {
        return parts.makers().stream()
                .flatMap(maker -> maker.way(destination).stream())
                .findFirst();
    }

    @Override
    public boolean leadsTo(Destination destination) {
        return destination instanceof Destination.OfScreen one
                ? offered().contains(one.screen())
                : way(destination).isPresent();
    }

    @Override
    public void speaksOf(Optional<SourceName> source) {
        if (source.isEmpty()) {
            sourceLookup.cancel();
            model.source().set(Optional.empty());
            return;
        }
        if (model.source().get().map(ProfileSource::name).equals(source)) {
            return;
        }
        sourceLookup.ask(
                signal -> parts.sources().find(source.orElseThrow()),
                model.source()::set,
                built().desk.notices()::problem);
    }

    /** Returns the screens there are, in the order of the rail. */
    public List<Screen> offered() {
        return parts.makers().stream().map(ScreenMaker::screen).toList();
    }

    private record Built(
            Desk desk,
            Frame frame,
            OpenScreens screens,
            Menus menus,
            ShellController controller,
            Follows follows)
            implements AutoCloseable {

        @Override
        public void close() {
            screens.close();
            follows.close();
        }
    }
}
