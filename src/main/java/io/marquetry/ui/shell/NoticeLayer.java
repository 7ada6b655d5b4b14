package io.marquetry.ui.shell;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.ui.common.Notices;
import io.marquetry.ui.common.Tip;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The corner of the window in which notices appear, the newest at the bottom. */
final class NoticeLayer extends VBox implements Notices {

    private static final Duration STAYS = Duration.seconds(8);
    private static final int MOST = 4;

    private final Texts texts;

    NoticeLayer(Texts texts) {
        this.texts = texts;
        getStyleClass().add("notice-layer");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    @Override
    public void done(String sentence) {
        disappear(add(sentence, Feather.CHECK_CIRCLE, "notice-done"));
    }

    @Override
    public void done(String sentence, String stepLabel, Runnable step) {
        HBox notice = add(sentence, Feather.CHECK_CIRCLE, "notice-done");
        Button button = new Button(stepLabel);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(
                event -> {
                    getChildren().remove(notice);
                    step.run();
                });
        notice.getChildren().add(notice.getChildren().size() - 1, button);
        disappear(notice);
    }

    @Override
    public void problem(Problem problem) {
        add(texts.sentence(problem), Feather.ALERT_CIRCLE, "notice-problem");
    }

    private HBox add(String sentence, Feather picture, String cssClass) {
        Label words = new Label(sentence);
        words.setWrapText(true);
        words.setAccessibleRole(AccessibleRole.TEXT);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button close = new Button(null, new FontIcon(Feather.X));
        close.getStyleClass().addAll("flat", "button-icon", "notice-close");
        close.setAccessibleText(texts.get("notice.close"));
        Tip.on(close, texts.get("notice.close"));
        HBox notice = new HBox(new FontIcon(picture), words, close);
        notice.getStyleClass().addAll("notice", cssClass);
        notice.setAlignment(Pos.CENTER_LEFT);
        close.setOnAction(event -> getChildren().remove(notice));
        getChildren().add(notice);
        if (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
        return notice;
    }

    private void disappear(HBox notice) {
        PauseTransition pause = new PauseTransition(STAYS);
        pause.setOnFinished(event -> getChildren().remove(notice));
        pause.play();
    }
}
