package io.marquetry.ui.review.paint;

import io.marquetry.effect.chart.mark.Anchor;
import io.marquetry.effect.chart.mark.Lettering;
import io.marquetry.effect.chart.mark.Mark;
import io.marquetry.effect.chart.mark.Point;
import io.marquetry.effect.chart.mark.TextWidths;

import javafx.scene.Node;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** Makes shapes of marks, with words in one family of letters. */
final class ChartShapes implements TextWidths {

    private final String family;

    /** Makes shapes with words in a family of letters. */
    ChartShapes(String family) {
        this.family = family;
    }

    /**
     * Returns the shape of a mark.
     *
     * @param group makes the node of a group
     */
    Node of(Mark mark, Function<Mark.Group, Node> group) {
        return switch (mark) {
            case Mark.Rect rect -> rect(rect);
            case Mark.Line line -> line(line);
            case Mark.Polyline polyline -> polyline(polyline);
            case Mark.Polygon polygon -> polygon(polygon);
            case Mark.Dot dot -> dot(dot);
            case Mark.Words words -> words(words);
            case Mark.Group inner -> group.apply(inner);
        };
    }

    @Override
    public double width(String text, Lettering lettering) {
        Text measured = new Text(text);
        measured.setFont(font(lettering));
        return measured.getLayoutBounds().getWidth();
    }

    private static Node rect(Mark.Rect rect) {
        Rectangle shape = new Rectangle(rect.x(), rect.y(), rect.width(), rect.height());
        shape.setArcWidth(2 * rect.corner());
        shape.setArcHeight(2 * rect.corner());
        ChartInk.fill(shape, rect.fill());
        return shape;
    }

    private static Node line(Mark.Line line) {
        Line shape = new Line(line.from().x(), line.from().y(), line.to().x(), line.to().y());
        ChartInk.stroke(shape, line.stroke());
        return shape;
    }

    private static Node polyline(Mark.Polyline polyline) {
        Polyline shape = new Polyline(coordinates(polyline.points()));
        shape.setStrokeLineJoin(StrokeLineJoin.ROUND);
        shape.setFill(null);
        ChartInk.stroke(shape, polyline.stroke());
        return shape;
    }

    private static Node polygon(Mark.Polygon polygon) {
        Polygon shape = new Polygon(coordinates(polygon.points()));
        ChartInk.fill(shape, polygon.fill());
        return shape;
    }

    private static Node dot(Mark.Dot dot) {
        Circle shape = new Circle(dot.centre().x(), dot.centre().y(), dot.radius());
        ChartInk.fill(shape, dot.fill());
        return shape;
    }

    private Node words(Mark.Words words) {
        Text shape = new Text(words.text());
        shape.setFont(font(words.lettering()));
        shape.setX(words.at().x() - before(words));
        shape.setY(words.at().y());
        ChartInk.fill(shape, words.ink());
        return shape;
    }

    private double before(Mark.Words words) {
        Anchor anchor = words.anchor();
        return switch (anchor) {
            case START -> 0;
            case MIDDLE -> width(words.text(), words.lettering()) / 2;
            case END -> width(words.text(), words.lettering());
        };
    }

    private Font font(Lettering lettering) {
        return Font.font(
                family, lettering.bold() ? FontWeight.BOLD : FontWeight.NORMAL, lettering.size());
    }

    private static double[] coordinates(List<Point> points) {
        return points.stream().flatMapToDouble(p -> DoubleStream.of(p.x(), p.y())).toArray();
    }
}
