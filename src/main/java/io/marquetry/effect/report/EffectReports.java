package io.marquetry.effect.report;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.DurableFiles;
import io.marquetry.base.OutputFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.effect.review.Reviewed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tells what packages achieved, in one language: in files, or to be read; needs no display. */
public final class EffectReports {

    private final Texts texts;

    /** Reports in the language of the texts. */
    public EffectReports(Texts texts) {
        this.texts = texts;
    }

    /**
     * Writes a report. Blocks.
     *
     * @param overwrite whether a file that is there is replaced
     * @throws io.marquetry.base.ProblemException if the file is there and must stay, or if it
     *     cannot be written
     * @throws CancelSignal.Cancelled if asked to stop; nothing is written then
     */
    public void write(
            List<Reviewed> all,
            Path file,
            ReportForm form,
            boolean overwrite,
            CancelSignal signal) {
        OutputFiles.check(file, overwrite);
        Report report = compose(all);
        signal.check();
        try {
            DurableFiles.write(file.toAbsolutePath(), bytes(report, form));
        } catch (IOException e) {
            throw Problem.of("problem.file.unwritable", file.toString(), reason(e)).asException(e);
        }
    }

    /** Returns what a report says. */
    public Report compose(List<Reviewed> all) {
        List<ReportPart> blocks = new ArrayList<>();
        all.forEach(reviewed -> blocks.addAll(new ReportText(texts).blocks(reviewed, true)));
        new ReportNotes(texts).add(all, blocks);
        String about =
                all.stream()
                        .map(reviewed -> texts.known(reviewed.answer().set().title()))
                        .distinct()
                        .collect(Collectors.joining(", "));
        return new Report(texts.get("report.title"), about, texts, blocks);
    }

    /** Returns what is to be read of a set where no chart can be shown. */
    public List<ReportPart> words(Reviewed reviewed) {
        return new ReportText(texts).blocks(reviewed, false);
    }

    /** Returns what is advised. */
    public List<ReportPart> advice(Reviewed reviewed) {
        List<ReportPart> blocks = new ArrayList<>();
        blocks.add(new ReportPart.Heading(1, texts.known(reviewed.answer().set().title())));
        new AdviceTable(texts).add(reviewed, blocks);
        return blocks;
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
