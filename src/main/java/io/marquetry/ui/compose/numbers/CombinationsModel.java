package io.marquetry.ui.compose.numbers;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.compare.OtherPackage;
import io.marquetry.compare.PackageCombinations;
import io.marquetry.compare.PackageOverlap;
import io.marquetry.index.MembershipIndex;
import io.marquetry.ui.common.work.Answer;
import io.marquetry.ui.common.work.Asking;
import io.marquetry.ui.common.work.Background;

import javafx.beans.property.ReadOnlyObjectProperty;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All combinations of an audience with chosen packages. Use it on the FX thread. */
final class CombinationsModel {

    /** More at the beginning would be more than anybody reads at once. */
    private static final int CHOSEN_FIRST = 5;

    private final Instant asOf;
    private final List<OtherPackage> choices;
    private final Set<OtherPackage> chosen = new LinkedHashSet<>();
    private final Asking<List<OtherPackage>, PackageCombinations> asking;

    /** Begins with the packages that share most. */
    CombinationsModel(
            MembershipIndex index, AllOf audience, PackageOverlap overlap, Background background) {
        asOf = index.snapshot().asOf();
        choices = overlap.shared().stream().map(PackageOverlap.Shared::other).toList();
        chosen.addAll(choices.subList(0, Math.min(CHOSEN_FIRST, choices.size())));
        // In the order of the choices, so that rows keep their places.
        asking =
                new Asking<List<OtherPackage>, PackageCombinations>(
                                background,
                                () -> Optional.of(choices.stream().filter(this::isChosen).toList()),
                                others -> signal -> PackageCombinations.of(index, audience, others))
                        .following();
    }

    /** Returns of when the people are. */
    Instant asOf() {
        return asOf;
    }

    List<OtherPackage> choices() {
        return choices;
    }

    boolean isChosen(OtherPackage choice) {
        return chosen.contains(choice);
    }

    /** Returns whether no more can be combined. */
    boolean isFull() {
        return chosen.size() >= PackageCombinations.MAX_OTHERS;
    }

    /** Takes a package in or leaves it out. */
    void choose(OtherPackage choice, boolean in) {
        if (in ? !isFull() && chosen.add(choice) : chosen.remove(choice)) {
            asking.look();
        }
    }

    ReadOnlyObjectProperty<Answer<PackageCombinations>> answer() {
        return asking.answer();
    }
}
