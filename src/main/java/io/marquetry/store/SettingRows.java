package io.marquetry.store;

import static io.marquetry.store.jooq.Tables.SETTING;

import io.marquetry.base.Settings;
import io.marquetry.store.jooq.tables.records.SettingRecord;

import java.util.Optional;

/** The small things that the workspace remembers. */
final class SettingRows implements Settings {

    private final Database database;

    SettingRows(Database database) {
        this.database = database;
    }

    @Override
    public Optional<String> get(String name) {
        return database.read(
                sql ->
                        sql.selectFrom(SETTING)
                                .where(SETTING.NAME.eq(name))
                                .fetchOptional(row -> database.intact(row).getContent()));
    }

    @Override
    public void put(String name, String content) {
        SettingRecord row = new SettingRecord();
        row.setName(name);
        row.setContent(content);
        database.write(transaction -> transaction.put(row));
    }
}
