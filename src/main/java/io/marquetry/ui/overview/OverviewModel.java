package io.marquetry.ui.overview;

import io.marquetry.base.Problem;
import io.marquetry.overview.Overview;
import io.marquetry.overview.Overviews;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LatestOnly;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.Optional;
import java.util.function.Consumer;

/** What a manager sees at once; needs no stage. */
public final class OverviewModel {

    private final Overviews overviews;
    private final LatestOnly looking;
    private final LatestOnly judging;
    private final ReadOnlyObjectWrapper<Optional<Overview>> seen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Overview.Judged>> judged =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Makes a model; {@link #load} fills it. */
    public OverviewModel(Overviews overviews, Background background) {
        this.overviews = overviews;
        this.looking = new LatestOnly(background);
        this.judging = new LatestOnly(background);
    }

    /** Looks afresh: first at what is quick, then at what takes longer. */
    void load(Consumer<Problem> failed) {
        looking.ask(
                overviews::look,
                now -> {
                    seen.set(Optional.of(now));
                    judging.ask(overviews::judge, found -> judged.set(Optional.of(found)), failed);
                },
                failed);
    }

    /** Returns how everything stands; empty until it was looked at. */
    ReadOnlyObjectProperty<Optional<Overview>> seen() {
        return seen.getReadOnlyProperty();
    }

    /** Returns what takes longer to find out; empty until then. */
    ReadOnlyObjectProperty<Optional<Overview.Judged>> judged() {
        return judged.getReadOnlyProperty();
    }
}
