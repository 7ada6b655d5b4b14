package io.marquetry.store.rows;

import static io.marquetry.store.jooq.Tables.DRAFT;
import static io.marquetry.store.jooq.Tables.TAG;

import io.marquetry.base.Kept;
import io.marquetry.base.Problem;
import io.marquetry.base.Revision;
import io.marquetry.govern.CareJson;
import io.marquetry.govern.GovernedTag;
import io.marquetry.govern.TagCares;
import io.marquetry.govern.TagRewrite;
import io.marquetry.handoff.TagJson;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.pack.PackageDraft;
import io.marquetry.store.jooq.tables.records.DraftRecord;
import io.marquetry.store.jooq.tables.records.TagRecord;
import io.marquetry.store.json.DraftJson;
import io.marquetry.store.save.Saves;
import io.marquetry.store.save.Transaction;
import io.marquetry.tag.NamingStandard;
import io.marquetry.tag.TagKey;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Writes a rename or a merge within one save, and takes one back: the document tells what each row
 * said before and which revision it has since.
 */
final class RewriteRows {

    /** What the words that keys are made of were before; only where they changed. */
    private static final String WORDS = "words";

    /** What they are since. */
    private static final String SINCE = "since";

    private static final int AT_ONCE = 500;

    private final Saves saves;
    private final TagTable tags;
    private final Transaction transaction;

    RewriteRows(Saves saves, TagTable tags, Transaction transaction) {
        this.saves = saves;
        this.tags = tags;
        this.transaction = transaction;
    }

    /** Writes all rows; returns what is to be kept to take it back. */
    Json make(TagRewrite rewrite) {
        List<Json> before = new ArrayList<>();
        for (GovernedTag tag : rewrite.changed()) {
            Optional<GovernedTag> old = tags.find(transaction.sql(), tag.key());
            Revision now = tags.put(transaction, tag);
            before.add(tag(tag.key(), old, tag.revision(), now.number()));
        }
        rewrite.removed()
                .ifPresent(
                        gone -> {
                            refuseOvertaken(gone.key(), gone.revision());
                            before.add(tag(gone.key(), Optional.of(gone), gone.revision(), 0));
                            transaction.remove(key(gone.key()));
                        });
        List<Json> drafts = new ArrayList<>();
        inParts(rewrite.drafts(), part -> drafts.addAll(put(part)));
        AuthorRows.record(
                transaction,
                rewrite.drafts().stream().map(draft -> draft.value().base().key()).toList());
        return new JsonMembers()
                .put("from", rewrite.from().value())
                .put("to", rewrite.to().value())
                .put("merge", new Json.Truth(rewrite.kind() == TagRewrite.Kind.MERGE))
                .put("change", new Json.Truth(rewrite.kind() == TagRewrite.Kind.CHANGE))
                .put("tags", new Json.Items(before))
                .put("drafts", new Json.Items(drafts))
                .done();
    }

    /** Writes drafts; returns what each said before. */
    private List<Json> put(List<Kept<PackageDraft>> drafts) {
        List<DraftRecord> before = rows(drafts.stream().map(Kept::value).toList());
        List<DraftRecord> after = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            Instant edited = PackageRows.instant(before.get(i).getEditedAt());
            after.add(PackageRows.row(drafts.get(i).value(), edited));
        }
        List<Revision> seen = drafts.stream().map(Kept::revision).toList();
        List<Revision> now = transaction.putAll(after, seen);
        List<Json> said = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            said.add(
                    new JsonMembers()
                            .put("draft", DraftJson.write(PackageRows.draft(before.get(i))))
                            .put("seen", seen.get(i).number())
                            .put("revision", now.get(i).number())
                            .done());
        }
        return said;
    }

    /** Writes other words that keys are made of; returns what is to be kept to take it back. */
    Json make(NamingStandard naming) {
        NamingStandard before = NamingRows.of(saves).apply(transaction.sql());
        NamingRows.put(transaction, saves, naming);
        return new JsonMembers()
                .put(WORDS, NamingRows.write(before))
                .put(SINCE, NamingRows.write(naming))
                .put("tags", new Json.Items(List.of()))
                .put("drafts", new Json.Items(List.of()))
                .done();
    }

    private void takeWordsBack(JsonView before, JsonView since) {
        NamingStandard now = NamingRows.of(saves).apply(transaction.sql());
        if (!now.equals(NamingRows.read(since))) {
            throw Problem.of("problem.naming.overtaken").asException();
        }
        NamingRows.put(transaction, saves, NamingRows.read(before));
    }

    /**
     * Writes what every row said before.
     *
     * @return how changes of before know the rows, and which revisions these have now
     */
    Map<Saved, Long> takeBack(JsonView document) {
        Map<Saved, Long> moved = new HashMap<>();
        document.find(WORDS).ifPresent(words -> takeWordsBack(words, document.get(SINCE)));
        for (JsonView row : document.get("tags").items()) {
            TagKey key = TagJson.key(row.get("key"));
            Revision since = new Revision(number(row.get("revision")));
            refuseOvertaken(key, since);
            Optional<GovernedTag> before =
                    row.find("tag")
                            .map(
                                    tag ->
                                            new GovernedTag(
                                                    TagJson.read(tag),
                                                    CareJson.read(row.get("care")),
                                                    since));
            if (before.isPresent()) {
                Revision now = tags.put(transaction, before.get());
                row.find("seen")
                        .ifPresent(seen -> moved.put(saved(key.value(), seen), now.number()));
            } else {
                transaction.remove(key(key));
            }
        }
        inParts(document.get("drafts").items(), part -> setBack(part, moved));
        return moved;
    }

    private void setBack(List<JsonView> said, Map<Saved, Long> moved) {
        List<PackageDraft> drafts =
                said.stream().map(row -> DraftJson.read(row.get("draft"))).toList();
        List<DraftRecord> since = rows(drafts);
        List<DraftRecord> before = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            Instant edited = PackageRows.instant(since.get(i).getEditedAt());
            before.add(PackageRows.row(drafts.get(i), edited));
        }
        List<Revision> now =
                transaction.putAll(
                        before,
                        said.stream()
                                .map(row -> new Revision(number(row.get("revision"))))
                                .toList());
        for (int i = 0; i < drafts.size(); i++) {
            String key = drafts.get(i).base().key().value();
            long revision = now.get(i).number();
            said.get(i).find("seen").ifPresent(seen -> moved.put(saved(key, seen), revision));
        }
    }

    private static long number(JsonView revision) {
        return revision.whole(0, Long.MAX_VALUE);
    }

    private static Saved saved(String key, JsonView revision) {
        return new Saved(key, number(revision));
    }

    /** Many at once, for each statement takes its time; not all, for each takes its room. */
    private static <T> void inParts(List<T> all, Consumer<List<T>> work) {
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            work.accept(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
    }

    /** Lets a change of before know the rows that were set back by their revisions now. */
    static Json rebased(JsonView document, Map<Saved, Long> moved) {
        SequencedMap<String, Json> next = new LinkedHashMap<>(document.members());
        next.put("tags", rebased(document.get("tags"), row -> row.get("key"), moved));
        next.put(
                "drafts",
                rebased(
                        document.get("drafts"),
                        row -> row.get("draft").get("base").get("key"),
                        moved));
        return new Json.Members(next);
    }

    private static Json rebased(
            JsonView list, Function<JsonView, JsonView> key, Map<Saved, Long> moved) {
        List<Json> rows = new ArrayList<>();
        for (JsonView row : list.items()) {
            SequencedMap<String, Json> next = new LinkedHashMap<>(row.members());
            @Nullable Long now = moved.get(saved(key.apply(row).text(), row.get("revision")));
            if (now != null) {
                next.put("revision", new Json.Whole(now));
            }
            rows.add(new Json.Members(next));
        }
        return new Json.Items(rows);
    }

    /**
     * A row as it was when the change was made that was taken back.
     *
     * @param revision that it had then
     */
    record Saved(String key, long revision) {}

    /** Tells what a stored rename or merge was. */
    static TagCares.Rewritten made(int number, JsonView document) {
        return new TagCares.Rewritten(
                number,
                kind(document),
                document.find("from").map(TagJson::key),
                document.find("to").map(TagJson::key),
                document.get("tags").items().stream()
                        .filter(row -> row.find("tag").isEmpty())
                        .map(row -> TagJson.key(row.get("key")))
                        .toList(),
                document.get("tags").items().size(),
                document.get("drafts").items().size());
    }

    /** What was made before tags could be changed so was a rename or a merge. */
    private static TagRewrite.Kind kind(JsonView document) {
        if (document.find(WORDS).isPresent()) {
            return TagRewrite.Kind.WORDS;
        }
        if (document.find("change").filter(JsonView::truth).isPresent()) {
            return TagRewrite.Kind.CHANGE;
        }
        return document.get("merge").truth() ? TagRewrite.Kind.MERGE : TagRewrite.Kind.RENAME;
    }

    private static Json tag(TagKey key, Optional<GovernedTag> before, Revision seen, long since) {
        return new JsonMembers()
                .put("key", key.value())
                .put("revision", since)
                .put("seen", seen.number())
                .put("tag", before, tag -> TagJson.write(tag.tag()))
                .put("care", before, tag -> CareJson.write(tag.care()))
                .done();
    }

    /** Returns the rows of drafts as they are, in the same order. */
    private List<DraftRecord> rows(List<PackageDraft> drafts) {
        List<String> keys = drafts.stream().map(draft -> draft.base().key().value()).toList();
        Map<String, DraftRecord> found =
                transaction
                        .sql()
                        .selectFrom(DRAFT)
                        .where(DRAFT.PACKAGE_KEY.in(keys))
                        .fetchMap(DRAFT.PACKAGE_KEY);
        List<DraftRecord> rows = new ArrayList<>();
        for (String key : keys) {
            @Nullable DraftRecord row = found.get(key);
            if (row == null) {
                throw Problem.of("problem.save.overtaken", key).asException();
            }
            rows.add(saves.intact(row));
        }
        return rows;
    }

    private void refuseOvertaken(TagKey key, Revision seen) {
        Revision now =
                transaction
                        .sql()
                        .selectFrom(TAG)
                        .where(TAG.TAG_KEY.eq(key.value()))
                        .fetchOptional(Transaction::revisionOf)
                        .orElse(Revision.NONE);
        if (!now.equals(seen)) {
            throw Problem.of("problem.save.overtaken", key.value()).asException();
        }
    }

    private static TagRecord key(TagKey key) {
        TagRecord row = new TagRecord();
        row.setTagKey(key.value());
        return row;
    }
}
