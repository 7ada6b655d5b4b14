package io.marquetry.ui.compose;

import io.marquetry.audience.AudienceReaders;
import io.marquetry.base.Settings;
import io.marquetry.base.Texts;
import io.marquetry.index.Audiences;
import io.marquetry.index.LiveUse;
import io.marquetry.pack.ExportReasons;
import io.marquetry.pack.Lookout;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.Packages;
import io.marquetry.propose.TagProposals;
import io.marquetry.source.Sources;
import io.marquetry.tag.TagGovernance;
import io.marquetry.tag.TagNames;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.OpenScreen;
import io.marquetry.ui.common.screen.ScreenMaker;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.common.screen.Way;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.compose.asset.KnownAssets;
import io.marquetry.ui.compose.asset.TagSteps;
import io.marquetry.ui.compose.canvas.CanvasController;
import io.marquetry.ui.compose.canvas.ExpressionController;
import io.marquetry.ui.compose.canvas.RowEditing;
import io.marquetry.ui.compose.condition.Conditions;
import io.marquetry.ui.compose.draft.ComposeModel;
import io.marquetry.ui.compose.draft.ExportModel;
import io.marquetry.ui.compose.drag.DragDesk;
import io.marquetry.ui.compose.numbers.CombinationsSheet;
import io.marquetry.ui.compose.numbers.ExplainController;
import io.marquetry.ui.compose.numbers.IndexController;
import io.marquetry.ui.compose.numbers.Numbers;
import io.marquetry.ui.compose.numbers.OverlapController;
import io.marquetry.ui.compose.numbers.SinceController;
import io.marquetry.ui.compose.numbers.SizeController;
import io.marquetry.ui.compose.numbers.VerifyController;
import io.marquetry.ui.compose.palette.PaletteController;
import io.marquetry.ui.compose.palette.PaletteMemory;
import io.marquetry.ui.compose.palette.PaletteMenu;
import io.marquetry.ui.compose.palette.PaletteModel;
import io.marquetry.ui.compose.palette.SuggestController;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.navigation.Screen;
import io.marquetry.ui.propose.ProposeSheet;
import io.marquetry.ui.tags.condition.ConditionSheet;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.time.InstantSource;
import java.util.Optional;

/** Makes the composer and keeps what is in work while the window changes its language. */
public final class ComposeScreen implements ScreenMaker {

    /** Composing a package. */
    public static final Screen SCREEN = new Screen("compose", Feather.LAYERS);

    private final ComposeModel compose;
    private final Numbers numbers;
    private final PaletteModel palette;
    private final PaletteMemory memory;
    private final ExportModel exports;
    private final ProposeSheet proposals;
    private final ConditionSheet conditionSheet;
    private final TagGovernance tagService;
    private final KnownAssets assets;
    private final Packages packages;
    private final AudienceReaders readers;
    private final Timeline minute = new Timeline();

    /** Makes the composer of an open workspace; documents go where the user says. */
    public ComposeScreen(
            Packages packages,
            Lookout lookout,
            TagGovernance tags,
            Sources sources,
            Audiences audiences,
            Settings settings,
            Background background,
            InstantSource clock) {
        compose = new ComposeModel(packages, tags, background, clock);
        numbers =
                Numbers.of(
                        compose,
                        packages,
                        sources,
                        audiences,
                        new LiveUse(settings),
                        background,
                        clock,
                        Platform::runLater);
        palette =
                new PaletteModel(
                        compose.tags(), numbers.audience().whatIfs(), numbers.index().misfits());
        memory = new PaletteMemory(palette, settings, background);
        exports =
                new ExportModel(
                        compose, packages, lookout, new ExportReasons(settings), background);
        proposals = new ProposeSheet(new TagProposals(audiences.readers(), tags), compose::refresh);
        tagService = tags;
        assets = new KnownAssets(compose, tags, background);
        this.packages = packages;
        readers = audiences.readers();
        conditionSheet = new ConditionSheet(audiences.readers());
        minute.setCycleCount(Animation.INDEFINITE);
        minute.getKeyFrames()
                .add(new KeyFrame(Duration.minutes(1), event -> numbers.index().look()));
    }

    @Override
    public Screen screen() {
        return SCREEN;
    }

    /** Returns the package in work. */
    public ComposeModel model() {
        return compose;
    }

    /** Returns the tags to choose from. */
    PaletteModel palette() {
        return palette;
    }

    /** Returns what is counted for the package in work. */
    public Numbers numbers() {
        return numbers;
    }

    /** Opens a package as it was left. */
    public void compose(PackageKey key) {
        palette.begin();
        compose.open(key);
    }

    @Override
    public Optional<Way> way(Destination destination) {
        if (destination instanceof Destination.OfPerson one) {
            return Optional.of(
                    Way.onScreen(
                            desk -> {
                                numbers.explain().askWhenReady(one.source(), one.key());
                                compose(one.pack());
                            }));
        }
        return destination instanceof Destination.OfPackage one
                ? Optional.of(Way.onScreen(desk -> compose(one.key())))
                : Optional.empty();
    }

    @Override
    public void beforeClosing(Desk desk, Runnable close) {
        compose.beforeClosing(close);
    }

    @Override
    public OpenScreen open(Desk desk) {
        Follows follows = new Follows();
        DragDesk drags = new DragDesk(compose, desk.texts());
        ComposeActions actions = new ComposeActions(compose, exports, numbers, desk, follows);
        ComposeController screen = new ComposeController(compose, drags);
        Parent view = load(screen, desk, drags, actions, follows);
        Follows ofWindow = follows.ofPart();
        follows.on(
                view.sceneProperty().flatMap(Scene::windowProperty),
                shown -> watch(shown, ofWindow));
        follows.on(
                compose.draft(),
                draft -> desk.navigation().speaksOf(draft.map(d -> d.current().source())));
        return new OpenScreen(view, actions.forMenus(screen::find), () -> show(screen), follows);
    }

    private Parent load(
            ComposeController screen,
            Desk desk,
            DragDesk drags,
            ComposeActions actions,
            Follows follows) {
        Texts texts = desk.texts();
        Conditions conditions =
                new Conditions(compose, numbers.sources(), tagService, conditionSheet, desk);
        TagSteps steps = new TagSteps(compose, assets, packages, readers, numbers, desk);
        TagNames tags = new TagNames(compose.tags()::get, texts);
        return Views.load(
                SCREEN.stem(),
                texts,
                screen,
                new PaletteController(
                        palette,
                        compose,
                        numbers,
                        texts,
                        drags,
                        new PaletteMenu(compose, texts, steps::items, conditions::begin),
                        follows),
                new SuggestController(
                        compose,
                        numbers.sources(),
                        source -> proposals.open(desk, source),
                        conditions,
                        follows),
                new CanvasController(
                        compose,
                        numbers,
                        exports,
                        desk,
                        drags,
                        new RowEditing(conditions, steps),
                        follows),
                new TitleController(compose, actions, desk.navigation(), texts, follows),
                new ExpressionController(compose, texts, follows),
                new PreviewController(numbers, compose, actions, assets, texts, follows),
                new SizeController(numbers, tags, texts, follows),
                new VerifyController(numbers.verify(), texts, follows),
                new IndexController(numbers, texts, follows),
                new OverlapController(
                        numbers.overlap(),
                        new CombinationsSheet(compose, numbers, desk)::open,
                        texts,
                        follows),
                new SinceController(
                        numbers.since(), tags, numbers.sources()::title, texts, follows),
                new ExplainController(numbers.explain(), tags, texts, follows));
    }

    /** Looks at the source whenever the user comes back to the window, and once a minute. */
    private void watch(@Nullable Window shown, Follows follows) {
        follows.close();
        minute.stop();
        if (shown == null) {
            return;
        }
        follows.on(
                shown.showingProperty(),
                showing -> {
                    if (showing) {
                        minute.play();
                    } else {
                        minute.stop();
                    }
                });
        follows.on(
                shown.focusedProperty(),
                focused -> {
                    if (focused) {
                        numbers.index().look();
                    }
                });
    }

    /** Whoever comes here can type at once, and loads afresh what others may have changed. */
    private void show(ComposeController screen) {
        screen.begin();
        memory.recall();
        compose.refresh();
        assets.refresh();
        numbers.refresh();
    }
}
