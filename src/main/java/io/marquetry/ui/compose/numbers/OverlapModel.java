package io.marquetry.ui.compose.numbers;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.SourceName;
import io.marquetry.compare.OtherPackage;
import io.marquetry.compare.OtherPackages;
import io.marquetry.compare.PackageOverlap;
import io.marquetry.index.MembershipIndex;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageKey;
import io.marquetry.ui.common.Background;
import io.marquetry.ui.common.LatestOnly;
import io.marquetry.ui.compose.draft.ComposeModel;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/**
 * How the audience on screen overlaps with the other packages of its source. Use it on the FX
 * thread.
 */
public final class OverlapModel {

    private final ComposeModel compose;
    private final IndexModel indexes;
    private final OtherPackages packages;
    private final LatestOnly loading;
    private final LatestOnly asking;
    private final BooleanProperty open = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<List<OtherPackage>> others =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<PreviewState<PackageOverlap>> state =
            new ReadOnlyObjectWrapper<>(new PreviewState.Idle<>());
    private @Nullable Place loaded;
    private @Nullable Question asked;

    /** Makes a model that follows the package in work. */
    public OverlapModel(
            ComposeModel compose,
            IndexModel indexes,
            OtherPackages packages,
            Background background) {
        this.compose = compose;
        this.indexes = indexes;
        this.packages = packages;
        this.loading = new LatestOnly(background);
        this.asking = new LatestOnly(background);
        compose.draft().subscribe(draft -> follow());
        indexes.state().subscribe(now -> ask());
        open.subscribe(shown -> follow());
    }

    /** Returns whether the user wants to see it; nothing is counted otherwise. */
    public BooleanProperty open() {
        return open;
    }

    /** Returns the other packages of the source. */
    public ReadOnlyObjectProperty<List<OtherPackage>> others() {
        return others.getReadOnlyProperty();
    }

    /** Returns what is known. */
    public ReadOnlyObjectProperty<PreviewState<PackageOverlap>> state() {
        return state.getReadOnlyProperty();
    }

    /** Loads the other packages afresh. */
    public void refresh() {
        loaded = null;
        follow();
    }

    private void follow() {
        Place place =
                compose.current().map(pack -> new Place(pack.key(), pack.source())).orElse(null);
        if (place == null || !open.get()) {
            return;
        }
        if (place.equals(loaded)) {
            ask();
            return;
        }
        if (loaded != null) {
            state.set(new PreviewState.Idle<>());
        }
        loaded = place;
        loading.ask(
                signal -> packages.than(place.key(), place.source()),
                found -> {
                    others.set(found);
                    ask();
                },
                why -> state.set(new PreviewState.Failed<>(Optional.empty(), why)));
    }

    private void ask() {
        Optional<MembershipIndex> index = indexes.ready();
        Optional<AllOf> audience = compose.current().map(AssetPackage::audience);
        if (index.isEmpty() || audience.isEmpty() || loaded == null || !open.get()) {
            asked = null;
            asking.cancel();
            state.set(
                    state.get()
                            .latest()
                            .<PreviewState<PackageOverlap>>map(
                                    last -> new PreviewState.Asking<>(Optional.of(last)))
                            .orElseGet(PreviewState.Idle::new));
            return;
        }
        Question question = new Question(index.get(), audience.get(), others.get());
        if (question.equals(asked)) {
            return;
        }
        asked = question;
        Optional<PackageOverlap> last = state.get().latest();
        state.set(new PreviewState.Asking<>(last));
        asking.ask(
                signal ->
                        PackageOverlap.of(question.index(), question.audience(), question.others()),
                found -> state.set(new PreviewState.Current<>(found)),
                why -> state.set(new PreviewState.Failed<>(last, why)));
    }

    private record Place(PackageKey key, SourceName source) {}

    private record Question(MembershipIndex index, AllOf audience, List<OtherPackage> others) {}
}
