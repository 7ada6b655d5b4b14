package io.marquetry.ui.review;

import io.marquetry.base.Texts;
import io.marquetry.effect.figures.EffectAnswer;
import io.marquetry.effect.figures.Grouping;
import io.marquetry.effect.report.EffectReports;
import io.marquetry.effect.report.ReportForm;
import io.marquetry.effect.report.ReportRequest;
import io.marquetry.ui.common.Desk;
import io.marquetry.ui.common.FileKind;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes what the screen shows as a report, to a file that the user chooses. */
final class ReviewReport {

    private final EffectReports reports;
    private final Desk desk;
    private final Texts texts;

    ReviewReport(EffectReports reports, Desk desk) {
        this.reports = reports;
        this.desk = desk;
        this.texts = desk.texts();
    }

    /** Asks where to, and writes the report. */
    void ask(ReviewAnswer answer, ReportForm form) {
        String ending = form.name().toLowerCase(Locale.ROOT);
        FileKind kind =
                new FileKind(texts.get("review.report." + form.name()), form.name(), ending);
        desk.files()
                .choose(kind, answer.figures().set().name().value() + "." + ending)
                .ifPresent(file -> write(answer, form, file));
    }

    /** Writes the report over whatever is there. */
    void write(ReviewAnswer answer, ReportForm form, Path file) {
        EffectAnswer figures = answer.figures();
        ReportRequest request =
                new ReportRequest(
                        List.of(new ReportRequest.Part(figures.set(), figures.request().scope())),
                        answer.segment().map(Grouping::by).map(List::of).orElse(List.of()),
                        figures.request().economics(),
                        figures.request().correction(),
                        texts);
        desk.notices().done(texts.get("review.report.writing"));
        desk.background()
                .run(
                        signal -> {
                            reports.write(request, file, form, true, signal);
                            return file;
                        },
                        written ->
                                desk.notices()
                                        .done(
                                                texts.get(
                                                        "review.report.written",
                                                        written.toString())),
                        desk.notices()::problem);
    }
}
