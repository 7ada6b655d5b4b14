package io.marquetry.ui.review.paint;

import io.marquetry.base.DurableFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.effect.chart.Chart;
import io.marquetry.effect.chart.drawing.ChartNumbers;
import io.marquetry.effect.chart.drawing.CsvText;

import java.io.IOException;
import java.nio.file.Path;

/** Writes charts: as a picture, as a drawing, as numbers. */
final class ChartFiles {

    private ChartFiles() {}

    /** Returns the content of a CSV file. */
    static byte[] csv(Chart chart, Texts texts) {
        return CsvText.of(ChartNumbers.of(chart, texts));
    }

    /**
     * Writes a file whole or not at all. Blocks.
     *
     * @throws io.marquetry.base.ProblemException if the place cannot be written to
     */
    static void write(Path file, byte[] content) {
        try {
            DurableFiles.write(file, content);
        } catch (IOException e) {
            throw Problem.of("problem.review.notSaved", file.toString()).asException(e);
        }
    }
}
