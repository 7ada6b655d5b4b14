package io.marquetry.store.rows;

import static io.marquetry.store.jooq.Tables.SETTING;

import io.marquetry.base.Settings;
import io.marquetry.store.jooq.tables.records.SettingRecord;
import io.marquetry.store.save.Saves;

import java.util.Optional;

/** The small things that the workspace remembers. */
public final class SettingRows implements Settings {

    private final Saves saves;

    /** Makes the rows of a workspace. */
    public SettingRows(Saves saves) {
        this.saves = saves;
    }

    @Override
    public Optional<String> get(String name) {
        return saves.read(
                sql ->
                        sql.selectFrom(SETTING)
                                .where(SETTING.NAME.eq(name))
                                .fetchOptional(row -> saves.intact(row).getContent()));
    }

    @Override
    public void put(String name, String content) {
        SettingRecord row = new SettingRecord();
        row.setName(name);
        row.setContent(content);
        saves.write(transaction -> transaction.put(row));
    }
}
