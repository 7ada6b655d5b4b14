package io.marquetry.ui.compose.numbers;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.compare.OtherPackage;
import io.marquetry.compare.OtherPackages;
import io.marquetry.compare.PackageOverlap;
import io.marquetry.index.MembershipIndex;
import io.marquetry.pack.PackageKey;
import io.marquetry.ui.common.work.Answer;
import io.marquetry.ui.common.work.Asking;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.compose.draft.ComposeModel;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How the audience on screen overlaps with the other packages of its source. Use it on the FX
 * thread.
 */
public final class OverlapModel {

    private final ComposeModel compose;
    private final IndexModel indexes;
    private final OtherPackages packages;
    private final BooleanProperty open = new SimpleBooleanProperty(true);
    private final AtomicReference<@Nullable Loaded> loaded = new AtomicReference<>();
    private final Asking<Question, PackageOverlap> asking;
    private int round;

    /** Makes a model that follows the package in work. */
    public OverlapModel(
            ComposeModel compose,
            IndexModel indexes,
            OtherPackages packages,
            Background background) {
        this.compose = compose;
        this.indexes = indexes;
        this.packages = packages;
        asking =
                new Asking<Question, PackageOverlap>(
                                background, this::question, asked -> signal -> count(asked, signal))
                        .keeping(earlier -> place().filter(earlier.place()::isSame).isPresent())
                        .following(compose.draft(), indexes.state(), open);
    }

    /** Returns whether the user wants to see the overlaps; nothing is counted otherwise. */
    public BooleanProperty open() {
        return open;
    }

    /** Returns what is known. */
    public ReadOnlyObjectProperty<Answer<PackageOverlap>> answer() {
        return asking.answer();
    }

    /** Loads the other packages afresh. */
    public void refresh() {
        round++;
        asking.look();
    }

    private Optional<Place> place() {
        return compose.current()
                .filter(pack -> open.get())
                .map(pack -> new Place(pack.key(), pack.source(), round));
    }

    private Optional<Question> question() {
        return place().flatMap(
                        place ->
                                indexes.ready()
                                        .map(
                                                index ->
                                                        new Question(
                                                                place,
                                                                index,
                                                                compose.current()
                                                                        .orElseThrow()
                                                                        .audience())));
    }

    private PackageOverlap count(Question asked, CancelSignal signal) {
        Loaded known = loaded.get();
        if (known == null || !known.place().equals(asked.place())) {
            Place place = asked.place();
            known = new Loaded(place, packages.than(place.key(), place.source()));
            signal.check();
            loaded.set(known);
        }
        return PackageOverlap.of(asked.index(), asked.audience(), known.others());
    }

    private record Place(PackageKey key, SourceName source, int round) {

        boolean isSame(Place other) {
            return key.equals(other.key) && source.equals(other.source);
        }
    }

    private record Loaded(Place place, List<OtherPackage> others) {}

    private record Question(Place place, MembershipIndex index, AllOf audience) {}
}
