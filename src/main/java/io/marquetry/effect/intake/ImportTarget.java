package io.marquetry.effect.intake;

import io.marquetry.effect.OutcomeOrigin;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.OutcomeSets;
import io.marquetry.source.ProfileSource;

import java.time.Instant;
import java.util.Optional;

/** Takes an imported table for outcomes instead of for a source of profiles. */
final class ImportTarget extends EmptySources {

    private final OutcomeSets sets;
    private final OutcomePlan plan;
    private final String fileSha256;
    private final Instant now;
    private Optional<OutcomeSet> added = Optional.empty();

    ImportTarget(OutcomeSets sets, OutcomePlan plan, String fileSha256, Instant now) {
        this.sets = sets;
        this.plan = plan;
        this.fileSha256 = fileSha256;
        this.now = now;
    }

    Optional<OutcomeSet> added() {
        return added;
    }

    @Override
    public void add(ProfileSource table) {
        OutcomeSet set =
                new OutcomeSet(
                        plan.name(),
                        plan.title(),
                        new OutcomeOrigin.Imported(table, fileSha256),
                        plan.mapping(),
                        plan.design(),
                        plan.packages(),
                        now);
        sets.add(set);
        added = Optional.of(set);
    }
}
