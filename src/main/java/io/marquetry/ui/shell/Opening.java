package io.marquetry.ui.shell;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.ui.common.look.Look;
import io.marquetry.ui.common.screen.Views;

import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a window shows until its workspace is open: the outline of its inside, and words in it where
 * the workspace takes longer than a moment. FX thread.
 */
public final class Opening {

    /** Shorter waits need no words (Nielsen, Usability Engineering, 1993, chapter 5). */
    private static final Duration MOMENT = Duration.seconds(1);

    private final Scene scene;
    private final Outline outline;
    private final ShellModel model;
    private final OpeningController.Choices choices;
    private final PauseTransition moment = new PauseTransition(MOMENT);
    private @Nullable OpeningController words;

    /**
     * Fills the window with the outline.
     *
     * @param choices offered where the workspace does not open
     */
    public Opening(Scene scene, ShellModel model, OpeningController.Choices choices) {
        this.scene = scene;
        this.model = model;
        this.choices = choices;
        Look.ground(scene, model.theme().get());
        this.outline = new Outline(model.theme().get());
        scene.setRoot(outline);
    }

    /** Does something as soon as the next picture was laid out. */
    public void afterPicture(Runnable then) {
        Platform.requestNextPulse();
        scene.addPostLayoutPulseListener(
                new Runnable() {
                    @Override
                    public void run() {
                        scene.removePostLayoutPulseListener(this);
                        Platform.runLater(then);
                    }
                });
    }

    /** A folder is being opened; what was said of the one before goes. */
    public void waitFor(Path folder) {
        if (words != null) {
            words.showWaiting(folder);
            return;
        }
        moment.setOnFinished(event -> words().showWaiting(folder));
        moment.playFromStart();
        // Needed soon, and this thread has nothing else to do.
        afterPicture(() -> Look.apply(scene, model.theme().get(), model.language().get()));
    }

    /** Says that a new workspace is being filled with the sample. */
    public void showSample(Path folder) {
        OpeningController saying = words();
        saying.showWaiting(folder);
        saying.showSample();
    }

    /**
     * Says why the folder does not open.
     *
     * @param backup what could be brought back instead
     */
    public void showTrouble(Problem problem, Optional<OpeningController.Backup> backup) {
        words().showTrouble(problem, backup);
    }

    /** Says nothing any more: the workspace is open. */
    public void end() {
        moment.stop();
    }

    private OpeningController words() {
        moment.stop();
        if (words == null) {
            Texts texts = Texts.in(model.language().get());
            Look.apply(scene, model.theme().get(), texts.locale());
            OpeningController controller = new OpeningController(texts, choices);
            outline.show(Views.load("opening", texts, controller));
            words = controller;
        }
        return words;
    }
}
