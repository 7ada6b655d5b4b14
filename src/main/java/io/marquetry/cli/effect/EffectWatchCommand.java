package io.marquetry.cli.effect;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.figures.DimensionText;
import io.marquetry.effect.figures.Division;
import io.marquetry.effect.figures.EffectRequest;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.report.ReportPart;
import io.marquetry.effect.report.TrendTable;
import io.marquetry.effect.stats.Level;
import io.marquetry.effect.sums.Dimension;
import io.marquetry.effect.sums.Grouping;
import io.marquetry.effect.watch.Trend;
import io.marquetry.effect.watch.Trends;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code effect watch}: whether rates stay what they were. */
@Command(name = "watch")
public final class EffectWatchCommand extends WorkspaceCommand {

    @Option(names = "--outcomes", paramLabel = "NAME", descriptionKey = "cli.effect.outcomes")
    private @Nullable String outcomes;

    @Option(names = "--by", paramLabel = "WHAT", descriptionKey = "cli.effect.watchBy")
    private @Nullable String by;

    @Option(names = "--step", paramLabel = "SPAN", descriptionKey = "cli.effect.step")
    private Dimension.TimeStep step = Dimension.TimeStep.WEEK;

    @Option(names = "--measure", paramLabel = "RATE", descriptionKey = "cli.effect.rate")
    private WatchedRate rate = WatchedRate.CONVERSION;

    public EffectWatchCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    /** A rate that can be watched. */
    enum WatchedRate {
        REACH(Measure.REACH),
        HIT(Measure.HIT),
        CONVERSION(Measure.CONVERSION);

        private final Measure measure;

        WatchedRate(Measure measure) {
            this.measure = measure;
        }
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        List<OutcomeSet> sets =
                outcomes == null
                        ? workspace.outcomes().sets().list()
                        : List.of(workspace.effects().set(OutcomeName.parse(outcomes)));
        TrendTable table = new TrendTable(texts());
        List<Object> told = new ArrayList<>();
        for (OutcomeSet set : sets) {
            List<Trend> trends = trends(workspace, set);
            if (output.isJson()) {
                Map<String, Object> tree = new LinkedHashMap<>();
                tree.put("outcomes", set.name().value());
                tree.put("trends", trends.stream().map(TrendJson::of).toList());
                told.add(tree);
            } else {
                TextReport.lines(
                                List.of(
                                        new ReportPart.Heading(1, texts().known(set.title())),
                                        table.of(trends)))
                        .forEach(output::line);
            }
        }
        if (output.isJson()) {
            output.json(told);
        }
        return 0;
    }

    private List<Trend> trends(Workspace workspace, OutcomeSet set) {
        List<Dimension> dimensions = new ArrayList<>();
        if (by != null) {
            dimensions.addAll(DimensionText.parse(by, set.mapping()).dimensions());
        }
        dimensions.add(new Dimension.Time(step));
        Division division =
                workspace
                        .effects()
                        .answer(
                                set,
                                EffectRequest.plain().by(List.of(new Grouping(dimensions))),
                                new CancelSignal())
                        .divisions()
                        .getFirst();
        return new Trends(Level.OF_95).of(division, rate.measure);
    }
}
