package io.marquetry.effect.intake;

import io.marquetry.effect.OutcomeOrigin;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.OutcomeSets;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceRepository;

import java.util.ArrayList;
import java.util.List;

/** The files that a workspace needs: those of its profile sources and those of its outcomes. */
public final class ImportedTables extends EmptySources {

    private final SourceRepository sources;
    private final OutcomeSets sets;

    /** Lists the files of both. */
    public ImportedTables(SourceRepository sources, OutcomeSets sets) {
        this.sources = sources;
        this.sets = sets;
    }

    @Override
    public List<ProfileSource> list() {
        List<ProfileSource> all = new ArrayList<>(sources.list());
        for (OutcomeSet set : sets.list()) {
            if (set.origin() instanceof OutcomeOrigin.Imported imported) {
                all.add(imported.table());
            }
        }
        return all;
    }
}
