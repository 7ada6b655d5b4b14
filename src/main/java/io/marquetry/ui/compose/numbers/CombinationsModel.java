package io.marquetry.ui.compose.numbers;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.compare.OtherPackage;
import io.marquetry.compare.PackageCombinations;
import io.marquetry.compare.PackageOverlap;
import io.marquetry.index.MembershipIndex;
import io.marquetry.ui.common.Background;
import io.marquetry.ui.common.LatestOnly;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All combinations of an audience with chosen packages. Use it on the FX thread. */
final class CombinationsModel {

    /** More at the beginning would be more than anybody reads at once. */
    private static final int CHOSEN_FIRST = 5;

    private final MembershipIndex index;
    private final AllOf audience;
    private final List<OtherPackage> choices;
    private final LatestOnly asking;
    private final Set<OtherPackage> chosen = new LinkedHashSet<>();
    private final ReadOnlyObjectWrapper<PreviewState<PackageCombinations>> state =
            new ReadOnlyObjectWrapper<>(new PreviewState.Idle<>());

    /** Begins with the packages that share most. */
    CombinationsModel(
            MembershipIndex index, AllOf audience, PackageOverlap overlap, Background background) {
        this.index = index;
        this.audience = audience;
        this.choices = overlap.shared().stream().map(PackageOverlap.Shared::other).toList();
        this.asking = new LatestOnly(background);
        chosen.addAll(choices.subList(0, Math.min(CHOSEN_FIRST, choices.size())));
        ask();
    }

    List<OtherPackage> choices() {
        return choices;
    }

    boolean isChosen(OtherPackage choice) {
        return chosen.contains(choice);
    }

    /** Returns whether no more can be combined. */
    boolean isFull() {
        return chosen.size() >= PackageCombinations.MOST;
    }

    /** Takes a package in or leaves it out. */
    void choose(OtherPackage choice, boolean in) {
        if (in ? !isFull() && chosen.add(choice) : chosen.remove(choice)) {
            ask();
        }
    }

    ReadOnlyObjectProperty<PreviewState<PackageCombinations>> state() {
        return state.getReadOnlyProperty();
    }

    private void ask() {
        // In the order of the choices, so that rows keep their places.
        List<OtherPackage> asked = choices.stream().filter(chosen::contains).toList();
        Optional<PackageCombinations> last = state.get().latest();
        state.set(new PreviewState.Asking<>(last));
        asking.ask(
                signal -> PackageCombinations.of(index, audience, asked),
                found -> state.set(new PreviewState.Current<>(found)),
                why -> state.set(new PreviewState.Failed<>(last, why)));
    }
}
