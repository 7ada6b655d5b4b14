package io.marquetry.ui.compose.draft;

import io.marquetry.base.Revision;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.Packages;
import io.marquetry.ui.common.work.Background;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Stores every draft it is given, one at a time and the latest always last; drafts that a later one
 * overtakes while it waits are skipped.
 */
final class DraftSaver {

    private final Packages packages;
    private final Background background;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<SaveState> state =
            new ReadOnlyObjectWrapper<>(new SaveState.Unchanged());
    private final List<Runnable> waiting = new ArrayList<>();
    private Revision seen = Revision.NONE;
    private @Nullable PackageDraft running;
    private @Nullable PackageDraft next;
    private @Nullable PackageDraft unsaved;

    DraftSaver(Packages packages, Background background, InstantSource clock) {
        this.packages = packages;
        this.background = background;
        this.clock = clock;
    }

    ReadOnlyObjectProperty<SaveState> state() {
        return state.getReadOnlyProperty();
    }

    /** Returns the revision that the next save states. */
    Revision seen() {
        return seen;
    }

    /** Says that what is on screen is what is stored under a revision. */
    void forget(Revision stored) {
        unsaved = null;
        seen = stored;
        if (running == null) {
            state.set(new SaveState.Unchanged());
        }
    }

    void save(PackageDraft draft) {
        state.set(new SaveState.Saving());
        if (running != null) {
            next = draft;
            return;
        }
        start(draft);
    }

    /** Tries again what could not be stored. */
    void retry() {
        PackageDraft again = unsaved;
        if (again != null) {
            save(again);
        }
    }

    /** Runs the action once nothing is on its way any more: at once, or after the last store. */
    void whenIdle(Runnable action) {
        if (running == null) {
            action.run();
        } else {
            waiting.add(action);
        }
    }

    private void start(PackageDraft draft) {
        running = draft;
        Revision before = seen;
        background.run(
                signal -> packages.save(draft, before),
                now -> {
                    seen = now;
                    unsaved = null;
                    goOn(new SaveState.Saved(clock.instant()));
                },
                problem -> {
                    unsaved = draft;
                    goOn(new SaveState.Failed(problem));
                });
    }

    private void goOn(SaveState reached) {
        running = null;
        PackageDraft waitingDraft = next;
        next = null;
        if (waitingDraft != null) {
            start(waitingDraft);
            return;
        }
        state.set(reached);
        List<Runnable> actions = List.copyOf(waiting);
        waiting.clear();
        actions.forEach(Runnable::run);
    }
}
