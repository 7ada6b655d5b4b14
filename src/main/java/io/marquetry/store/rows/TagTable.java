package io.marquetry.store.rows;

import static io.marquetry.store.jooq.Tables.TAG;
import static io.marquetry.store.jooq.Tables.TAG_ALIAS;
import static io.marquetry.store.jooq.Tables.TAG_VERSION;

import io.marquetry.base.Revision;
import io.marquetry.govern.Care;
import io.marquetry.govern.CareJson;
import io.marquetry.govern.GovernedTag;
import io.marquetry.govern.TagVersion;
import io.marquetry.handoff.TagJson;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.store.jooq.tables.records.TagRecord;
import io.marquetry.store.jooq.tables.records.TagVersionRecord;
import io.marquetry.store.save.Saves;
import io.marquetry.store.save.Transaction;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of tags, of their versions and of the keys that they had. */
final class TagTable {

    private final Saves saves;
    private final InstantSource clock;

    TagTable(Saves saves, InstantSource clock) {
        this.saves = saves;
        this.clock = clock;
    }

    List<GovernedTag> all(DSLContext sql) {
        return sql.selectFrom(TAG).fetch(row -> governed(saves.intact(row)));
    }

    Optional<GovernedTag> find(DSLContext sql, TagKey key) {
        return sql.selectFrom(TAG)
                .where(TAG.TAG_KEY.eq(key.value()))
                .fetchOptional(row -> governed(saves.intact(row)));
    }

    Map<TagKey, TagKey> aliases(DSLContext sql) {
        Map<TagKey, TagKey> aliases = new HashMap<>();
        sql.selectFrom(TAG_ALIAS)
                .forEach(
                        row -> {
                            saves.intact(row);
                            aliases.put(new TagKey(row.getOldKey()), new TagKey(row.getTagKey()));
                        });
        return aliases;
    }

    /** Saves a tag where it says something new, and adds a version; keeps how it is kept. */
    void put(Transaction transaction, Tag tag) {
        Optional<GovernedTag> before = find(transaction.sql(), tag.key());
        if (before.map(GovernedTag::tag).equals(Optional.of(tag))) {
            return;
        }
        put(
                transaction,
                new GovernedTag(
                        tag,
                        before.map(GovernedTag::care).orElse(Care.NONE),
                        before.map(GovernedTag::revision).orElse(Revision.NONE)),
                before);
    }

    /** Saves a tag as it is to be kept, under the revision that was seen; returns the new one. */
    Revision put(Transaction transaction, GovernedTag tag) {
        return put(transaction, tag, find(transaction.sql(), tag.key()));
    }

    private Revision put(Transaction transaction, GovernedTag tag, Optional<GovernedTag> before) {
        Revision now = transaction.put(row(tag), tag.revision());
        int next = versions(transaction.sql(), tag.key());
        if (next == 0 && before.isPresent()) {
            // From before versions were kept: nobody knows who made it, or when.
            transaction.insert(version(before.get(), ++next, "", Instant.EPOCH));
        }
        transaction.insert(version(tag, ++next, transaction.actor().login(), clock.instant()));
        return now;
    }

    List<TagVersion> versions(TagKey key) {
        return saves.read(
                sql ->
                        sql.selectFrom(TAG_VERSION)
                                .where(TAG_VERSION.TAG_KEY.eq(key.value()))
                                .orderBy(TAG_VERSION.VERSION)
                                .fetch(row -> version(saves.intact(row))));
    }

    private static int versions(DSLContext sql, TagKey key) {
        return sql.select(DSL.coalesce(DSL.max(TAG_VERSION.VERSION), 0))
                .from(TAG_VERSION)
                .where(TAG_VERSION.TAG_KEY.eq(key.value()))
                .fetchSingle()
                .value1();
    }

    static TagRecord row(GovernedTag tag) {
        TagRecord row = new TagRecord();
        row.setTagKey(tag.key().value());
        row.setCategory(tag.tag().category().name());
        row.setDocument(CanonicalJson.write(TagJson.write(tag.tag())));
        CareColumns.put(row, tag.care());
        return row;
    }

    private static GovernedTag governed(TagRecord row) {
        return new GovernedTag(
                TagJson.read(JsonView.of(StrictJson.read(row.getDocument()))),
                CareColumns.of(row),
                Transaction.revisionOf(row));
    }

    private static TagVersionRecord version(
            GovernedTag tag, int number, String madeBy, Instant madeAt) {
        TagVersionRecord row = new TagVersionRecord();
        row.setTagKey(tag.key().value());
        row.setVersion(number);
        row.setDocument(
                CanonicalJson.write(
                        new JsonMembers()
                                .put("tag", TagJson.write(tag.tag()))
                                .put("care", CareJson.write(tag.care()))
                                .done()));
        row.setMadeBy(madeBy);
        row.setMadeAt(PackageRows.time(madeAt));
        return row;
    }

    private static TagVersion version(TagVersionRecord row) {
        JsonView document = JsonView.of(StrictJson.read(row.getDocument()));
        boolean known = !row.getMadeBy().isEmpty();
        return new TagVersion(
                row.getVersion(),
                TagJson.read(document.get("tag")),
                CareJson.read(document.get("care")),
                Optional.of(row.getMadeBy()).filter(who -> known),
                Optional.of(PackageRows.instant(row.getMadeAt())).filter(when -> known));
    }
}
