package io.marquetry.ui.shell;

import io.marquetry.base.Product;
import io.marquetry.base.Texts;
import io.marquetry.ui.common.look.Look;
import io.marquetry.ui.common.screen.Sheets;

import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Locale;
import java.util.function.Consumer;

/** Where bugs end: logged once, and shown above whatever the window shows. */
public final class BugScreen implements Consumer<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(BugScreen.class);

    private final Scene scene;
    private final ShellModel model;

    /** Shows bugs in a window. */
    public BugScreen(Scene scene, ShellModel model) {
        this.scene = scene;
        this.model = model;
    }

    /** Logs and shows a bug; may be called on any thread. */
    @Override
    public void accept(Throwable bug) {
        BugReport report = BugReport.of(bug, Product.version());
        LOG.error("{}", report.code(), bug);
        if (Platform.isFxApplicationThread()) {
            show(report);
        } else {
            Platform.runLater(() -> show(report));
        }
    }

    private void show(BugReport report) {
        Locale language = model.language().get();
        Texts texts = Texts.in(language);
        if (scene.getRoot() instanceof Frame frame) {
            BugController.show(report, texts, frame.sheets());
            return;
        }
        Look.apply(scene, model.theme().get(), language);
        Frame frame = new Frame(texts);
        Parent before = scene.getRoot();
        scene.setRoot(frame);
        frame.show(before);
        Sheets sheets = frame.sheets();
        BugController.show(report, texts, sheets);
    }
}
