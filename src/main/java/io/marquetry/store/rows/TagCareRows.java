package io.marquetry.store.rows;

import static io.marquetry.store.jooq.Tables.TAG_REWRITE;

import io.marquetry.base.Problem;
import io.marquetry.govern.GovernedTag;
import io.marquetry.govern.GovernedTags;
import io.marquetry.govern.TagCares;
import io.marquetry.govern.TagRewrite;
import io.marquetry.govern.TagVersion;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.Json;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.store.jooq.tables.records.TagAliasRecord;
import io.marquetry.store.jooq.tables.records.TagRewriteRecord;
import io.marquetry.store.save.Saves;
import io.marquetry.store.save.Transaction;
import io.marquetry.tag.NamingStandard;
import io.marquetry.tag.TagKey;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How the tags of the workspace are kept, and their renames and merges. */
public final class TagCareRows implements TagCares {

    /** How many changes can be taken back one after the other. */
    private static final int MOST_IN_TURN = 20;

    private final Saves saves;
    private final InstantSource clock;
    private final TagTable tags;

    /** Makes the rows of a workspace. */
    public TagCareRows(Saves saves, InstantSource clock) {
        this.saves = saves;
        this.clock = clock;
        this.tags = new TagTable(saves, clock);
    }

    @Override
    public GovernedTags tags() {
        return saves.read(
                sql -> {
                    TreeMap<TagKey, GovernedTag> byKey = new TreeMap<>();
                    tags.all(sql).forEach(tag -> byKey.put(tag.key(), tag));
                    return new GovernedTags(byKey, tags.aliases(sql));
                });
    }

    @Override
    public NamingStandard naming() {
        return saves.read(NamingRows.of(saves));
    }

    @Override
    public void save(NamingStandard naming) {
        saves.write(
                transaction ->
                        keep(transaction, new RewriteRows(saves, tags, transaction).make(naming)));
    }

    @Override
    public void save(Collection<GovernedTag> changed) {
        saves.write(transaction -> changed.forEach(tag -> tags.put(transaction, tag)));
    }

    @Override
    public List<TagVersion> versions(TagKey key) {
        return tags.versions(key);
    }

    @Override
    public int rewrite(TagRewrite rewrite) {
        AtomicInteger number = new AtomicInteger();
        saves.write(
                transaction -> {
                    RewriteRows rows = new RewriteRows(saves, tags, transaction);
                    number.set(keep(transaction, rows.make(rewrite)));
                    if (rewrite.kind() == TagRewrite.Kind.RENAME) {
                        lead(transaction, rewrite.from(), rewrite.to());
                    }
                });
        return number.get();
    }

    /** Keeps what is needed to take a change back; returns its number. */
    private int keep(Transaction transaction, Json document) {
        TagRewriteRecord record = new TagRewriteRecord();
        record.setId(next(transaction.sql()));
        record.setDocument(CanonicalJson.write(document));
        record.setMadeBy(transaction.actor().login());
        record.setMadeAt(PackageRows.time(clock.instant()));
        transaction.insert(record);
        return record.getId();
    }

    /** The old key and all that led to it lead to the new one. */
    private void lead(Transaction transaction, TagKey from, TagKey to) {
        Map<TagKey, TagKey> aliases = tags.aliases(transaction.sql());
        aliases.forEach(
                (old, now) -> {
                    if (now.equals(from)) {
                        transaction.put(alias(transaction, old, to));
                    }
                });
        // Renamed back: the key is one in use again.
        transaction.remove(alias(transaction, to, to));
        transaction.put(alias(transaction, from, to));
    }

    private TagAliasRecord alias(Transaction transaction, TagKey old, TagKey now) {
        TagAliasRecord row = new TagAliasRecord();
        row.setOldKey(old.value());
        row.setTagKey(now.value());
        row.setMadeBy(transaction.actor().login());
        row.setMadeAt(PackageRows.time(clock.instant()));
        return row;
    }

    @Override
    public Optional<Rewritten> lastRewrite() {
        return saves.read(
                sql ->
                        sql.selectFrom(TAG_REWRITE)
                                .orderBy(TAG_REWRITE.ID.desc())
                                .limit(1)
                                .fetchOptional(
                                        row ->
                                                RewriteRows.made(
                                                        row.getId(), document(saves.intact(row)))));
    }

    @Override
    public void undo(int rewrite) {
        saves.write(
                transaction -> {
                    TagRewriteRecord row =
                            transaction
                                    .sql()
                                    .selectFrom(TAG_REWRITE)
                                    .where(TAG_REWRITE.ID.eq(rewrite))
                                    .fetchOptional()
                                    .orElseThrow(
                                            () ->
                                                    Problem.of("problem.rewrite.gone", rewrite)
                                                            .asException());
                    JsonView document = document(saves.intact(row));
                    Map<RewriteRows.Saved, Long> moved =
                            new RewriteRows(saves, tags, transaction).takeBack(document);
                    Rewritten made = RewriteRows.made(rewrite, document);
                    if (made.kind() == TagRewrite.Kind.RENAME) {
                        leadBack(transaction, made);
                    }
                    transaction.remove(row);
                    rebase(transaction, moved);
                });
    }

    /** Changes of before can be taken back in their turn. */
    private void rebase(Transaction transaction, Map<RewriteRows.Saved, Long> moved) {
        for (TagRewriteRecord earlier :
                transaction
                        .sql()
                        .selectFrom(TAG_REWRITE)
                        .orderBy(TAG_REWRITE.ID.desc())
                        .limit(MOST_IN_TURN)
                        .fetch()) {
            String said = saves.intact(earlier).getDocument();
            String says = CanonicalJson.write(RewriteRows.rebased(document(earlier), moved));
            if (!says.equals(said)) {
                earlier.setDocument(says);
                transaction.put(earlier);
            }
        }
    }

    private void leadBack(Transaction transaction, Rewritten made) {
        TagKey from = made.from().orElseThrow();
        TagKey to = made.to().orElseThrow();
        transaction.remove(alias(transaction, from, to));
        tags.aliases(transaction.sql())
                .forEach(
                        (old, now) -> {
                            if (now.equals(to)) {
                                transaction.put(alias(transaction, old, from));
                            }
                        });
    }

    private static JsonView document(TagRewriteRecord row) {
        return JsonView.of(StrictJson.read(row.getDocument()));
    }

    private static int next(DSLContext sql) {
        return sql.select(DSL.coalesce(DSL.max(TAG_REWRITE.ID), 0).plus(1))
                .from(TAG_REWRITE)
                .fetchSingle()
                .value1();
    }
}
