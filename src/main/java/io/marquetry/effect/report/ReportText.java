package io.marquetry.effect.report;

import io.marquetry.base.Texts;
import io.marquetry.base.UserZone;
import io.marquetry.effect.Design;
import io.marquetry.effect.chart.Amounts;
import io.marquetry.effect.chart.Quantity;
import io.marquetry.effect.figures.EffectAnswer;
import io.marquetry.effect.figures.Finding;
import io.marquetry.effect.figures.Scope;
import io.marquetry.effect.figures.Uplift;
import io.marquetry.effect.report.Block.Heading;
import io.marquetry.effect.report.Block.Paragraph;
import io.marquetry.effect.report.Block.Tone;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Puts into words what was found, in one language. */
final class ReportText {

    /** So much advice stands before the charts; more would hide them. */
    private static final int EARLY_ADVICE = 8;

    private final Texts texts;
    private final Amounts amounts;

    ReportText(Texts texts) {
        this.texts = texts;
        this.amounts = new Amounts(texts);
    }

    Report report(List<Findings> all) {
        List<Block> blocks = new ArrayList<>();
        for (Findings findings : all) {
            blocks.add(new Heading(1, findings.answer().set().title()));
            blocks.add(new Paragraph(source(findings), Tone.MUTED));
            warnings(findings.answer(), blocks);
            new ReportFigures(texts).add(findings, blocks);
            boolean early = findings.advised().size() <= EARLY_ADVICE;
            if (early) {
                new AdviceTable(texts).add(findings.advised(), blocks);
            }
            new ReportCharts(texts).add(findings, blocks);
            new ReportTables(texts).add(findings, blocks);
            if (!early) {
                new AdviceTable(texts).add(findings.advised(), blocks);
            }
        }
        new ReportNotes(texts).add(all, blocks);
        String about =
                all.stream()
                        .map(findings -> findings.answer().set().title())
                        .distinct()
                        .collect(Collectors.joining(", "));
        return new Report(texts.get("report.title"), about, texts, blocks);
    }

    private String source(Findings findings) {
        EffectAnswer answer = findings.answer();
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
                        findings.fingerprint()
                                .substring(0, Math.min(16, findings.fingerprint().length()))));
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
                        ? texts.get("report.randomised", randomised.controlArm())
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

    private void warnings(EffectAnswer answer, List<Block> blocks) {
        if (answer.all().uplift() instanceof Uplift.NoControl none) {
            blocks.add(
                    new Paragraph(
                            texts.get("effect.noControl." + none.why().name()), Tone.WARNING));
        }
        for (Finding finding : answer.findings()) {
            String text =
                    switch (finding) {
                        case Finding.Contradictory found ->
                                texts.get("effect.finding.contradictory", found.rows());
                        case Finding.NotAmong found ->
                                texts.get(
                                        "effect.finding.notAmong",
                                        found.profiles(),
                                        found.source().value());
                        case Finding.ControlAbsent found ->
                                texts.get("effect.finding.controlAbsent", found.arm());
                    };
            blocks.add(new Paragraph(text, Tone.WARNING));
        }
    }
}
