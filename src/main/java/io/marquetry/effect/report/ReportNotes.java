package io.marquetry.effect.report;

import io.marquetry.base.Texts;
import io.marquetry.effect.Design;
import io.marquetry.effect.report.ReportPart.Heading;
import io.marquetry.effect.report.ReportPart.Meant;
import io.marquetry.effect.review.Reviewed;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the words mean, and by which methods the figures were made. */
final class ReportNotes {

    private final Texts texts;

    ReportNotes(Texts texts) {
        this.texts = texts;
    }

    void add(List<Reviewed> all, List<ReportPart> blocks) {
        boolean randomised =
                all.stream()
                        .anyMatch(
                                reviewed ->
                                        reviewed.answer().set().design()
                                                instanceof Design.Randomised);
        blocks.add(new Heading(2, texts.get("report.methods")));
        List<Meant> methods = new ArrayList<>();
        Stream.of("share", "money").forEach(key -> methods.add(meant("report.method.", key)));
        if (randomised) {
            Stream.of("difference", "mean", "p", "inconclusive", "correction", "return")
                    .forEach(key -> methods.add(meant("report.method.", key)));
        } else {
            methods.add(meant("report.method.", "none"));
        }
        methods.add(meant("report.method.", "watch"));
        blocks.add(new ReportPart.Meanings(methods));
        blocks.add(new Heading(2, texts.get("report.definitions")));
        blocks.add(
                new ReportPart.Meanings(
                        Stream.of("targeted", "reach", "hit", "conversion", "revenue", "roi")
                                .map(key -> meant("report.definition.", key))
                                .toList()));
    }

    private Meant meant(String family, String key) {
        return new Meant(texts.get(family + key), texts.get(family + key + "Is"));
    }
}
