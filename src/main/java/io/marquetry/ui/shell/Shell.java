package io.marquetry.ui.shell;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Texts;
import io.marquetry.pack.PackageKey;
import io.marquetry.source.ProfileSource;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.Background;
import io.marquetry.ui.common.Command;
import io.marquetry.ui.common.Controllers;
import io.marquetry.ui.common.Desk;
import io.marquetry.ui.common.LatestOnly;
import io.marquetry.ui.common.Look;
import io.marquetry.ui.common.Navigation;
import io.marquetry.ui.common.Screen;
import io.marquetry.ui.common.Theme;
import io.marquetry.ui.common.View;
import io.marquetry.ui.common.Views;

import javafx.application.Platform;
import javafx.scene.Scene;

import org.jspecify.annotations.Nullable;

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
        if (parts.makers().stream().noneMatch(m -> m.screen() == model.screen().get())) {
            model.screen().set(parts.makers().getFirst().screen());
        }
        build();
        model.language().subscribe((before, now) -> build());
        model.theme().subscribe((before, now) -> Look.apply(scene, now, model.language().get()));
        model.screen().subscribe((before, now) -> built().controller.showScreen(now));
        model.source().subscribe((before, now) -> built().controller.showSource(now));
        if (!model.isTourSeen()) {
            tour();
        }
    }

    private void build() {
        Texts texts = Texts.in(model.language().get());
        Look.apply(scene, model.theme().get(), texts.locale());
        Frame frame = new Frame(texts, sheets);
        Desk desk =
                new Desk(texts, background, frame.notices(), frame.sheets(), this, parts.files());
        OpenScreens screens = new OpenScreens(parts.makers(), desk);
        ShellSteps steps = new ShellSteps(this, this::tour, () -> About.show(desk), parts.quit());
        View<ShellController> view =
                Views.load(
                        "shell",
                        texts,
                        new Controllers()
                                .with(
                                        ShellController.class,
                                        () ->
                                                new ShellController(
                                                        model,
                                                        texts,
                                                        parts.workspace(),
                                                        screens,
                                                        steps)));
        built = new Built(desk, frame, screens, steps, view.controller());
        frame.show(view.root());
        scene.setRoot(frame);
        sheets.serve(desk);
        view.controller().showScreen(model.screen().get());
        view.controller().showSource(model.source().get());
        Dividers.remember(view.root(), model.dividers());
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

    /** Begins the tour. */
    public void tour() {
        Built now = built();
        if (offered().contains(Screen.COMPOSE)) {
            show(Screen.COMPOSE);
        }
        new Tour(now.desk.texts(), now.frame, model::tourWasSeen).begin();
    }

    @Override
    public void show(Screen screen) {
        model.screen().set(screen);
    }

    @Override
    public void compose(PackageKey key) {
        model.openPackage().set(Optional.of(key));
        parts.composer().accept(key);
        show(Screen.COMPOSE);
    }

    @Override
    public void edit(TagKey key) {
        show(Screen.TAGS);
        parts.tagEditor().accept(key);
    }

    @Override
    public void newPackage(Optional<SourceName> source) {
        parts.newPackage().ask(built().desk, source);
    }

    @Override
    public void importCustomers() {
        show(Screen.SOURCES);
        Built now = built();
        now.steps.perform(now.screens, Command.IMPORT);
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

    private record Built(
            Desk desk,
            Frame frame,
            OpenScreens screens,
            ShellSteps steps,
            ShellController controller) {}

    /** Returns the screens there are, in the order of the rail. */
    public List<Screen> offered() {
        return built().screens.offered();
    }
}
