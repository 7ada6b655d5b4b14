package io.marquetry.ui.compose.numbers;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.index.Audiences;
import io.marquetry.index.Freshness;
import io.marquetry.index.LiveSource;
import io.marquetry.index.MembershipIndex;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LatestOnly;
import io.marquetry.ui.compose.draft.ComposeModel;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;

/**
 * The index of the source that the package in work addresses. It follows the source and the tags
 * and no edit, so that composing never stops it being made. Use it on the FX thread.
 */
public final class IndexModel {

    private final ComposeModel compose;
    private final Audiences audiences;
    private final AudienceIndexes indexes;
    private final Predicate<SourceName> live;
    private final LatestOnly building;
    private final LatestOnly refreshing;
    private final LatestOnly looking;
    private final Executor onScreen;
    private final ReadOnlyObjectWrapper<IndexState> state =
            new ReadOnlyObjectWrapper<>(new IndexState.None());
    private final ReadOnlyObjectWrapper<Map<TagKey, Problem>> misfits =
            new ReadOnlyObjectWrapper<>(Map.of());
    private @Nullable Wanted wanted;
    private int round;

    /**
     * Makes a model that follows the package in work.
     *
     * @param live tells whether numbers of a source come from the source itself; blocks
     * @param onScreen brings progress onto the FX thread
     */
    public IndexModel(
            ComposeModel compose,
            Audiences audiences,
            Predicate<SourceName> live,
            Background background,
            Executor onScreen) {
        this.compose = compose;
        this.audiences = audiences;
        this.indexes = audiences.indexes();
        this.live = live;
        this.building = new LatestOnly(background);
        this.refreshing = new LatestOnly(background);
        this.looking = new LatestOnly(background);
        this.onScreen = onScreen;
        state.subscribe(now -> now.misfits().ifPresent(misfits::set));
        compose.tags().subscribe(tags -> follow());
        compose.draft().subscribe(draft -> follow());
    }

    /** Returns what is known. */
    public ReadOnlyObjectProperty<IndexState> state() {
        return state.getReadOnlyProperty();
    }

    /**
     * Returns the index that numbers come from, if there is one. What another source or other tags
     * have overtaken is none, also before this model has heard of them.
     */
    public Optional<MembershipIndex> ready() {
        return state.get().ready().filter(index -> wantedNow().equals(Optional.ofNullable(wanted)));
    }

    /**
     * Returns the tags that cannot work on the source, and why; none before that is known. While
     * another index of the source is made, what was known of it stands.
     */
    public ReadOnlyObjectProperty<Map<TagKey, Problem>> misfits() {
        return misfits.getReadOnlyProperty();
    }

    /** Returns who is asked in place of an index; as {@link #ready()}, never of another source. */
    public Optional<LiveSource> live() {
        return state.get() instanceof IndexState.Live(LiveSource source)
                        && wantedNow().equals(Optional.ofNullable(wanted))
                ? Optional.of(source)
                : Optional.empty();
    }

    /** Makes the index, after a failure or after it was stopped. */
    public void retry() {
        if (state.get() instanceof IndexState.Failed || state.get() instanceof IndexState.Stopped) {
            build();
        }
    }

    /** Stops what is being made; an index that is in use stays. */
    public void stop() {
        switch (state.get()) {
            case IndexState.Building working -> {
                building.cancel();
                state.set(new IndexState.Stopped());
            }
            case IndexState.Ready ready when ready.refreshing().isPresent() -> {
                refreshing.cancel();
                state.set(ready.kept(Optional.empty()));
            }
            case IndexState.Ready ready -> {}
            case IndexState.None none -> {}
            case IndexState.Stopped stopped -> {}
            case IndexState.Live live -> {}
            case IndexState.Failed failed -> {}
        }
    }

    /** Makes another index of the source as it is now; the one in use stays until it is whole. */
    public void refresh() {
        Wanted now = wanted;
        if (now == null
                || !(state.get() instanceof IndexState.Ready ready)
                || ready.refreshing().isPresent()) {
            return;
        }
        looking.cancel();
        state.set(ready.refreshed(0));
        int mine = ++round;
        DoubleConsumer progress =
                new ScreenProgress(
                        onScreen,
                        done -> {
                            // What was stopped may still tell of steps that it had made.
                            if (mine == round) {
                                ifRefreshing(known -> state.set(known.refreshed(done)));
                            }
                        });
        refreshing.ask(
                signal -> indexes.refresh(now.source(), now.tags(), progress, signal),
                found -> state.set(new IndexState.Ready(found)),
                why -> ifReady(known -> state.set(known.kept(Optional.of(why)))));
    }

    /** Looks how the index in use stands against the source. */
    public void look() {
        Wanted now = wanted;
        switch (state.get()) {
            case IndexState.Ready ready when now != null && ready.refreshing().isEmpty() ->
                    looking.ask(
                            signal ->
                                    live.test(now.source())
                                            ? Optional.<Freshness>empty()
                                            : indexes.freshness(ready.index(), now.tags()),
                            // Where none is in use any more, the source was removed and perhaps
                            // made anew, or is asked itself from now on.
                            seen -> seen.ifPresentOrElse(this::seen, this::build),
                            why -> {});
            case IndexState.Live asked when now != null ->
                    looking.ask(
                            signal -> live.test(now.source()),
                            still -> {
                                if (!still) {
                                    build();
                                }
                            },
                            why -> {});
            case IndexState.Ready ready -> {}
            case IndexState.Live asked -> {}
            case IndexState.Building working -> {}
            case IndexState.None none -> {}
            case IndexState.Stopped stopped -> {}
            case IndexState.Failed failed -> {}
        }
    }

    private void seen(Freshness now) {
        ifReady(
                known -> {
                    if (!known.freshness().equals(now)) {
                        state.set(known.seen(now));
                    }
                });
    }

    private void follow() {
        wantedNow()
                .filter(now -> !now.equals(wanted))
                .ifPresent(
                        now -> {
                            if (wanted == null || !wanted.source().equals(now.source())) {
                                misfits.set(Map.of());
                            }
                            wanted = now;
                            build();
                        });
    }

    private Optional<Wanted> wantedNow() {
        return compose.current().map(pack -> new Wanted(pack.source(), compose.tags().get()));
    }

    private void build() {
        Wanted now = wanted;
        if (now == null) {
            return;
        }
        refreshing.cancel();
        looking.cancel();
        state.set(new IndexState.Building(0));
        DoubleConsumer progress =
                new ScreenProgress(
                        onScreen,
                        done -> {
                            if (state.get() instanceof IndexState.Building && now.equals(wanted)) {
                                state.set(new IndexState.Building(done));
                            }
                        });
        building.ask(
                signal ->
                        live.test(now.source())
                                ? new IndexState.Live(
                                        LiveSource.of(audiences, now.source(), now.tags()))
                                : new IndexState.Ready(
                                        indexes.index(now.source(), now.tags(), progress, signal)),
                state::set,
                why -> state.set(new IndexState.Failed(why)));
    }

    private void ifRefreshing(Consumer<IndexState.Ready> then) {
        ifReady(
                ready -> {
                    if (ready.refreshing().isPresent()) {
                        then.accept(ready);
                    }
                });
    }

    private void ifReady(Consumer<IndexState.Ready> then) {
        if (state.get() instanceof IndexState.Ready ready) {
            then.accept(ready);
        }
    }

    /** Tags go by identity: the index knows the same catalogue again at once. */
    private record Wanted(SourceName source, TagCatalog tags) {}
}
