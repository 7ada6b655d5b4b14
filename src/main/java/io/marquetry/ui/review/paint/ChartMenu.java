package io.marquetry.ui.review.paint;

import io.marquetry.base.Texts;
import io.marquetry.effect.chart.Chart;
import io.marquetry.ui.common.file.FileKind;
import io.marquetry.ui.common.look.Png;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Written;

import javafx.scene.control.MenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** What can be done with a chart: copy it, or save it as a picture, a drawing or numbers. */
public final class ChartMenu {

    private final ChartView view;
    private final Supplier<List<String>> caption;
    private final Desk desk;
    private final Texts texts;

    /**
     * Makes the menu.
     *
     * @param caption what is written below a chart that leaves the screen
     */
    public ChartMenu(ChartView view, Supplier<List<String>> caption, Desk desk) {
        this.view = view;
        this.caption = caption;
        this.desk = desk;
        this.texts = desk.texts();
    }

    /** Returns the items of the chart's own menu. */
    public List<MenuItem> items() {
        return List.of(
                item("review.chart.copy", this::copy),
                item("review.chart.png", () -> save("png")),
                item("review.chart.svg", () -> save("svg")),
                item("review.chart.csv", () -> save("csv")));
    }

    /** Copies the picture. */
    void copy() {
        Chart chart = view.chart();
        if (chart == null) {
            return;
        }
        ClipboardContent content = new ClipboardContent();
        content.putImage(framed(chart).picture(view));
        Clipboard.getSystemClipboard().setContent(content);
        desk.notices().done(texts.get("review.chart.copied"));
    }

    /** Writes the chart in the form that the file's ending says. */
    public void save(Path file) {
        Chart chart = view.chart();
        if (chart == null) {
            return;
        }
        String name = String.valueOf(file.getFileName());
        String form = name.substring(name.lastIndexOf('.') + 1);
        FramedChart framed = framed(chart);
        double width = view.getWidth();
        double height = view.getHeight();
        Supplier<byte[]> content =
                switch (form) {
                    case "svg" ->
                            () -> framed.svg(width, height, texts).getBytes(StandardCharsets.UTF_8);
                    case "csv" -> () -> ChartFiles.csv(chart, texts);
                    default -> {
                        WritableImage picture = framed.picture(view);
                        yield () -> Png.of(picture);
                    }
                };
        desk.background()
                .act(
                        () -> ChartFiles.write(file, content.get()),
                        () ->
                                Written.tell(
                                        desk,
                                        texts.get("review.chart.saved", file.getFileName()),
                                        file),
                        desk.notices()::problem);
    }

    private void save(String form) {
        FileKind kind =
                new FileKind(
                        texts.get("review.chart." + form),
                        texts.get("review.chart.files." + form),
                        form);
        desk.files().toSave(kind, proposal() + "." + form).ifPresent(this::save);
    }

    private String proposal() {
        Chart chart = view.chart();
        return chart == null ? "" : chart.title().replaceAll("[^\\p{L}\\p{N}]+", "-");
    }

    private FramedChart framed(Chart chart) {
        return new FramedChart(chart, caption.get());
    }

    private MenuItem item(String key, Runnable step) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setOnAction(event -> step.run());
        return item;
    }
}
