package io.marquetry.ui.compose.numbers;

import io.marquetry.compare.VersionChanges;
import io.marquetry.compare.VersionComparison;
import io.marquetry.index.MembershipIndex;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageRepository;
import io.marquetry.pack.PackageVersion;
import io.marquetry.tag.TagCatalog;
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

/** Who came and who went since the last finished version. Use it on the FX thread. */
public final class SinceModel {

    private final ComposeModel compose;
    private final IndexModel indexes;
    private final PackageRepository packages;
    private final VersionComparison comparison;
    private final LatestOnly asking;
    private final BooleanProperty open = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<PreviewState<Optional<VersionChanges>>> state =
            new ReadOnlyObjectWrapper<>(new PreviewState.Idle<>());
    private @Nullable Question asked;

    /** Makes a model that follows the package in work. */
    public SinceModel(
            ComposeModel compose,
            IndexModel indexes,
            PackageRepository packages,
            VersionComparison comparison,
            Background background) {
        this.compose = compose;
        this.indexes = indexes;
        this.packages = packages;
        this.comparison = comparison;
        this.asking = new LatestOnly(background);
        compose.versions().subscribe(versions -> follow());
        compose.draft().subscribe(draft -> follow());
        indexes.state().subscribe(now -> follow());
        open.subscribe(shown -> follow());
    }

    /** Returns whether the user wants to see it; nothing is counted otherwise. */
    public BooleanProperty open() {
        return open;
    }

    /** Returns what is known; an empty answer where no version is finished. */
    public ReadOnlyObjectProperty<PreviewState<Optional<VersionChanges>>> state() {
        return state.getReadOnlyProperty();
    }

    private void follow() {
        Optional<MembershipIndex> index = indexes.ready();
        Optional<PackageDraft> draft = compose.draft().get();
        if (index.isEmpty() || draft.isEmpty() || !open.get()) {
            asked = null;
            asking.cancel();
            state.set(new PreviewState.Idle<>());
            return;
        }
        Question question =
                new Question(
                        index.get(), draft.get(), compose.tags().get(), compose.versions().get());
        if (question.equals(asked)) {
            return;
        }
        Optional<Optional<VersionChanges>> last =
                Optional.ofNullable(asked)
                        .filter(q -> q.draft().base().key().equals(draft.get().base().key()))
                        .flatMap(q -> state.get().latest());
        asked = question;
        state.set(new PreviewState.Asking<>(last));
        asking.ask(
                signal -> {
                    List<PackageVersion> versions =
                            packages.versions(question.draft().base().key());
                    return versions.isEmpty()
                            ? Optional.<VersionChanges>empty()
                            : Optional.of(
                                    comparison.since(
                                            versions.getLast(),
                                            question.draft(),
                                            question.tags(),
                                            question.index(),
                                            signal));
                },
                found -> state.set(new PreviewState.Current<>(found)),
                why -> state.set(new PreviewState.Failed<>(Optional.empty(), why)));
    }

    private record Question(
            MembershipIndex index, PackageDraft draft, TagCatalog tags, int versions) {}
}
