package io.marquetry.life;

import io.marquetry.effect.OutcomeSets;
import io.marquetry.pack.PackageKey;

/** The outcomes of a workspace: those that name a package without a version tell of all. */
public final class OutcomeEvidence implements Evidence {

    private final OutcomeSets sets;

    /** Looks at the outcomes of a workspace. */
    public OutcomeEvidence(OutcomeSets sets) {
        this.sets = sets;
    }

    @Override
    public boolean has(PackageKey key, int version) {
        return sets.list().stream()
                .flatMap(set -> set.packages().values().stream())
                .filter(pack -> pack.key().equals(key))
                .anyMatch(pack -> pack.version().orElse(version) == version);
    }
}
