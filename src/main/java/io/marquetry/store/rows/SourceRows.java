package io.marquetry.store.rows;

import static io.marquetry.store.jooq.Tables.SOURCE;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceRepository;
import io.marquetry.store.jooq.tables.records.SourceRecord;
import io.marquetry.store.json.SourceJson;
import io.marquetry.store.save.Saves;

import java.util.List;
import java.util.Optional;

/** The list of profile sources in the workspace. */
public final class SourceRows implements SourceRepository {

    private final Saves saves;

    /** Makes the rows of a workspace. */
    public SourceRows(Saves saves) {
        this.saves = saves;
    }

    @Override
    public List<ProfileSource> list() {
        return saves.read(
                sql ->
                        sql.selectFrom(SOURCE)
                                .orderBy(SOURCE.NAME)
                                .fetch(row -> source(saves.intact(row))));
    }

    @Override
    public Optional<ProfileSource> find(SourceName name) {
        return saves.read(
                sql ->
                        sql.selectFrom(SOURCE)
                                .where(SOURCE.NAME.eq(name.value()))
                                .fetchOptional(row -> source(saves.intact(row))));
    }

    @Override
    public void add(ProfileSource source) {
        SourceRecord row = key(source.name());
        row.setDocument(CanonicalJson.write(SourceJson.write(source)));
        saves.write(
                transaction -> {
                    if (transaction.has(row)) {
                        throw Problem.of("problem.source.nameTaken", source.name().value())
                                .asException();
                    }
                    transaction.insert(row);
                });
    }

    @Override
    public void replace(ProfileSource source) {
        SourceRecord row = key(source.name());
        row.setDocument(CanonicalJson.write(SourceJson.write(source)));
        saves.write(transaction -> transaction.put(row));
    }

    @Override
    public void remove(SourceName name) {
        saves.write(transaction -> transaction.remove(key(name)));
    }

    private static SourceRecord key(SourceName name) {
        SourceRecord row = new SourceRecord();
        row.setName(name.value());
        return row;
    }

    private static ProfileSource source(SourceRecord row) {
        return SourceJson.read(JsonView.of(StrictJson.read(row.getDocument())));
    }
}
