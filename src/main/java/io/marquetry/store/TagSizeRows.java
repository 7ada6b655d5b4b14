package io.marquetry.store;

import static io.marquetry.store.jooq.Tables.TAG_SIZE;

import io.marquetry.audience.SourceName;
import io.marquetry.effect.watch.TagSize;
import io.marquetry.effect.watch.TagSizes;
import io.marquetry.store.jooq.tables.records.TagSizeRecord;
import io.marquetry.tag.TagKey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The sizes that tags had. */
final class TagSizeRows implements TagSizes {

    private final Database database;

    TagSizeRows(Database database) {
        this.database = database;
    }

    @Override
    public void record(SourceName source, LocalDate takenOn, Map<TagKey, Long> profiles) {
        database.write(
                transaction ->
                        profiles.forEach(
                                (tag, size) -> {
                                    TagSizeRecord row = new TagSizeRecord();
                                    row.setSource(source.value());
                                    row.setTagKey(tag.value());
                                    row.setTakenOn(takenOn);
                                    row.setProfiles(size);
                                    transaction.put(row);
                                }));
    }

    @Override
    public Map<TagKey, List<TagSize>> of(SourceName source) {
        return database.read(
                sql -> {
                    Map<TagKey, List<TagSize>> sizes = new TreeMap<>();
                    for (TagSizeRecord row :
                            sql.selectFrom(TAG_SIZE)
                                    .where(TAG_SIZE.SOURCE.eq(source.value()))
                                    .orderBy(TAG_SIZE.TAKEN_ON)) {
                        database.intact(row);
                        sizes.computeIfAbsent(new TagKey(row.getTagKey()), k -> new ArrayList<>())
                                .add(new TagSize(row.getTakenOn(), row.getProfiles()));
                    }
                    return sizes;
                });
    }
}
