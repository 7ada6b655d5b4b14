package io.marquetry.ui.guide;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** A page of CommonMark as nodes of the window; what the guide does not use is left out. */
final class PageView extends VBox {

    /** Pixels of the pictures themselves: larger they would be blurred. */
    private static final double WIDEST = 1024;

    /** What the page keeps free beside its content. */
    private static final double MARGIN = 28;

    private final Consumer<String> follow;
    private final Function<String, Optional<URL>> pictures;

    /**
     * Shows a page.
     *
     * @param follow takes where a link leads when it is chosen
     * @param pictures tells where a picture lies that the page names
     */
    PageView(Node page, Consumer<String> follow, Function<String, Optional<URL>> pictures) {
        super(8);
        this.follow = follow;
        this.pictures = pictures;
        getStyleClass().add("page");
        getChildren().setAll(blocks(page));
    }

    private List<Region> blocks(Node parent) {
        List<Region> shown = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Heading heading -> shown.add(flow(heading, "h" + heading.getLevel()));
                case Paragraph paragraph when paragraph.getFirstChild() instanceof Image picture ->
                        pictures.apply(picture.getDestination())
                                .ifPresent(file -> shown.add(picture(picture, file)));
                case Paragraph paragraph -> shown.add(flow(paragraph, "paragraph"));
                case ListBlock list -> shown.add(list(list));
                case TableBlock table -> shown.add(table(table));
                case FencedCodeBlock code -> shown.add(code(code.getLiteral().stripTrailing()));
                default -> {}
            }
        }
        return shown;
    }

    /** As wide as the page at most, and read in the background. */
    private Region picture(Image told, URL file) {
        ImageView picture =
                new ImageView(new javafx.scene.image.Image(file.toExternalForm(), true));
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        if (told.getFirstChild() instanceof Text words) {
            picture.setAccessibleText(words.getLiteral());
        }
        picture.fitWidthProperty()
                .bind(widthProperty().map(width -> Math.min(WIDEST, width.doubleValue() - MARGIN)));
        StackPane frame = new StackPane(picture);
        frame.getStyleClass().add("picture");
        frame.setMaxWidth(USE_PREF_SIZE);
        // Else the page could not become narrower than the picture was.
        frame.setMinWidth(0);
        return frame;
    }

    private Region list(ListBlock list) {
        VBox lines = new VBox(4);
        int number =
                list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                        ? ordered.getMarkerStartNumber()
                        : 1;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            Label mark = new Label(list instanceof BulletList ? "•" : number++ + ".");
            mark.getStyleClass().add("mark");
            VBox content = new VBox(4);
            content.getChildren().setAll(blocks(item));
            HBox.setHgrow(content, Priority.ALWAYS);
            lines.getChildren().add(new HBox(8, mark, content));
        }
        return lines;
    }

    private Region table(TableBlock table) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("cells");
        int line = 0;
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    int column = 0;
                    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                        if (cell instanceof TableCell told) {
                            grid.add(
                                    flow(told, told.isHeader() ? "header" : "cell"),
                                    column++,
                                    line);
                        }
                    }
                    line++;
                }
            }
        }
        for (int column = 0; column < grid.getColumnCount(); column++) {
            ColumnConstraints wide = new ColumnConstraints();
            wide.setHgrow(column == grid.getColumnCount() - 1 ? Priority.ALWAYS : Priority.NEVER);
            wide.setMinWidth(column == 0 ? 150 : 60);
            wide.setMaxWidth(column == grid.getColumnCount() - 1 ? Double.MAX_VALUE : 260);
            grid.getColumnConstraints().add(wide);
        }
        return grid;
    }

    private static Region code(String text) {
        Label shown = new Label(text);
        shown.setWrapText(true);
        shown.getStyleClass().addAll("mono", "block");
        shown.setMaxWidth(Double.MAX_VALUE);
        return shown;
    }

    private TextFlow flow(Node parent, String style) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add(style);
        words(parent, flow, "");
        return flow;
    }

    private void words(Node parent, TextFlow flow, String style) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text text -> flow.getChildren().add(word(text.getLiteral(), style));
                case SoftLineBreak ignored -> flow.getChildren().add(word(" ", style));
                case Code code -> flow.getChildren().add(word(code.getLiteral(), "mono"));
                case StrongEmphasis strong -> words(strong, flow, "strong");
                case Emphasis emphasis -> words(emphasis, flow, "emphasis");
                case Link link -> flow.getChildren().add(link(link));
                default -> {}
            }
        }
    }

    private static javafx.scene.text.Text word(String words, String style) {
        javafx.scene.text.Text shown = new javafx.scene.text.Text(words);
        shown.getStyleClass().add("word");
        if (!style.isEmpty()) {
            shown.getStyleClass().add(style);
        }
        return shown;
    }

    private Hyperlink link(Link link) {
        String words = link.getFirstChild() instanceof Text text ? text.getLiteral() : "";
        Hyperlink shown = new Hyperlink(words);
        shown.setOnAction(event -> follow.accept(link.getDestination()));
        return shown;
    }
}
