package io.marquetry.store.rows;

import static io.marquetry.store.jooq.Tables.REQUIREMENT;

import io.marquetry.base.Kept;
import io.marquetry.base.Revision;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.requirement.Requirement;
import io.marquetry.requirement.RequirementJson;
import io.marquetry.requirement.RequirementKey;
import io.marquetry.requirement.RequirementRepository;
import io.marquetry.store.jooq.tables.records.RequirementRecord;
import io.marquetry.store.save.Saves;
import io.marquetry.store.save.Transaction;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** The requirements in the workspace. */
public final class RequirementRows implements RequirementRepository {

    private final Saves saves;

    /** Makes the rows of a workspace. */
    public RequirementRows(Saves saves) {
        this.saves = saves;
    }

    @Override
    public List<Kept<Requirement>> all() {
        return saves.read(
                sql ->
                        sql.selectFrom(REQUIREMENT)
                                .orderBy(REQUIREMENT.REQUIREMENT_KEY)
                                .fetch(row -> kept(saves.intact(row))));
    }

    private static Kept<Requirement> kept(RequirementRecord row) {
        return new Kept<>(
                RequirementJson.read(JsonView.of(StrictJson.read(row.getDocument()))),
                Transaction.revisionOf(row));
    }

    @Override
    public Revision save(Requirement requirement, Revision seen) {
        RequirementRecord row = new RequirementRecord();
        row.setRequirementKey(requirement.key().value());
        row.setDocument(CanonicalJson.write(RequirementJson.write(requirement)));
        AtomicReference<Revision> now = new AtomicReference<>(seen);
        saves.write(transaction -> now.set(transaction.put(row, seen)));
        return Objects.requireNonNull(now.get());
    }

    @Override
    public void remove(RequirementKey key) {
        RequirementRecord row = new RequirementRecord();
        row.setRequirementKey(key.value());
        saves.write(transaction -> transaction.remove(row));
    }
}
