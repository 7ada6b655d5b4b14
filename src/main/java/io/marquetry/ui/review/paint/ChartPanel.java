package io.marquetry.ui.review.paint;

import io.marquetry.base.Texts;
import io.marquetry.effect.chart.Chart;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.function.Consumer;

/** A card with a heading, one chart below it, and what can be done with that chart. */
public final class ChartPanel extends VBox {

    private final ChartView view;
    private final Label heading = new Label();
    private final Label remark = new Label();
    private final Label lacking = new Label();
    private final MenuButton more = new MenuButton();
    private final HBox head = new HBox();

    /**
     * Makes an empty panel.
     *
     * @param id names the panel, for tests and style sheets
     * @param opened gets the target of what is clicked
     */
    public ChartPanel(String id, Texts texts, double height, Consumer<String> opened) {
        view = new ChartView(texts, height, opened);
        view.setId(id + "View");
        setId(id);
        getStyleClass().addAll("card", "chart-panel");
        heading.getStyleClass().add("chart-heading");
        remark.getStyleClass().add("muted");
        lacking.getStyleClass().addAll("muted", "chart-lacking");
        lacking.setWrapText(true);
        lacking.setMinHeight(Region.USE_PREF_SIZE);
        more.setGraphic(new FontIcon(Feather.MORE_HORIZONTAL));
        more.getStyleClass().addAll("flat", "chart-more");
        more.setAccessibleText(texts.get("review.chart.more"));
        more.setId(id + "More");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        heading.setMinWidth(0);
        remark.setMinWidth(Region.USE_PREF_SIZE);
        more.setMinWidth(Region.USE_PREF_SIZE);
        head.getChildren().setAll(heading, space, remark, more);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("chart-head");
        getChildren().setAll(head, view, lacking);
        lack("");
    }

    /** Puts a control between the heading and the remark. */
    public void add(Node control) {
        head.getChildren().add(2, control);
    }

    /** Says in the heading's line what the chart rests on. */
    public void remark(String words) {
        remark.setText(words);
    }

    /** Offers what can be done with the chart. */
    public void offer(List<MenuItem> items) {
        more.getItems().setAll(items);
        view.setOnContextMenuRequested(event -> more.show());
    }

    /** Shows a chart. */
    public void show(Chart chart) {
        heading.setText(chart.title());
        view.show(chart);
        swap(true);
    }

    /** Returns what the panel shows. */
    public String title() {
        return heading.getText();
    }

    /** Says why there is no chart, and what to do about it. */
    public void lack(String heading, String words) {
        this.heading.setText(heading);
        lack(words);
    }

    public ChartView view() {
        return view;
    }

    private void lack(String words) {
        lacking.setText(words);
        swap(false);
    }

    private void swap(boolean shown) {
        view.setVisible(shown);
        view.setManaged(shown);
        more.setVisible(shown);
        lacking.setVisible(!shown);
        lacking.setManaged(!shown);
    }
}
