package io.marquetry.ui.guide;

import io.marquetry.guide.GuidePage;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Views;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The guide as a sheet: its pages on the left, the chosen one on the right. */
public final class GuideSheet {

    private final Desk desk;
    private final Map<GuidePage, Node> pages = new EnumMap<>(GuidePage.class);
    private final ListView<GuidePage> list = new ListView<>();
    private final ScrollPane shown = new ScrollPane();

    private GuideSheet(Desk desk) {
        this.desk = desk;
        Arrays.stream(GuidePage.values())
                .forEach(page -> pages.put(page, page.read(desk.texts().locale())));
    }

    /** Opens the guide at its first page, in the language of the window. */
    public static void show(Desk desk) {
        new GuideSheet(desk).show();
    }

    private void show() {
        Label heading = new Label(desk.texts().get("menu.guide"));
        heading.getStyleClass().add("heading");
        list.setId("guidePages");
        list.setAccessibleText(desk.texts().get("guide.pages"));
        list.getItems().setAll(GuidePage.values());
        list.setCellFactory(of -> new Title());
        list.getSelectionModel().selectedItemProperty().subscribe(this::open);
        shown.setId("guidePage");
        shown.setFitToWidth(true);
        HBox.setHgrow(shown, Priority.ALWAYS);
        HBox both = new HBox(14, list, shown);
        VBox.setVgrow(both, Priority.ALWAYS);
        Button close = new Button(desk.texts().get("button.close"));
        close.setId("guideClose");
        close.setDefaultButton(true);
        close.setOnAction(event -> desk.sheets().close());
        HBox buttons = new HBox(close);
        buttons.getStyleClass().add("buttons");
        VBox sheet = new VBox(10, heading, both, buttons);
        sheet.setPrefSize(980, 680);
        Views.dress(sheet, "guide");
        list.getSelectionModel().selectFirst();
        desk.sheets().show(sheet);
    }

    private void open(@Nullable GuidePage page) {
        if (page != null) {
            shown.setContent(
                    new PageView(
                            content(page),
                            this::follow,
                            picture -> GuidePage.picture(desk.texts().locale(), picture)));
            shown.setVvalue(0);
        }
    }

    private Node content(GuidePage page) {
        return Objects.requireNonNull(pages.get(page), "all pages were read");
    }

    // What leads elsewhere is only named: the guide never opens a browser.
    private void follow(String link) {
        GuidePage.ofLink(link).ifPresent(list.getSelectionModel()::select);
    }

    private final class Title extends ListCell<GuidePage> {

        @Override
        protected void updateItem(@Nullable GuidePage page, boolean empty) {
            super.updateItem(page, empty);
            setText(empty || page == null ? null : GuidePage.title(content(page)));
        }
    }
}
