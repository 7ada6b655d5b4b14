package io.marquetry.ui.compose.numbers;

import io.marquetry.compare.OtherPackages;
import io.marquetry.compare.VersionComparison;
import io.marquetry.ui.common.Background;
import io.marquetry.ui.compose.draft.ComposeModel;
import io.marquetry.workspace.OpenWorkspace;

import java.time.InstantSource;
import java.util.concurrent.Executor;

/** The models of all that is counted while composing. */
public record Numbers(
        KnownSources sources,
        IndexModel index,
        CurrentAudience audience,
        BreakdownModel breakdown,
        VerifyModel verify,
        OverlapModel overlap,
        SinceModel since,
        ExplainModel explain) {

    /**
     * Makes models that follow the package in work.
     *
     * @param onScreen brings progress onto the FX thread
     */
    public static Numbers of(
            ComposeModel compose,
            OpenWorkspace workspace,
            Background background,
            InstantSource clock,
            Executor onScreen) {
        KnownSources sources = new KnownSources(workspace.sources(), background);
        IndexModel index = new IndexModel(compose, workspace.indexes(), background, onScreen);
        CurrentAudience audience =
                new CurrentAudience(compose, index, workspace.audiences(), background);
        BreakdownModel breakdown =
                new BreakdownModel(compose, sources, workspace.audiences(), background);
        VerifyModel verify =
                new VerifyModel(compose, audience, workspace.audiences(), background, clock);
        OverlapModel overlap =
                new OverlapModel(
                        compose, index, new OtherPackages(workspace.packages()), background);
        SinceModel since =
                new SinceModel(
                        compose,
                        index,
                        workspace.packages(),
                        new VersionComparison(workspace.indexes()),
                        background);
        ExplainModel explain = new ExplainModel(compose, index, workspace.indexes(), background);
        return new Numbers(sources, index, audience, breakdown, verify, overlap, since, explain);
    }

    /** Asks again what had no answer. */
    public void retry() {
        audience.retry();
        breakdown.retry();
    }

    /** Loads afresh what others may have changed meanwhile. */
    public void refresh() {
        sources.refresh();
        overlap.refresh();
        index.look();
    }
}
