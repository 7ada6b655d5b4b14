package io.marquetry.store.rows;

import static io.marquetry.store.jooq.Tables.TAG_SIZE;

import io.marquetry.audience.SourceName;
import io.marquetry.effect.watch.TagSize;
import io.marquetry.effect.watch.TagSizes;
import io.marquetry.store.jooq.tables.records.TagSizeRecord;
import io.marquetry.store.save.Saves;
import io.marquetry.tag.TagKey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The sizes that tags had. */
public final class TagSizeRows implements TagSizes {

    private final Saves saves;

    /** Makes the rows of a workspace. */
    public TagSizeRows(Saves saves) {
        this.saves = saves;
    }

    @Override
    public void record(SourceName source, LocalDate takenOn, Map<TagKey, Long> profiles) {
        saves.write(
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
        return saves.read(
                sql -> {
                    Map<TagKey, List<TagSize>> sizes = new TreeMap<>();
                    for (TagSizeRecord row :
                            sql.selectFrom(TAG_SIZE)
                                    .where(TAG_SIZE.SOURCE.eq(source.value()))
                                    .orderBy(TAG_SIZE.TAKEN_ON)) {
                        saves.intact(row);
                        sizes.computeIfAbsent(new TagKey(row.getTagKey()), k -> new ArrayList<>())
                                .add(new TagSize(row.getTakenOn(), row.getProfiles()));
                    }
                    return sizes;
                });
    }
}
