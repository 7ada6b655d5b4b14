package io.marquetry.ui.sources;

import io.marquetry.index.LiveProposals;
import io.marquetry.index.LiveUse;
import io.marquetry.sample.SampleRemoval;
import io.marquetry.sample.generated.SampleGenerator;
import io.marquetry.ui.Workbench;

import javafx.application.Platform;

/** What tests of the screen of sources begin with. */
final class SourcesBench {

    private SourcesBench() {}

    /** Makes the model of the screen over the workspace of a bench. */
    static SourcesModel model(Workbench bench) {
        return new SourcesModel(
                bench.workspace().sources(),
                bench.workspace().outcomes(),
                new LiveProposals(
                        bench.workspace().audiences(),
                        bench.workspace().tags()::catalog,
                        new LiveUse(bench.workspace().settings())),
                new SampleGenerator(bench.workspace()),
                bench.background(),
                Platform::runLater);
    }

    /** Makes the screen over the workspace of a bench. */
    static SourcesScreen screen(Workbench bench, SourcesModel model) {
        return new SourcesScreen(
                model,
                new SourceHolders(
                        bench.workspace().packages(),
                        new SampleRemoval(bench.workspace()),
                        bench.background()));
    }
}
