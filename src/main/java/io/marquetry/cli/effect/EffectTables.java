package io.marquetry.cli.effect;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.TextTable;
import io.marquetry.effect.figures.ArmFigures;
import io.marquetry.effect.figures.Comparison;
import io.marquetry.effect.figures.DimensionText;
import io.marquetry.effect.figures.Division;
import io.marquetry.effect.figures.EffectAnswer;
import io.marquetry.effect.figures.Figures;
import io.marquetry.effect.figures.Finding;
import io.marquetry.effect.figures.Group;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.figures.Uplift;
import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Lays an effect out for people: figures by arm, differences, then the same by group. */
final class EffectTables {

    private final Texts texts;
    private final GroupText groups;

    EffectTables(Texts texts) {
        this.texts = texts;
        this.groups = new GroupText(texts);
    }

    List<String> of(EffectAnswer answer) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.get("cli.effect.head", answer.set().title(), answer.set().name().value()));
        answer.findings().forEach(finding -> lines.add(finding(finding)));
        lines.add("");
        TextTable figures = figureTable();
        rows(figures, answer.all(), texts.get("cli.effect.all"));
        lines.addAll(figures.lines());
        lines.add("");
        lines.addAll(differences(List.of(answer.all()), texts.get("cli.effect.all")));
        for (Division division : answer.divisions()) {
            lines.add("");
            String by =
                    division.grouping().dimensions().stream()
                            .map(DimensionText::write)
                            .collect(Collectors.joining(" + "));
            lines.add(texts.get("cli.effect.by", by));
            TextTable table = figureTable();
            division.groups().forEach(group -> rows(table, group, label(group)));
            lines.addAll(table.lines());
            lines.add("");
            lines.addAll(differences(division.groups(), ""));
            if (division.groups().size() > 1
                    && division.groups().stream()
                            .anyMatch(g -> g.uplift() instanceof Uplift.Measured)) {
                lines.add(
                        texts.get(
                                "cli.effect.corrected",
                                texts.get(
                                        "effect.correction."
                                                + answer.request().correction().name())));
            }
        }
        return lines;
    }

    private TextTable figureTable() {
        return new TextTable(
                List.of(
                        texts.get("cli.effect.group"),
                        texts.get("cli.effect.arm"),
                        texts.get("cli.effect.targeted"),
                        texts.get("effect.measure.REACH"),
                        texts.get("effect.measure.HIT"),
                        texts.get("effect.measure.CONVERSION"),
                        texts.get("effect.measure.REVENUE"),
                        texts.get("effect.measure.PROFIT"),
                        texts.get("cli.effect.roi")),
                Set.of(2, 3, 4, 5, 6, 7, 8));
    }

    private void rows(TextTable table, Group group, String label) {
        for (ArmFigures arm : group.arms()) {
            Figures figures = arm.figures();
            String name = arm.arm().isEmpty() ? texts.get("cli.effect.oneArm") : arm.arm();
            table.add(
                    label,
                    arm.control() ? texts.get("cli.effect.control", name) : name,
                    texts.get("cli.number", figures.targeted()),
                    share(figures.reach().estimate()),
                    share(figures.hit().estimate()),
                    share(figures.conversion().estimate()),
                    amount(figures.revenue().perHead()),
                    amount(figures.profit().perHead()),
                    amount(figures.roi()));
        }
    }

    private List<String> differences(List<Group> all, String everybody) {
        TextTable table =
                new TextTable(
                        List.of(
                                texts.get("cli.effect.group"),
                                texts.get("cli.effect.comparison"),
                                texts.get("cli.effect.measure"),
                                texts.get("cli.effect.difference"),
                                texts.get("cli.effect.p"),
                                texts.get("cli.effect.method"),
                                texts.get("cli.effect.verdict")),
                        Set.of(3, 4));
        List<String> without = new ArrayList<>();
        boolean any = false;
        for (Group group : all) {
            String label = group.values().isEmpty() ? everybody : label(group);
            switch (group.uplift()) {
                case Uplift.Measured measured -> {
                    any = true;
                    measured.comparisons().forEach(c -> row(table, label, c));
                }
                case Uplift.NoControl none -> {
                    String sentence = texts.get("effect.noControl." + none.why().name());
                    if (!without.contains(sentence)) {
                        without.add(sentence);
                    }
                }
            }
        }
        List<String> lines = new ArrayList<>(any ? table.lines() : List.of());
        lines.addAll(without);
        return lines;
    }

    private void row(TextTable table, String label, Comparison comparison) {
        String arm = comparison.arm().orElseGet(() -> texts.get("cli.effect.treated"));
        String pair = texts.get("cli.effect.against", arm, comparison.against());
        String measure = texts.get("effect.measure." + comparison.measure().name());
        switch (comparison.difference()) {
            case Difference.Measured measured -> {
                boolean share =
                        comparison.measure() == Measure.HIT
                                || comparison.measure() == Measure.CONVERSION
                                || comparison.measure() == Measure.REACH;
                double unit = share ? 100 : 1;
                table.add(
                        label,
                        pair,
                        measure,
                        texts.get(
                                share ? "cli.effect.points" : "cli.effect.change",
                                measured.value() * unit,
                                measured.interval().low() * unit,
                                measured.interval().high() * unit),
                        p(comparison.adjusted().orElse(measured.pValue())),
                        texts.get("effect.method." + measured.method().name()),
                        texts.get("effect.verdict." + measured.verdict().name()));
            }
            case Difference.Unknown unknown ->
                    table.add(
                            label,
                            pair,
                            measure,
                            "",
                            "",
                            "",
                            texts.get("effect.lacking." + unknown.why().name()));
        }
    }

    private String p(double value) {
        return value < 0.001
                ? texts.get("cli.effect.smallP")
                : texts.get("cli.effect.pValue", value);
    }

    private String share(Estimate estimate) {
        return shown(estimate, "cli.effect.share", "cli.effect.bareShare");
    }

    private String amount(Estimate estimate) {
        return shown(estimate, "cli.effect.amount", "cli.effect.bareAmount");
    }

    private String shown(Estimate estimate, String known, String bare) {
        return switch (estimate) {
            case Estimate.Known k ->
                    texts.get(known, k.value(), k.interval().low(), k.interval().high());
            case Estimate.Bare b -> texts.get(bare, b.value());
            case Estimate.Unknown _ -> "–";
        };
    }

    private String label(Group group) {
        return groups.label(group.values());
    }

    private String finding(Finding finding) {
        return switch (finding) {
            case Finding.Contradictory found ->
                    texts.get("effect.finding.contradictory", found.rows());
            case Finding.NotAmong found ->
                    texts.get("effect.finding.notAmong", found.profiles(), found.source().value());
            case Finding.ControlAbsent found ->
                    texts.get("effect.finding.controlAbsent", found.arm());
        };
    }
}
