package io.marquetry.ui.compose.numbers;

import io.marquetry.base.Texts;
import io.marquetry.index.Freshness;
import io.marquetry.index.MembershipIndex;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Views;

import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One calm line on where the numbers come from, where there is something to say. */
public final class IndexController {

    private final Numbers numbers;
    private final IndexModel model;
    private final CurrentAudience audience;
    private final Texts texts;
    private final Formats formats;
    private final Follows follows;

    @FXML private VBox root;
    @FXML private Label words;
    @FXML private HBox working;
    @FXML private ProgressBar progress;
    @FXML private Hyperlink stop;
    @FXML private Hyperlink act;
    @FXML private Label disk;

    /** Makes the controller of the line. */
    public IndexController(Numbers numbers, Texts texts, Follows follows) {
        this.numbers = numbers;
        this.model = numbers.index();
        this.audience = numbers.audience();
        this.texts = texts;
        this.formats = new Formats(texts.locale());
        this.follows = follows;
    }

    @FXML
    void initialize() {
        Views.dress(root, "composeIndex");
        root.managedProperty().bind(root.visibleProperty());
        words.managedProperty().bind(words.visibleProperty());
        working.managedProperty().bind(working.visibleProperty());
        act.managedProperty().bind(act.visibleProperty());
        disk.managedProperty().bind(disk.visibleProperty());
        stop.setOnAction(event -> model.stop());
        follows.on(model.state(), this::show);
        follows.on(audience.size(), size -> show(model.state().get()));
    }

    private void show(IndexState state) {
        words.getStyleClass().removeAll("warning", "problem");
        working.setVisible(false);
        act.setVisible(false);
        disk.setVisible(false);
        root.setVisible(true);
        words.setVisible(true);
        switch (state) {
            case IndexState.None none -> root.setVisible(false);
            case IndexState.Building building -> {
                say("compose.index.building");
                work(building.done());
            }
            case IndexState.Stopped stopped -> {
                say("compose.index.stopped");
                offer("compose.index.count", model::retry);
            }
            case IndexState.Live live -> {
                say("compose.index.live");
            }
            case IndexState.Failed failed -> {
                // Where the number failed too, its sentence says it already.
                root.setVisible(audience.size().get().problem().isEmpty());
                words.getStyleClass().add("problem");
                words.setText(texts.sentence(failed.why()));
                offer("compose.retry", model::retry);
            }
            case IndexState.Ready ready -> show(ready);
        }
    }

    private void show(IndexState.Ready ready) {
        disk.setVisible(!ready.index().isOnDisk());
        if (ready.refreshing().isPresent()) {
            say("compose.index.refreshing", asOf(ready.index()));
            work(ready.refreshing().getAsDouble());
            return;
        }
        if (ready.failed().isPresent()) {
            words.getStyleClass().add("problem");
            words.setText(texts.sentence(ready.failed().get()));
            offer("compose.index.refresh", model::refresh);
            return;
        }
        switch (ready.freshness()) {
            case Freshness.Fresh fresh -> {
                words.setVisible(false);
                root.setVisible(disk.isVisible());
            }
            case Freshness.Changed changed -> stale("compose.index.changed", ready.index());
            case Freshness.NewDay day -> stale("compose.index.newDay", ready.index());
            case Freshness.Gone gone -> {
                words.getStyleClass().add("warning");
                words.setText(
                        texts.get(
                                "compose.index.gone",
                                asOf(ready.index()),
                                texts.sentence(gone.why())));
                offer("compose.retry", numbers::retry);
            }
        }
    }

    private void stale(String key, MembershipIndex index) {
        words.getStyleClass().add("warning");
        words.setText(texts.get(key, asOf(index), formats.day(index.snapshot().today())));
        offer("compose.index.refresh", model::refresh);
    }

    private String asOf(MembershipIndex index) {
        return formats.moment(index.snapshot().asOf());
    }

    private void say(String key, Object... places) {
        words.setText(texts.get(key, places));
    }

    private void work(double done) {
        working.setVisible(true);
        progress.setProgress(done <= 0 ? ProgressBar.INDETERMINATE_PROGRESS : done);
    }

    private void offer(String key, Runnable action) {
        act.setVisible(true);
        act.setText(texts.get(key));
        act.setOnAction(event -> action.run());
    }
}
