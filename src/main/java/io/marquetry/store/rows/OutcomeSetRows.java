package io.marquetry.store.rows;

import static io.marquetry.store.jooq.Tables.OUTCOME_SET;

import io.marquetry.base.Problem;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.OutcomeSets;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.store.jooq.tables.records.OutcomeSetRecord;
import io.marquetry.store.json.OutcomeSetJson;
import io.marquetry.store.save.Saves;

import java.util.List;
import java.util.Optional;

/** The list of outcomes in the workspace. */
public final class OutcomeSetRows implements OutcomeSets {

    private final Saves saves;

    /** Makes the rows of a workspace. */
    public OutcomeSetRows(Saves saves) {
        this.saves = saves;
    }

    @Override
    public List<OutcomeSet> list() {
        return saves.read(
                sql ->
                        sql.selectFrom(OUTCOME_SET)
                                .orderBy(OUTCOME_SET.NAME)
                                .fetch(row -> set(saves.intact(row))));
    }

    @Override
    public Optional<OutcomeSet> find(OutcomeName name) {
        return saves.read(
                sql ->
                        sql.selectFrom(OUTCOME_SET)
                                .where(OUTCOME_SET.NAME.eq(name.value()))
                                .fetchOptional(row -> set(saves.intact(row))));
    }

    @Override
    public void add(OutcomeSet set) {
        OutcomeSetRecord row = key(set.name());
        row.setDocument(CanonicalJson.write(OutcomeSetJson.write(set)));
        saves.write(
                transaction -> {
                    if (transaction.has(row)) {
                        throw Problem.of("problem.outcomes.nameTaken", set.name().value())
                                .asException();
                    }
                    transaction.insert(row);
                });
    }

    @Override
    public void replace(OutcomeSet set) {
        OutcomeSetRecord row = key(set.name());
        row.setDocument(CanonicalJson.write(OutcomeSetJson.write(set)));
        saves.write(transaction -> transaction.put(row));
    }

    @Override
    public void remove(OutcomeName name) {
        saves.write(transaction -> transaction.remove(key(name)));
    }

    private static OutcomeSetRecord key(OutcomeName name) {
        OutcomeSetRecord row = new OutcomeSetRecord();
        row.setName(name.value());
        return row;
    }

    private static OutcomeSet set(OutcomeSetRecord row) {
        return OutcomeSetJson.read(JsonView.of(StrictJson.read(row.getDocument())));
    }
}
