package io.marquetry.store.rows;

import static io.marquetry.store.jooq.Tables.OUTCOME_MAPPING;

import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.SavedMapping;
import io.marquetry.effect.SavedMappings;
import io.marquetry.effect.intake.OutcomeMappingJson;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.source.plan.ColumnReadings;
import io.marquetry.store.jooq.tables.records.OutcomeMappingRecord;
import io.marquetry.store.json.ColumnReadingJson;
import io.marquetry.store.save.Saves;

import java.util.Map;
import java.util.TreeMap;

/** The mappings that the workspace keeps. */
public final class OutcomeMappingRows implements SavedMappings {

    private final Saves saves;

    /** Makes the rows of a workspace. */
    public OutcomeMappingRows(Saves saves) {
        this.saves = saves;
    }

    @Override
    public Map<OutcomeName, SavedMapping> all() {
        Map<OutcomeName, SavedMapping> all = new TreeMap<>();
        saves.<Boolean>read(
                sql -> {
                    sql.selectFrom(OUTCOME_MAPPING)
                            .fetch()
                            .forEach(
                                    row ->
                                            all.put(
                                                    new OutcomeName(row.getName()),
                                                    mapping(saves.intact(row))));
                    return true;
                });
        return all;
    }

    @Override
    public void save(OutcomeName name, SavedMapping mapping) {
        OutcomeMappingRecord row = key(name);
        row.setDocument(
                CanonicalJson.write(
                        new JsonMembers()
                                .put("mapping", OutcomeMappingJson.write(mapping.mapping()))
                                .put("design", OutcomeMappingJson.design(mapping.design()))
                                .put("readings", ColumnReadingJson.write(mapping.readings()))
                                .done()));
        saves.write(transaction -> transaction.put(row));
    }

    @Override
    public void remove(OutcomeName name) {
        saves.write(transaction -> transaction.remove(key(name)));
    }

    private static OutcomeMappingRecord key(OutcomeName name) {
        OutcomeMappingRecord row = new OutcomeMappingRecord();
        row.setName(name.value());
        return row;
    }

    private static SavedMapping mapping(OutcomeMappingRecord row) {
        JsonView view = JsonView.of(StrictJson.read(row.getDocument()));
        return new SavedMapping(
                OutcomeMappingJson.read(view.get("mapping")),
                OutcomeMappingJson.design(view.get("design")),
                // Mappings kept before said nothing of readings.
                view.find("readings").map(ColumnReadingJson::read).orElse(ColumnReadings.NONE));
    }
}
