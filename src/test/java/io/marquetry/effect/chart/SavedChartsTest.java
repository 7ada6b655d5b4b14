package io.marquetry.effect.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Texts;
import io.marquetry.effect.chart.drawing.ChartNumbers;
import io.marquetry.effect.chart.drawing.Charts;
import io.marquetry.effect.chart.drawing.CsvText;
import io.marquetry.effect.chart.mark.Drawing;
import io.marquetry.effect.chart.mark.EstimatedWidths;
import io.marquetry.effect.chart.mark.Palette;
import io.marquetry.effect.chart.mark.Space;
import io.marquetry.effect.chart.mark.SvgText;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.xml.parsers.DocumentBuilderFactory;

class SavedChartsTest {

    private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);

    @Test
    void svgIsXmlWithWordsAsWords() throws Exception {
        for (Chart chart : SampleCharts.all()) {
            for (Palette palette : Palette.values()) {
                Document svg = parsed(SvgText.of(drawing(chart), palette, true));
                assertThat(svg.getElementsByTagName("text").getLength()).isPositive();
                assertThat(SvgText.of(drawing(chart), palette, true)).doesNotContain("NaN");
            }
        }
    }

    @Test
    void namesCannotBreakOutOfSvg() throws Exception {
        String evil = "</text><script>alert(1)</script>\"'&\u0000";
        Chart chart = new Chart.Funnel(evil, List.of(new Chart.Stage(evil, 3)), Optional.empty());
        Document svg = parsed(SvgText.of(drawing(chart), Palette.LIGHT, false));
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("</text><script>alert(1)</script>\"'&");
    }

    @Test
    void csvHoldsTheExactNumbers() {
        String csv = csv(SampleCharts.forest());
        assertThat(csv)
                .startsWith("\uFEFFname,difference,interval low,interval high,p,verdict,remark\r\n")
                .contains("Mens E-Mail,0.0765896,0.0699535,0.0832256,0.000000001,higher,\r\n")
                .contains("nobody,,,,,nobody was counted,\r\n");
    }

    @Test
    void csvRunsNoFormulas() {
        Chart chart =
                new Chart.Funnel(
                        "f",
                        List.of(
                                new Chart.Stage("=HYPERLINK(\"http://x\",\"y\")", 3),
                                new Chart.Stage("-1+1", 2),
                                new Chart.Stage("a\r\nb", 1)),
                        Optional.empty());
        assertThat(csv(chart))
                .contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",3\r\n")
                .contains("'-1+1,2\r\n")
                .contains("\"a\r\nb\",1\r\n");
    }

    @Test
    void everyChartHasNumbersInEveryLanguage() {
        for (Locale language : Texts.LANGUAGES) {
            for (Chart chart : SampleCharts.all()) {
                ChartNumbers numbers = ChartNumbers.of(chart, Texts.in(language));
                assertThat(numbers.rows()).isNotEmpty();
                assertThat(numbers.rows())
                        .allSatisfy(row -> assertThat(row).hasSameSizeAs(numbers.head()));
            }
        }
    }

    private static String csv(Chart chart) {
        return new String(CsvText.of(ChartNumbers.of(chart, ENGLISH)), StandardCharsets.UTF_8);
    }

    private static Drawing drawing(Chart chart) {
        return Charts.draw(chart, new Space(700, 260, ENGLISH, new EstimatedWidths()));
    }

    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
