package io.marquetry.cli.library;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.library.AdmissionRules;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** {@code library rules}: shows when packages are admitted, and changes it. */
@Command(name = "rules")
public final class LibraryRulesCommand extends WorkspaceCommand {

    @Option(
            names = "--worthwhile",
            paramLabel = "SHARE",
            descriptionKey = "cli.library.worthwhileOption")
    private @Nullable Double worthwhile;

    @Option(names = "--people", paramLabel = "N", descriptionKey = "cli.library.peopleOption")
    private @Nullable Long people;

    @Option(names = "--runs", paramLabel = "N", descriptionKey = "cli.library.runsOption")
    private @Nullable Integer runs;

    @Option(names = "--sure", paramLabel = "P", descriptionKey = "cli.library.sureOption")
    private @Nullable Double sure;

    @Option(names = "--few-runs", paramLabel = "N", descriptionKey = "cli.library.fewRunsOption")
    private @Nullable Integer fewRuns;

    @Option(
            names = "--fairly-sure",
            paramLabel = "P",
            descriptionKey = "cli.library.fairlySureOption")
    private @Nullable Double fairlySure;

    @Option(names = "--months", paramLabel = "N", descriptionKey = "cli.library.monthsOption")
    private @Nullable Integer months;

    @Option(
            names = "--retire-below",
            paramLabel = "P",
            descriptionKey = "cli.library.retireBelowOption")
    private @Nullable Double retireBelow;

    public LibraryRulesCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        AdmissionRules now = workspace.library().rules();
        AdmissionRules rules =
                new AdmissionRules(
                        Objects.requireNonNullElse(worthwhile, now.worthwhile()),
                        Objects.requireNonNullElse(people, now.people()),
                        Objects.requireNonNullElse(runs, now.runs()),
                        Objects.requireNonNullElse(sure, now.sure()),
                        Objects.requireNonNullElse(fewRuns, now.fewRuns()),
                        Objects.requireNonNullElse(fairlySure, now.fairlySure()),
                        Objects.requireNonNullElse(months, now.months()),
                        Objects.requireNonNullElse(retireBelow, now.retireBelow()));
        if (!rules.equals(now)) {
            workspace.library().rule(rules);
        }
        if (output.isJson()) {
            output.json(json(rules));
        } else {
            json(rules).forEach((name, value) -> output.line(name + "=" + value));
        }
        return 0;
    }

    private static Map<String, Object> json(AdmissionRules rules) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("worthwhile", rules.worthwhile());
        tree.put("people", rules.people());
        tree.put("runs", rules.runs());
        tree.put("sure", rules.sure());
        tree.put("fewRuns", rules.fewRuns());
        tree.put("fairlySure", rules.fairlySure());
        tree.put("months", rules.months());
        tree.put("retireBelow", rules.retireBelow());
        return tree;
    }
}
