package io.marquetry.ui.review;

import io.marquetry.base.Texts;
import io.marquetry.effect.report.EffectReports;
import io.marquetry.effect.report.ReportForm;
import io.marquetry.effect.review.Reviewed;
import io.marquetry.ui.common.file.FileKind;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Written;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes what the screen shows as a report, to a file that the user chooses. */
final class ReviewReport {

    private final EffectReports reports;
    private final Desk desk;
    private final Texts texts;

    ReviewReport(Desk desk) {
        this.reports = new EffectReports(desk.texts());
        this.desk = desk;
        this.texts = desk.texts();
    }

    /** Asks where to, and writes the report. */
    void ask(Reviewed answer, ReportForm form) {
        String ending = form.name().toLowerCase(Locale.ROOT);
        FileKind kind =
                new FileKind(texts.get("review.report." + form.name()), form.name(), ending);
        desk.files()
                .toSave(kind, answer.answer().set().name().value() + "." + ending)
                .ifPresent(file -> write(answer, form, file));
    }

    /** Writes the report over whatever is there. */
    void write(Reviewed answer, ReportForm form, Path file) {
        desk.notices().done(texts.get("review.report.writing"));
        desk.background()
                .run(
                        signal -> {
                            reports.write(List.of(answer), file, form, true, signal);
                            return file;
                        },
                        written ->
                                Written.tell(
                                        desk,
                                        texts.get("review.report.written", written.getFileName()),
                                        written),
                        desk.notices()::problem);
    }
}
