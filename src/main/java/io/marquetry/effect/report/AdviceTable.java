package io.marquetry.effect.report;

import io.marquetry.base.Texts;
import io.marquetry.effect.advice.Advised;
import io.marquetry.effect.report.ReportPart.Cell;
import io.marquetry.effect.report.ReportPart.Column;
import io.marquetry.effect.report.ReportPart.Heading;
import io.marquetry.effect.report.ReportPart.Paragraph;
import io.marquetry.effect.report.ReportPart.Tone;
import io.marquetry.effect.review.AdviceWords;
import io.marquetry.effect.review.Reviewed;

import java.util.List;

/** The advice with the figures that it rests on. */
final class AdviceTable {

    private final Texts texts;
    private final AdviceWords words;

    AdviceTable(Texts texts) {
        this.texts = texts;
        this.words = new AdviceWords(texts);
    }

    void add(Reviewed reviewed, List<ReportPart> blocks) {
        List<Advised> advised = reviewed.advised();
        if (advised.isEmpty()) {
            return;
        }
        blocks.add(new Heading(2, texts.get("report.advice")));
        blocks.add(
                new ReportPart.Table(
                        List.of(
                                new Column(texts.get("report.subject"), false),
                                new Column(texts.get("report.do"), false),
                                new Column(texts.get("report.basis"), false)),
                        advised.stream()
                                .map(
                                        one ->
                                                List.of(
                                                        Cell.of(words.subject(one)),
                                                        Cell.of(words.brief(one.advice())),
                                                        Cell.of(
                                                                String.join(
                                                                        "\n",
                                                                        words.lines(
                                                                                one.advice())))))
                                .toList()));
        reviewed.checked()
                .ifPresent(
                        checked -> blocks.add(new Paragraph(words.checked(checked), Tone.MUTED)));
    }
}
