package io.marquetry.cli.pack.life;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.check.CheckKind;
import io.marquetry.check.CheckRules;
import io.marquetry.check.CheckWeight;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code package rules}: shows how much the checks before approval weigh, and changes it. */
@Command(name = "rules")
public final class PackageRulesCommand extends WorkspaceCommand {

    @Option(
            names = "--set",
            paramLabel = "CHECK=WEIGHT",
            descriptionKey = "cli.package.rules.setOption")
    private Map<String, String> weights = new LinkedHashMap<>();

    @Option(
            names = "--overlap",
            paramLabel = "SHARE",
            descriptionKey = "cli.package.rules.overlapOption")
    private @Nullable Double overlap;

    @Option(names = "--jump", paramLabel = "SHARE", descriptionKey = "cli.package.rules.jumpOption")
    private @Nullable Double jump;

    @Option(names = "--base", paramLabel = "SHARE", descriptionKey = "cli.package.rules.baseOption")
    private @Nullable Double base;

    @Option(
            names = "--worthwhile",
            paramLabel = "SHARE",
            descriptionKey = "cli.package.rules.worthwhileOption")
    private @Nullable Double worthwhile;

    @Option(
            names = "--redeemed",
            paramLabel = "SHARE",
            descriptionKey = "cli.package.rules.redeemedOption")
    private @Nullable Double redeemed;

    @Option(
            names = "--budget",
            paramLabel = "AMOUNT",
            descriptionKey = "cli.package.rules.budgetOption")
    private @Nullable BigDecimal budget;

    @Option(names = "--no-budget", descriptionKey = "cli.package.rules.noBudgetOption")
    private boolean noBudget;

    public PackageRulesCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        CheckRules now = workspace.checks().rules();
        CheckRules rules =
                new CheckRules(
                        now.weights(),
                        Objects.requireNonNullElse(overlap, now.overlap()),
                        Objects.requireNonNullElse(jump, now.jump()),
                        Objects.requireNonNullElse(base, now.base()),
                        Objects.requireNonNullElse(worthwhile, now.worthwhile()),
                        Objects.requireNonNullElse(redeemed, now.redeemed()),
                        noBudget ? Optional.empty() : Optional.ofNullable(budget).or(now::budget));
        for (Map.Entry<String, String> one : weights.entrySet()) {
            rules = rules.with(PackageCheckCommand.kind(one.getKey()), weight(one.getValue()));
        }
        if (!rules.equals(now)) {
            workspace.checks().rule(rules);
        }
        Map<String, Object> tree = json(rules);
        if (output.isJson()) {
            output.json(tree);
        } else {
            tree.forEach((name, value) -> output.line(name + "=" + (value == null ? "" : value)));
        }
        return 0;
    }

    private static CheckWeight weight(String name) {
        return CheckWeight.of(name)
                .orElseThrow(
                        () ->
                                Problem.of(
                                                "problem.check.weight",
                                                name,
                                                Arrays.stream(CheckWeight.values())
                                                        .map(CheckWeight::code)
                                                        .collect(Collectors.joining(", ")))
                                        .asException());
    }

    private static Map<String, Object> json(CheckRules rules) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (CheckKind kind : CheckKind.values()) {
            tree.put(kind.code(), rules.weight(kind).code());
        }
        tree.put("overlapShare", rules.overlap());
        tree.put("jumpShare", rules.jump());
        tree.put("base", rules.base());
        tree.put("worthwhile", rules.worthwhile());
        tree.put("redeemed", rules.redeemed());
        tree.put("budgetAmount", rules.budget().map(BigDecimal::toPlainString).orElse(null));
        return tree;
    }
}
