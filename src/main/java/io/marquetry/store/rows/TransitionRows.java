package io.marquetry.store.rows;

import static io.marquetry.store.jooq.Tables.TRANSITION;

import io.marquetry.govern.LifeState;
import io.marquetry.govern.Role;
import io.marquetry.govern.Transition;
import io.marquetry.govern.Transitions;
import io.marquetry.life.PackageState;
import io.marquetry.store.jooq.tables.records.TransitionRecord;
import io.marquetry.store.save.Saves;

/** The steps that the migrations allow. */
public final class TransitionRows {

    private final Saves saves;

    /** Reads the table of a workspace. */
    public TransitionRows(Saves saves) {
        this.saves = saves;
    }

    /** Returns the steps in the lives of tags and assets. */
    public Transitions<LifeState> tags() {
        return of("TAG", LifeState.class);
    }

    /** Returns the steps in the lives of packages. */
    public Transitions<PackageState> packages() {
        return of("PACKAGE", PackageState.class);
    }

    private <S extends Enum<S>> Transitions<S> of(String kind, Class<S> states) {
        return new Transitions<>(
                saves.read(
                        sql ->
                                sql.selectFrom(TRANSITION)
                                        .where(TRANSITION.KIND.eq(kind))
                                        .orderBy(TRANSITION.fields())
                                        .fetch(row -> step(saves.intact(row), states))));
    }

    private static <S extends Enum<S>> Transition<S> step(TransitionRecord row, Class<S> states) {
        return new Transition<>(
                Enum.valueOf(states, row.getFromState()),
                Enum.valueOf(states, row.getToState()),
                Role.valueOf(row.getRole()),
                row.getOtherPerson(),
                row.getNeedsReason(),
                row.getNeedsNoUse());
    }
}
