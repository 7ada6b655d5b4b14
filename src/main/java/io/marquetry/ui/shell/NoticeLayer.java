package io.marquetry.ui.shell;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.ui.common.look.Tip;
import io.marquetry.ui.common.screen.Notices;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;

/** The corner of the window in which notices appear, the newest at the bottom. */
final class NoticeLayer extends VBox implements Notices {

    private static final Duration DONE_STAYS = Duration.seconds(8);
    private static final Duration CHOICE_STAYS = Duration.seconds(14);
    private static final Duration PROBLEM_STAYS = Duration.seconds(20);
    private static final int MAX_AT_ONCE = 3;

    private final Texts texts;

    NoticeLayer(Texts texts) {
        this.texts = texts;
        getStyleClass().add("notice-layer");
        setPickOnBounds(false);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    @Override
    public void done(String sentence, List<Step> steps) {
        HBox notice = add(sentence, Feather.CHECK_CIRCLE, "notice-done");
        // One step leads away; of several, one may be taken after the other.
        boolean goes = steps.size() == 1;
        List<Button> buttons =
                steps.stream()
                        .map(
                                step ->
                                        button(
                                                step,
                                                goes
                                                        ? () -> getChildren().remove(notice)
                                                        : () -> {}))
                        .toList();
        if (goes) {
            notice.getChildren().add(notice.getChildren().size() - 1, buttons.getFirst());
        } else if (!buttons.isEmpty()) {
            FlowPane below = new FlowPane();
            below.getStyleClass().add("notice-steps");
            below.getChildren().setAll(buttons);
            Node words = notice.getChildren().get(1);
            VBox both = new VBox(below);
            HBox.setHgrow(both, Priority.ALWAYS);
            notice.getChildren().set(1, both);
            both.getChildren().addFirst(words);
        }
        disappear(notice, steps.size() > 1 ? CHOICE_STAYS : DONE_STAYS);
    }

    private static Button button(Step step, Runnable before) {
        Button button = new Button(step.label());
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(
                event -> {
                    before.run();
                    step.run().run();
                });
        return button;
    }

    @Override
    public void problem(Problem problem) {
        disappear(
                add(texts.sentence(problem), Feather.ALERT_CIRCLE, "notice-problem"),
                PROBLEM_STAYS);
    }

    private HBox add(String sentence, Feather picture, String cssClass) {
        // Said again it is the same notice, not another.
        getChildren().removeIf(shown -> sentence.equals(shown.getUserData()));
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
        notice.setUserData(sentence);
        getChildren().add(notice);
        if (getChildren().size() > MAX_AT_ONCE) {
            getChildren().removeFirst();
        }
        return notice;
    }

    /** Takes a notice away once it was there long enough; not while somebody points at it. */
    private void disappear(HBox notice, Duration stays) {
        PauseTransition pause = new PauseTransition(stays);
        pause.setOnFinished(event -> getChildren().remove(notice));
        notice.hoverProperty()
                .subscribe(
                        pointedAt -> {
                            if (pointedAt) {
                                pause.stop();
                            } else {
                                pause.playFromStart();
                            }
                        });
    }
}
