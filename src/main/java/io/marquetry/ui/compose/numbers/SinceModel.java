package io.marquetry.ui.compose.numbers;

import io.marquetry.base.CancelSignal;
import io.marquetry.compare.VersionChanges;
import io.marquetry.compare.VersionComparison;
import io.marquetry.index.MembershipIndex;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.Packages;
import io.marquetry.tag.TagCatalog;
import io.marquetry.ui.common.work.Answer;
import io.marquetry.ui.common.work.Asking;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.compose.draft.ComposeModel;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;

import java.util.Optional;

/** Who came and who went since the last finished version. Use it on the FX thread. */
public final class SinceModel {

    private final ComposeModel compose;
    private final IndexModel indexes;
    private final Packages packages;
    private final VersionComparison comparison;
    private final BooleanProperty open = new SimpleBooleanProperty(true);
    private final Asking<Question, Optional<VersionChanges>> asking;

    /** Makes a model that follows the package in work. */
    public SinceModel(
            ComposeModel compose,
            IndexModel indexes,
            Packages packages,
            VersionComparison comparison,
            Background background) {
        this.compose = compose;
        this.indexes = indexes;
        this.packages = packages;
        this.comparison = comparison;
        asking =
                new Asking<Question, Optional<VersionChanges>>(
                                background,
                                this::question,
                                asked -> signal -> compare(asked, signal))
                        .keeping(this::isSamePackage)
                        .following(compose.versions(), compose.draft(), indexes.state(), open);
    }

    /** Returns whether the user wants to see the changes; nothing is counted otherwise. */
    public BooleanProperty open() {
        return open;
    }

    /** Returns what is known; an empty answer where no version is finished. */
    public ReadOnlyObjectProperty<Answer<Optional<VersionChanges>>> answer() {
        return asking.answer();
    }

    private Optional<Question> question() {
        Optional<MembershipIndex> index = indexes.ready();
        Optional<PackageDraft> draft = compose.draft().get();
        return index.isEmpty() || draft.isEmpty() || !open.get()
                ? Optional.empty()
                : Optional.of(
                        new Question(
                                index.get(),
                                draft.get(),
                                compose.tags().get(),
                                compose.versions().get()));
    }

    private boolean isSamePackage(Question earlier) {
        return open.get()
                && compose.current()
                        .filter(pack -> pack.key().equals(earlier.draft().base().key()))
                        .isPresent();
    }

    private Optional<VersionChanges> compare(Question asked, CancelSignal signal) {
        return packages.latest(asked.draft().base().key())
                .map(
                        last ->
                                comparison.since(
                                        last, asked.draft(), asked.tags(), asked.index(), signal));
    }

    private record Question(
            MembershipIndex index, PackageDraft draft, TagCatalog tags, int versions) {}
}
