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
    private final OutcomeMeaning meaning;
    private final String fileSha256;
    private final Instant now;
    private Optional<OutcomeSet> added = Optional.empty();

    ImportTarget(OutcomeSets sets, OutcomeMeaning meaning, String fileSha256, Instant now) {
        this.sets = sets;
        this.meaning = meaning;
        this.fileSha256 = fileSha256;
        this.now = now;
    }

    Optional<OutcomeSet> added() {
        return added;
    }

    @Override
    public void add(ProfileSource table) {
        // Files with types of their own tell them only now; nothing is kept yet.
        MappingCheck.refuse(
                meaning.mapping(),
                OutcomeIntake.importedColumns(table, meaning.mapping()),
                meaning.title());
        OutcomeSet set =
                new OutcomeSet(
                        meaning.name(),
                        meaning.title(),
                        new OutcomeOrigin.Imported(table, fileSha256),
                        meaning.mapping(),
                        meaning.design(),
                        meaning.packages(),
                        now);
        sets.add(set);
        added = Optional.of(set);
    }
}
