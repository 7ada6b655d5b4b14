package io.marquetry.effect.report;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.DurableFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.Settings;
import io.marquetry.effect.advice.Adviser;
import io.marquetry.effect.advice.Advisory;
import io.marquetry.effect.advice.Thresholds;
import io.marquetry.effect.figures.EffectAnswer;
import io.marquetry.effect.figures.EffectRequest;
import io.marquetry.effect.figures.EffectReview;
import io.marquetry.effect.stats.Level;
import io.marquetry.effect.watch.Trends;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes what packages achieved into files; blocks, and needs no display. */
public final class EffectReports {

    private final EffectReview effects;
    private final Settings settings;

    /**
     * Makes it.
     *
     * @param settings where the thresholds of advice are kept
     */
    public EffectReports(EffectReview effects, Settings settings) {
        this.effects = effects;
        this.settings = settings;
    }

    /**
     * Writes a report.
     *
     * @param overwrite whether a file that is there is replaced
     * @throws io.marquetry.base.ProblemException if the file is there and must stay, if it cannot
     *     be written, or if the outcomes are gone
     * @throws CancelSignal.Cancelled if asked to stop; nothing is written then
     */
    public void write(
            ReportRequest request,
            Path file,
            ReportForm form,
            boolean overwrite,
            CancelSignal signal) {
        if (!overwrite && Files.exists(file)) {
            throw Problem.of("problem.report.exists", file.toString()).asException();
        }
        Report report = compose(request, signal);
        signal.check();
        try {
            DurableFiles.write(file.toAbsolutePath(), bytes(report, form));
        } catch (IOException e) {
            throw Problem.of("problem.file.unwritable", file.toString(), reason(e)).asException(e);
        }
    }

    /** Returns what a report says. */
    public Report compose(ReportRequest request, CancelSignal signal) {
        Advisory advisory =
                new Advisory(new Adviser(Thresholds.read(settings)), new Trends(Level.OF_95));
        ReportText text = new ReportText(request.texts());
        List<Findings> all = new ArrayList<>();
        for (ReportRequest.Part part : request.parts()) {
            ReportGroupings groupings = ReportGroupings.of(part.set(), request.groupings());
            EffectRequest asked =
                    EffectRequest.plain()
                            .within(part.scope())
                            .by(groupings.all())
                            .with(request.economics())
                            .with(request.correction());
            EffectAnswer answer = effects.answer(part.set(), asked, signal);
            all.add(
                    new Findings(
                            answer,
                            groupings,
                            advisory.of(answer),
                            effects.table(part.set()).fingerprint()));
        }
        return text.report(all);
    }

    private static byte[] bytes(Report report, ReportForm form) throws IOException {
        return switch (form) {
            case PDF -> PdfReport.of(report);
            case HTML -> HtmlReport.of(report).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
