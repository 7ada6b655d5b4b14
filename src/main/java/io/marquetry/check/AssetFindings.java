package io.marquetry.check;

import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.govern.Care;
import io.marquetry.govern.GovernedAsset;
import io.marquetry.govern.LifeState;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the assets of a package are meant to be used, and somebody answers for them. */
final class AssetFindings {

    private AssetFindings() {}

    static List<Found> of(Subject of) {
        List<Found> found = new ArrayList<>();
        for (GovernedAsset asset : of.kept()) {
            String key = asset.key().value();
            state(asset, of.today())
                    .ifPresent(what -> found.add(Found.of(CheckKind.ASSETS, key, what)));
            if (asset.care().owner().isEmpty()) {
                found.add(
                        Found.of(
                                CheckKind.OWNERS,
                                key,
                                Problem.of("problem.check.asset.nobodys", asset.asset().name())));
            }
        }
        return found;
    }

    private static Optional<Problem> state(GovernedAsset asset, LocalDate today) {
        Care care = asset.care();
        LocalizedText name = asset.asset().name();
        if (care.state() != LifeState.ACTIVE) {
            return Optional.of(
                    Problem.of(
                            "problem.check.asset." + care.state(),
                            name,
                            care.successor().or(care::reason).orElse("–")));
        }
        if (care.isExpired(today)) {
            return Optional.of(
                    Problem.of(
                            "problem.check.asset.expired", name, care.validUntil().orElseThrow()));
        }
        return care.validFrom()
                .filter(today::isBefore)
                .map(from -> Problem.of("problem.check.asset.early", name, from));
    }
}
