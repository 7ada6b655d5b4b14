package io.marquetry.ui.compose.numbers;

import io.marquetry.compare.OtherPackages;
import io.marquetry.compare.VersionComparison;
import io.marquetry.index.Audiences;
import io.marquetry.index.LiveUse;
import io.marquetry.index.question.WhatIfs;
import io.marquetry.pack.Packages;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.Sources;
import io.marquetry.ui.common.work.Answer;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.compose.draft.ComposeModel;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
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
     * @param uses remember which sources are asked themselves
     * @param onScreen brings progress onto the FX thread
     */
    public static Numbers of(
            ComposeModel compose,
            Packages packages,
            Sources sources,
            Audiences audiences,
            LiveUse uses,
            Background background,
            InstantSource clock,
            Executor onScreen) {
        KnownSources known = new KnownSources(sources, background);
        IndexModel index =
                new IndexModel(
                        compose,
                        audiences,
                        name -> sources.find(name).filter(one -> isLive(one, uses)).isPresent(),
                        background,
                        onScreen);
        compose.refuse(new SourceMisfits(compose, index, known));
        CurrentAudience audience =
                new CurrentAudience(compose, index, audiences.readers(), background);
        BreakdownModel breakdown =
                new BreakdownModel(compose, known, audiences.readers(), background);
        VerifyModel verify =
                new VerifyModel(compose, audience, audiences.readers(), background, clock);
        OverlapModel overlap =
                new OverlapModel(compose, index, new OtherPackages(packages), background);
        SinceModel since =
                new SinceModel(
                        compose,
                        index,
                        packages,
                        new VersionComparison(audiences.indexes()),
                        background);
        ExplainModel explain = new ExplainModel(compose, index, audiences.indexes(), background);
        return new Numbers(known, index, audience, breakdown, verify, overlap, since, explain);
    }

    private static boolean isLive(ProfileSource source, LiveUse uses) {
        return uses.isLive(
                source.name(), source.place() instanceof SourcePlace.Remote, source.profiles());
    }

    /**
     * Returns of when the numbers of tags and rows are, where the source does not answer and they
     * are only the last ones; empty where they stand.
     */
    public Optional<Instant> lastKnown() {
        Answer<WhatIfs> known = audience.whatIfs().get();
        return index.state().get().isGone() || known instanceof Answer.Failed
                ? known.latest().map(found -> found.snapshot().asOf())
                : Optional.empty();
    }

    /** Asks again what had no answer, and looks whether the source is there again. */
    public void retry() {
        index.look();
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
