package io.marquetry.ui.dispatch;

import io.marquetry.base.Texts;
import io.marquetry.dispatch.Arm;
import io.marquetry.dispatch.Counts;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.Reason;
import io.marquetry.dispatch.Recipient;
import io.marquetry.dispatch.Route;
import io.marquetry.ui.common.look.BarTrack;
import io.marquetry.ui.common.look.Formats;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Draws the way from the audience to the messages, a bar for each reason; each opens its people.
 */
final class Waterfall {

    private static final double WORDS = 190;
    private static final double NUMBERS = 66;

    private final Texts texts;
    private final Formats formats;
    private final BiConsumer<String, Predicate<Recipient>> opens;

    /**
     * Makes the drawing.
     *
     * @param opens shows the people whom a predicate holds, under a heading
     */
    Waterfall(Texts texts, BiConsumer<String, Predicate<Recipient>> opens) {
        this.texts = texts;
        this.formats = new Formats(texts.locale());
        this.opens = opens;
    }

    /** Returns the rows; reasons that hold nobody are left out. */
    List<Node> of(Dispatch dispatch) {
        Counts counts = dispatch.counts();
        List<Node> rows = new ArrayList<>();
        long left = counts.gross();
        rows.add(row("gross", texts.get("dispatch.gross"), left, 0, counts, p -> true, 0));
        for (Map.Entry<Reason, Long> reason : counts.reasons().entrySet()) {
            long lost = reason.getValue();
            if (lost > 0) {
                left -= lost;
                Reason why = reason.getKey();
                rows.add(
                        row(
                                why.name(),
                                texts.sentence(why.words()),
                                left,
                                lost,
                                counts,
                                p -> p.reasons() != 0 && Reason.first(p.reasons()) == why,
                                counts.lifted().getOrDefault(why, 0L)));
            }
        }
        if (counts.control() > 0) {
            left -= counts.control();
            rows.add(
                    row(
                            "control",
                            texts.get("cli.dispatch.control"),
                            left,
                            counts.control(),
                            counts,
                            p -> p.arm() == Arm.CONTROL,
                            0));
        }
        if (counts.holdout() > 0) {
            left -= counts.holdout();
            rows.add(
                    row(
                            "holdout",
                            texts.get("cli.dispatch.heldOut"),
                            left,
                            counts.holdout(),
                            counts,
                            p -> p.arm() == Arm.HOLDOUT,
                            0));
        }
        rows.add(
                row(
                        "net",
                        texts.get("dispatch.net"),
                        counts.net(),
                        0,
                        counts,
                        p -> p.arm() == Arm.SEND,
                        0));
        for (int i = 0; i < dispatch.routes().size() && !dispatch.others().isEmpty(); i++) {
            int route = i;
            rows.add(
                    row(
                            "route-" + i,
                            words(dispatch.routes().get(i)),
                            dispatch.netByRoute().get(i),
                            0,
                            counts,
                            p -> p.arm() == Arm.SEND && p.route() == route,
                            0));
        }
        return rows;
    }

    private String words(Route route) {
        return texts.get(
                "cli.dispatch.over",
                route.account(),
                texts.get("dispatch.channel." + route.channel()));
    }

    private Button row(
            String id,
            String words,
            long left,
            long lost,
            Counts counts,
            Predicate<Recipient> which,
            long back) {
        double all = Math.max(1, counts.gross());
        Label told = new Label(lost > 0 ? texts.get("dispatch.minus", words) : words);
        told.setMinWidth(WORDS);
        told.setPrefWidth(WORDS);
        told.setMaxWidth(WORDS);
        BarTrack bar = new BarTrack(left / all);
        HBox.setHgrow(bar, Priority.ALWAYS);
        Label stays = number(formats.count(left));
        Label goes = number(lost > 0 ? formats.signed(-lost) : "");
        goes.getStyleClass().add("lost");
        Label returns = number(back > 0 ? formats.signed(back) : "");
        returns.getStyleClass().add("back");
        HBox line = new HBox(10, told, bar, stays, goes, returns);
        line.getStyleClass().add("waterfall-line");
        Button button = new Button();
        button.setId("waterfall-" + id);
        button.setGraphic(line);
        button.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(button.widthProperty().subtract(12));
        button.getStyleClass().add("waterfall-row");
        button.setAccessibleText(
                lost > 0
                        ? texts.get(
                                "dispatch.waterfall.spoken",
                                words,
                                formats.count(lost),
                                formats.count(left),
                                formats.count(back))
                        : texts.get("dispatch.waterfall.spokenPlain", words, formats.count(left)));
        button.setOnAction(event -> opens.accept(words, which));
        return button;
    }

    private static Label number(String text) {
        Label label = new Label(text);
        label.setMinWidth(NUMBERS);
        label.setPrefWidth(NUMBERS);
        label.getStyleClass().add("number");
        return label;
    }
}
