package io.marquetry.ui.shell;

import io.marquetry.base.Texts;
import io.marquetry.ui.common.look.Look;
import io.marquetry.ui.common.screen.Views;

import javafx.scene.Scene;

/** Shows the opening of a workspace in a window. */
public final class OpeningView {

    private OpeningView() {}

    /** Fills the window with the opening view and returns its controller. */
    public static OpeningController show(
            Scene scene, ShellModel model, OpeningController.Choices choices) {
        Texts texts = Texts.in(model.language().get());
        Look.apply(scene, model.theme().get(), texts.locale());
        OpeningController controller = new OpeningController(texts, choices);
        Frame frame = new Frame(texts);
        frame.show(Views.load("opening", texts, controller));
        scene.setRoot(frame);
        return controller;
    }
}
