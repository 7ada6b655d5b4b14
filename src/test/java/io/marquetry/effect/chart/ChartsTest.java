package io.marquetry.effect.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Texts;
import io.marquetry.effect.chart.drawing.ChartNumbers;
import io.marquetry.effect.chart.drawing.Charts;
import io.marquetry.effect.chart.drawing.HeatMapDrawing;
import io.marquetry.effect.chart.mark.Drawing;
import io.marquetry.effect.chart.mark.EstimatedWidths;
import io.marquetry.effect.chart.mark.Mark;
import io.marquetry.effect.chart.mark.Meaning;
import io.marquetry.effect.chart.mark.Palette;
import io.marquetry.effect.chart.mark.Point;
import io.marquetry.effect.chart.mark.Space;
import io.marquetry.effect.chart.mark.TextWidths;
import io.marquetry.effect.chart.mark.Token;
import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.stats.Interval;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

class ChartsTest {

    private static final TextWidths WIDTHS = new EstimatedWidths();
    private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);

    @Test
    void everythingLiesInsideTheDrawing() {
        everywhere(
                (chart, drawing) ->
                        drawing.visible()
                                .map(ChartsTest::box)
                                .forEach(
                                        box -> {
                                            assertThat(box.x)
                                                    .as("%s %s", chart.title(), box)
                                                    .isBetween(-0.01, drawing.width());
                                            assertThat(box.x + box.width)
                                                    .as("%s %s", chart.title(), box)
                                                    .isBetween(-0.01, drawing.width() + 0.01);
                                            assertThat(box.y)
                                                    .as("%s %s", chart.title(), box)
                                                    .isBetween(-1.5, drawing.height());
                                            assertThat(box.y + box.height)
                                                    .as("%s %s", chart.title(), box)
                                                    .isBetween(-0.01, drawing.height() + 0.01);
                                        }));
    }

    @Test
    void wordsDoNotOverlap() {
        everywhere(
                (chart, drawing) -> {
                    List<Box> words =
                            drawing.visible()
                                    .filter(Mark.Words.class::isInstance)
                                    .map(ChartsTest::box)
                                    .toList();
                    for (int i = 0; i < words.size(); i++) {
                        for (int j = i + 1; j < words.size(); j++) {
                            assertThat(words.get(i).overlaps(words.get(j)))
                                    .as("%s: %s %s", chart.title(), words.get(i), words.get(j))
                                    .isFalse();
                        }
                    }
                });
    }

    @Test
    void rowsMakeTheDrawingHigher() {
        Drawing drawing = Charts.draw(SampleCharts.manyGaps(), space(600, 200, ENGLISH));
        assertThat(drawing.height()).isGreaterThan(40 * 20);
    }

    @Test
    void nothingToShowIsSaid() {
        for (Chart empty :
                List.of(
                        new Chart.Trend("t", Quantity.SHARE, List.of()),
                        new Chart.Funnel(
                                "f", List.of(new Chart.Stage("Targeted", 0)), Optional.empty()),
                        new Chart.Forest("f", Quantity.POINTS, List.of()),
                        new Chart.Compared("c", Quantity.SHARE, List.of()),
                        new Chart.Contribution("c", Quantity.MONEY, List.of()),
                        new Chart.HeatMap("h", Quantity.SHARE, List.of(), List.of()))) {
            Drawing drawing = Charts.draw(empty, space(400, 200, ENGLISH));
            assertThat(words(drawing)).containsExactly("No data to show");
        }
    }

    @Test
    void intervalsThatHoldNoneAreGreyAndSaySo() {
        Drawing drawing = Charts.draw(SampleCharts.forest(), space(760, 300, ENGLISH));
        assertThat(words(drawing)).contains("inconclusive, p\u00a0=\u00a00.566", "+7.66\u00a0pp");
        Mark.Group group = series(drawing, "INCONCLUSIVE").findFirst().orElseThrow();
        assertThat(
                        new Drawing("", 1, 1, List.of(group))
                                .visible()
                                .filter(Mark.Dot.class::isInstance)
                                .map(mark -> ((Mark.Dot) mark).fill().token()))
                .containsExactly(Token.NEUTRAL);
    }

    @Test
    void dotsAscendWithTheirValues() {
        Drawing drawing = Charts.draw(SampleCharts.manyGaps(), space(760, 300, ENGLISH));
        List<Double> places =
                groups(drawing.marks())
                        .filter(group -> group.meaning() instanceof Meaning.Told)
                        .flatMap(group -> group.marks().stream())
                        .filter(Mark.Dot.class::isInstance)
                        .map(mark -> ((Mark.Dot) mark).centre().x())
                        .toList();
        assertThat(places).hasSize(40).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void cutNamesAreToldInFull() {
        Drawing drawing = Charts.draw(SampleCharts.forest(), space(500, 300, ENGLISH));
        assertThat(words(drawing)).noneMatch(SampleCharts.LONG::equals);
        assertThat(words(drawing)).anyMatch(text -> text.startsWith("pack_") && text.endsWith("…"));
        assertThat(hovers(drawing)).contains(SampleCharts.LONG);
    }

    @Test
    void aDecayIsMarkedWhereItBegan() {
        Drawing drawing = Charts.draw(SampleCharts.trend(1, 9), space(760, 260, ENGLISH));
        assertThat(words(drawing)).contains("fell on Nov 9");
        assertThat(drawing.visible())
                .anyMatch(mark -> mark instanceof Mark.Dot dot && dot.fill().token() == Token.BAD);
    }

    @Test
    void whatWasExpectedIsToldExactly() {
        Drawing drawing = Charts.draw(SampleCharts.trend(1, 9), space(760, 260, ENGLISH));
        assertThat(hovers(drawing))
                .anyMatch(text -> text.endsWith("expected 15.00 – 19.00\u00a0%"));
    }

    @Test
    void aStepWithoutAValueBreaksTheLine() {
        Drawing drawing = Charts.draw(SampleCharts.trend(1, 9), space(760, 260, ENGLISH));
        assertThat(drawing.visible().filter(Mark.Polyline.class::isInstance)).hasSize(2);
    }

    @Test
    void barsAreOrderedAndLossesPointLeft() {
        Chart.Contribution chart =
                new Chart.Contribution(
                        "c",
                        Quantity.MONEY,
                        List.of(bar("loss", -50), bar("small", 10), bar("large", 100)));
        Drawing drawing = Charts.draw(chart, space(500, 200, ENGLISH));
        List<Mark.Rect> bars =
                drawing.visible()
                        .filter(Mark.Rect.class::isInstance)
                        .map(Mark.Rect.class::cast)
                        .toList();
        assertThat(bars).extracting(rect -> rect.fill().token()).endsWith(Token.BAD);
        assertThat(bars.get(0).width()).isGreaterThan(bars.get(1).width());
        assertThat(bars.get(2).x() + bars.get(2).width()).isEqualTo(bars.get(0).x());
    }

    @Test
    void whatIsNotKnownHasALookOfItsOwn() {
        Drawing drawing = Charts.draw(SampleCharts.heatMap(7, 14), space(900, 260, ENGLISH));
        assertThat(words(drawing)).contains("no data");
        assertThat(
                        drawing.visible()
                                .filter(
                                        mark ->
                                                mark instanceof Mark.Rect rect
                                                        && rect.fill().token() == Token.NO_VALUE)
                                .count())
                .isGreaterThan(10);
    }

    @Test
    void whatCannotBeTrustedIsMarkedInItsCellAndExplained() {
        List<String> words = words(Charts.draw(SampleCharts.unsure(), space(900, 260, ENGLISH)));
        assertThat(words).filteredOn(text -> text.endsWith("*")).hasSize(1);
        assertThat(words).anyMatch(text -> text.startsWith("* too few people"));
        assertThat(words(Charts.draw(SampleCharts.heatMap(7, 14), space(900, 260, ENGLISH))))
                .noneMatch(text -> text.contains("*"));
        assertThat(ChartNumbers.of(SampleCharts.unsure(), ENGLISH).rows().getFirst().getLast())
                .isEqualTo(new ChartNumbers.Words("interval too short to trust"));
    }

    @Test
    void columnsWithoutRoomAreCounted() {
        Drawing drawing = Charts.draw(SampleCharts.heatMap(3, 200), space(480, 260, ENGLISH));
        assertThat(words(drawing)).anyMatch(text -> text.matches("The newest \\d+ of 200"));
    }

    @Test
    void everySeriesCanBeSwitched() {
        for (Chart chart : List.of(SampleCharts.trend(3, 9), SampleCharts.compared())) {
            Drawing drawing = Charts.draw(chart, space(760, 260, ENGLISH));
            List<String> legend =
                    groups(drawing.marks())
                            .flatMap(
                                    group ->
                                            group.meaning() instanceof Meaning.Legend(String key)
                                                    ? Stream.of(key)
                                                    : Stream.empty())
                            .toList();
            assertThat(legend).isNotEmpty();
            legend.forEach(key -> assertThat(series(drawing, key)).as(key).isNotEmpty());
        }
    }

    @Test
    void wordsCanBeReadOnTheirGround() {
        for (Palette palette : Palette.values()) {
            int surface = palette.rgb(Token.SURFACE);
            for (Token token : List.of(Token.TEXT, Token.MUTED, Token.BAD)) {
                assertThat(contrast(palette.rgb(token), surface))
                        .as("%s %s", palette, token)
                        .isGreaterThan(4.5);
            }
            assertThat(contrast(palette.rgb(Token.ON_ACCENT), palette.rgb(Token.ACCENT)))
                    .isGreaterThan(4.5);
            int strongest = mixed(palette.rgb(Token.ACCENT), surface, HeatMapDrawing.STRONGEST);
            assertThat(contrast(palette.rgb(Token.TEXT), strongest)).isGreaterThan(4.5);
        }
    }

    private static void everywhere(BiConsumer<Chart, Drawing> fact) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            Texts texts = Texts.in(language);
            for (double width : List.of(1.0, 220.0, 340.0, 520.0, 760.0, 1280.0)) {
                for (Chart chart : SampleCharts.all()) {
                    fact.accept(chart, Charts.draw(chart, space(width, 240, texts)));
                }
            }
        }
    }

    private static Space space(double width, double height, Texts texts) {
        return new Space(width, height, texts, WIDTHS);
    }

    private static Chart.Figure bar(String name, double value) {
        return new Chart.Figure(
                name,
                new Estimate.Known(value, new Interval(value, value)),
                false,
                "",
                Optional.empty());
    }

    private static List<String> words(Drawing drawing) {
        return drawing.visible()
                .filter(Mark.Words.class::isInstance)
                .map(mark -> ((Mark.Words) mark).text())
                .toList();
    }

    private static List<String> hovers(Drawing drawing) {
        return groups(drawing.marks())
                .flatMap(
                        group ->
                                group.meaning() instanceof Meaning.Told told
                                        ? Stream.of(told.hover())
                                        : Stream.empty())
                .toList();
    }

    private static Stream<Mark.Group> series(Drawing drawing, String key) {
        return groups(drawing.marks())
                .filter(group -> group.meaning().equals(new Meaning.Series(key)));
    }

    private static Stream<Mark.Group> groups(List<Mark> marks) {
        return marks.stream()
                .filter(Mark.Group.class::isInstance)
                .map(Mark.Group.class::cast)
                .flatMap(group -> Stream.concat(Stream.of(group), groups(group.marks())));
    }

    private record Box(double x, double y, double width, double height, String what) {

        boolean overlaps(Box other) {
            return x < other.x + other.width - 0.01
                    && other.x < x + width - 0.01
                    && y < other.y + other.height - 0.01
                    && other.y < y + height - 0.01;
        }
    }

    private static Box box(Mark mark) {
        return switch (mark) {
            case Mark.Rect r -> new Box(r.x(), r.y(), r.width(), r.height(), "rect");
            case Mark.Line l -> around(List.of(l.from(), l.to()), "line");
            case Mark.Polyline l -> around(l.points(), "polyline");
            case Mark.Polygon a -> around(a.points(), "polygon");
            case Mark.Dot d ->
                    new Box(
                            d.centre().x() - d.radius(),
                            d.centre().y() - d.radius(),
                            2 * d.radius(),
                            2 * d.radius(),
                            "dot");
            case Mark.Words w -> {
                double width = WIDTHS.width(w.text(), w.lettering());
                double left =
                        switch (w.anchor()) {
                            case START -> w.at().x();
                            case MIDDLE -> w.at().x() - width / 2;
                            case END -> w.at().x() - width;
                        };
                double size = w.lettering().size();
                yield new Box(left, w.at().y() - size * 0.8, width, size, w.text());
            }
            case Mark.Group _ -> throw new IllegalArgumentException("groups are not visible");
        };
    }

    private static Box around(List<Point> points, String what) {
        List<Double> xs = new ArrayList<>();
        List<Double> ys = new ArrayList<>();
        points.forEach(
                point -> {
                    xs.add(point.x());
                    ys.add(point.y());
                });
        double left = xs.stream().min(Double::compare).orElseThrow();
        double top = ys.stream().min(Double::compare).orElseThrow();
        double right = xs.stream().max(Double::compare).orElseThrow();
        double bottom = ys.stream().max(Double::compare).orElseThrow();
        return new Box(left, top, right - left, bottom - top, what);
    }

    private static int mixed(int over, int under, double opacity) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double part =
                    (over >> shift & 0xff) * opacity + (under >> shift & 0xff) * (1 - opacity);
            mixed |= (int) Math.round(part) << shift;
        }
        return mixed;
    }

    /** WCAG 2.2, 1.4.3. */
    private static double contrast(int one, int other) {
        double high = Math.max(luminance(one), luminance(other));
        double low = Math.min(luminance(one), luminance(other));
        return (high + 0.05) / (low + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff)
                + 0.7152 * linear(rgb >> 8 & 0xff)
                + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
