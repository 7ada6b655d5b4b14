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
        IndexModel index,
        WhatIfModel whatIfs,
        PreviewModel preview,
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
        IndexModel index = new IndexModel(compose, workspace.indexes(), background, onScreen);
        WhatIfModel whatIfs = new WhatIfModel(compose, index, background);
        PreviewModel preview =
                new PreviewModel(
                        compose,
                        index,
                        whatIfs,
                        workspace.audiences(),
                        workspace.sources(),
                        background);
        VerifyModel verify =
                new VerifyModel(compose, preview, workspace.audiences(), background, clock);
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
        return new Numbers(index, whatIfs, preview, verify, overlap, since, explain);
    }

    /** Loads afresh what others may have changed meanwhile. */
    public void refresh() {
        preview.refresh();
        overlap.refresh();
        index.look();
    }
}
