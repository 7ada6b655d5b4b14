package io.marquetry.effect.report;

import io.marquetry.base.Texts;
import io.marquetry.base.UserZone;
import io.marquetry.effect.Design;
import io.marquetry.effect.chart.Amounts;
import io.marquetry.effect.chart.Quantity;
import io.marquetry.effect.figures.EffectAnswer;
import io.marquetry.effect.report.ReportPart.Heading;
import io.marquetry.effect.report.ReportPart.Paragraph;
import io.marquetry.effect.report.ReportPart.Tone;
import io.marquetry.effect.review.Cards;
import io.marquetry.effect.review.EffectWords;
import io.marquetry.effect.review.Reviewed;
import io.marquetry.effect.sums.Scope;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Puts into words what was found, in one language. */
final class ReportText {

    /** So much advice stands before the charts; more would hide them. */
    private static final int EARLY_ADVICE = 8;

    private final Texts texts;
    private final EffectWords words;
    private final Amounts amounts;

    ReportText(Texts texts) {
        this.texts = texts;
        this.words = new EffectWords(texts);
        this.amounts = words.amounts();
    }

    /** Returns all that is to be read of a set; charts where they can be shown. */
    List<ReportPart> blocks(Reviewed reviewed, boolean charts) {
        List<ReportPart> blocks = new ArrayList<>();
        String title = texts.known(reviewed.answer().set().title());
        blocks.add(new Heading(1, title));
        blocks.add(new Paragraph(source(reviewed), Tone.MUTED));
        warnings(reviewed.answer(), blocks);
        blocks.add(new ReportPart.Cards(new Cards(words).of(reviewed)));
        if (charts) {
            // Whoever has one minute needs this page only.
            new ReportMinute(texts).add(reviewed, blocks);
            blocks.add(new Heading(1, texts.get("report.details", title)));
        }
        boolean early = reviewed.advised().size() <= EARLY_ADVICE;
        if (early) {
            new AdviceTable(texts).add(reviewed, blocks);
        }
        if (charts) {
            new ReportCharts(texts).add(reviewed, blocks);
        }
        new ReportTables(words).add(reviewed, blocks);
        if (!early) {
            new AdviceTable(texts).add(reviewed, blocks);
        }
        return blocks;
    }

    private String source(Reviewed reviewed) {
        EffectAnswer answer = reviewed.answer();
        List<String> told = new ArrayList<>();
        told.add(
                texts.get(
                        "report.source",
                        answer.set().name().value(),
                        amounts.day(answer.asOf().atZone(UserZone.get()).toLocalDate())
                                + " "
                                + DateTimeFormatter.ofPattern("HH:mm", texts.locale())
                                        .withZone(UserZone.get())
                                        .format(answer.asOf()),
                        reviewed.fingerprint()
                                .substring(0, Math.min(16, reviewed.fingerprint().length()))));
        scope(answer.request().scope(), told);
        told.add(
                texts.get(
                        "report.economics",
                        amounts.text(
                                Quantity.SHARE,
                                answer.request().economics().margin().doubleValue()),
                        amounts.text(
                                Quantity.MONEY,
                                answer.request().economics().costPerSend().doubleValue())));
        told.add(
                answer.set().design() instanceof Design.Randomised randomised
                        ? texts.get("report.randomised", words.names().arm(randomised.controlArm()))
                        : texts.get("report.observed"));
        // Chinese sentences follow each other without a space.
        boolean chinese = texts.locale().getLanguage().equals("zh");
        return String.join(chinese ? "" : " ", told);
    }

    private void scope(Scope scope, List<String> told) {
        if (!scope.packages().isEmpty()) {
            told.add(
                    texts.get(
                            "report.onlyPackages",
                            scope.packages().stream().sorted().collect(Collectors.joining(", "))));
        }
        scope.from().ifPresent(day -> told.add(texts.get("report.from", amounts.day(day))));
        scope.to().ifPresent(day -> told.add(texts.get("report.to", amounts.day(day))));
    }

    private void warnings(EffectAnswer answer, List<ReportPart> blocks) {
        words.noControl(answer.all().uplift())
                .ifPresent(sentence -> blocks.add(new Paragraph(sentence, Tone.WARNING)));
        words.split(answer.split())
                .ifPresent(sentence -> blocks.add(new Paragraph(sentence, Tone.WARNING)));
        answer.findings()
                .forEach(
                        finding -> blocks.add(new Paragraph(words.finding(finding), Tone.WARNING)));
    }
}
