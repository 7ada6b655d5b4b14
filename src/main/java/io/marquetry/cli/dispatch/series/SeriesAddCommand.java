package io.marquetry.cli.dispatch.series;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.dispatch.DispatchId;
import io.marquetry.dispatch.plan.PlanText;
import io.marquetry.dispatch.plan.TermsText;
import io.marquetry.dispatch.series.Recurrence;
import io.marquetry.dispatch.series.When;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.Duration;

/** {@code series add}: does a dispatch again each day, week or month, or when people act. */
@Command(name = "add")
public final class SeriesAddCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "cli.series.name")
    private @Nullable String name;

    @Option(
            names = "--like",
            paramLabel = "ID",
            required = true,
            descriptionKey = "cli.series.like")
    private @Nullable String like;

    @Option(names = "--every", paramLabel = "DAY|WEEK|MONTH", descriptionKey = "cli.series.every")
    private Recurrence.@Nullable Every every;

    @Option(names = "--on", paramLabel = "N", descriptionKey = "cli.series.on")
    private int on = 1;

    @Option(names = "--at", paramLabel = "HH:MM", descriptionKey = "cli.series.at")
    private @Nullable String at;

    @Option(names = "--zone", paramLabel = "ZONE", descriptionKey = "cli.series.zone")
    private @Nullable String zone;

    @Option(names = "--event", paramLabel = "STREAM", descriptionKey = "cli.series.event")
    private @Nullable String event;

    @Option(names = "--only", paramLabel = "FIELD=VALUE", descriptionKey = "cli.series.only")
    private @Nullable String only;

    @Option(names = "--delay", paramLabel = "MINUTES", descriptionKey = "cli.series.delay")
    private int delay;

    @Option(
            names = "--unless-event",
            paramLabel = "STREAM",
            descriptionKey = "cli.series.unlessEvent")
    private @Nullable String unless;

    @Option(
            names = "--unless-only",
            paramLabel = "FIELD=VALUE",
            descriptionKey = "cli.series.unlessOnly")
    private @Nullable String unlessOnly;

    @Option(names = "--lasts", paramLabel = "HOURS", descriptionKey = "cli.series.lasts")
    private int lasts = 24;

    @Option(names = "--latest", paramLabel = "MINUTES", descriptionKey = "cli.series.latest")
    private int latest = 180;

    public SeriesAddCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        if (lasts < 1 || lasts > 720 || latest < 1 || latest > 43_200) {
            throw Problem.of("problem.dispatch.seriesSpan").asException();
        }
        boolean one = event == null ? every != null && at != null : every == null && at == null;
        if (!one) {
            throw Problem.of("problem.dispatch.seriesWhen").asException();
        }
        if (event == null && (unless != null || unlessOnly != null)) {
            throw Problem.of("problem.dispatch.unless").asException();
        }
        When when =
                event != null
                        ? TermsText.trigger(event, only, delay, unless, unlessOnly)
                        : TermsText.recurrence(
                                require(every), on, require(at), PlanText.zone(zone));
        workspace
                .dispatches()
                .series()
                .add(
                        require(name),
                        DispatchId.parse(require(like)),
                        when,
                        Duration.ofHours(lasts),
                        Duration.ofMinutes(latest));
        output.remark(texts().get("cli.series.added", require(name)));
        return 0;
    }
}
