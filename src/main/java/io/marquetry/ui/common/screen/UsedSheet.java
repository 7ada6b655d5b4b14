package io.marquetry.ui.common.screen;

import io.marquetry.base.Texts;
import io.marquetry.ui.navigation.Destination;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.List;

/** Says who uses a thing, which therefore has to stay, and leads to each of them. */
public final class UsedSheet {

    private UsedSheet() {}

    /**
     * One who uses it.
     *
     * @param name what people call it
     * @param destination where it is
     */
    public record User(String name, Destination destination) {}

    /** Shows the sheet. */
    public static void show(Desk desk, String heading, String sentence, List<User> users) {
        Texts texts = desk.texts();
        Label title = new Label(heading);
        title.getStyleClass().add("heading");
        title.setWrapText(true);
        Label words = new Label(sentence);
        words.setWrapText(true);
        VBox links = new VBox(2);
        links.setId("usedBy");
        users.forEach(user -> links.getChildren().add(link(desk, user)));
        ScrollPane scroll = new ScrollPane(links);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(260);
        Button close = new Button(texts.get("button.close"));
        close.setId("usedClose");
        close.setDefaultButton(true);
        close.setOnAction(event -> desk.sheets().close());
        HBox buttons = new HBox(close);
        buttons.getStyleClass().add("buttons");
        VBox sheet = new VBox(10, title, words, scroll, buttons);
        sheet.setPrefWidth(480);
        Views.dress(sheet, "used");
        desk.sheets().show(sheet);
    }

    private static Hyperlink link(Desk desk, User user) {
        Hyperlink link = new Hyperlink(user.name());
        link.setOnAction(
                event -> {
                    desk.sheets().close();
                    desk.navigation().go(user.destination());
                });
        return link;
    }
}
