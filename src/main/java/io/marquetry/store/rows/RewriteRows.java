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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Writes a rename or a merge within one save, and takes one back: the document tells what each row
 * said before and which revision it has since.
 */
final class RewriteRows {

    /** What the words that keys are made of were before; only where they changed. */
    private static final String WORDS = "words";

    /** What they are since. */
    private static final String SINCE = "since";

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
        for (Kept<PackageDraft> draft : rewrite.drafts()) {
            DraftRecord old = draftRow(draft.value());
            Revision now =
                    transaction.put(
                            PackageRows.row(draft.value(), PackageRows.instant(old.getEditedAt())),
                            draft.revision());
            AuthorRows.record(transaction, draft.value().base().key());
            drafts.add(
                    new JsonMembers()
                            .put("draft", DraftJson.write(PackageRows.draft(old)))
                            .put("seen", draft.revision().number())
                            .put("revision", now.number())
                            .done());
        }
        return new JsonMembers()
                .put("from", rewrite.from().value())
                .put("to", rewrite.to().value())
                .put("merge", new Json.Truth(rewrite.kind() == TagRewrite.Kind.MERGE))
                .put("change", new Json.Truth(rewrite.kind() == TagRewrite.Kind.CHANGE))
                .put("tags", new Json.Items(before))
                .put("drafts", new Json.Items(drafts))
                .done();
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
     * @return by which revisions changes of before know the rows, and which they have now
     */
    List<Moved> takeBack(JsonView document) {
        List<Moved> moved = new ArrayList<>();
        document.find(WORDS).ifPresent(words -> takeWordsBack(words, document.get(SINCE)));
        for (JsonView row : document.get("tags").items()) {
            TagKey key = TagJson.key(row.get("key"));
            Revision since = new Revision(row.get("revision").whole(0, Long.MAX_VALUE));
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
                row.find("seen").ifPresent(s -> moved.add(Moved.of(key.value(), s, now)));
            } else {
                transaction.remove(key(key));
            }
        }
        for (JsonView row : document.get("drafts").items()) {
            PackageDraft draft = DraftJson.read(row.get("draft"));
            Revision since = new Revision(row.get("revision").whole(0, Long.MAX_VALUE));
            Revision now =
                    transaction.put(
                            PackageRows.row(
                                    draft, PackageRows.instant(draftRow(draft).getEditedAt())),
                            since);
            String key = draft.base().key().value();
            row.find("seen").ifPresent(s -> moved.add(Moved.of(key, s, now)));
        }
        return moved;
    }

    /** Lets a change of before know the rows that were set back by their revisions now. */
    static Json rebased(JsonView document, List<Moved> moved) {
        SequencedMap<String, Json> next = new LinkedHashMap<>(document.members());
        next.put("tags", rows(document.get("tags"), "key", moved));
        next.put("drafts", rows(document.get("drafts"), "draft", moved));
        return new Json.Members(next);
    }

    private static Json rows(JsonView list, String name, List<Moved> moved) {
        List<Json> rows = new ArrayList<>();
        for (JsonView row : list.items()) {
            JsonView named = row.get(name);
            String key =
                    name.equals("key") ? named.text() : DraftJson.read(named).base().key().value();
            long since = row.get("revision").whole(0, Long.MAX_VALUE);
            SequencedMap<String, Json> next = new LinkedHashMap<>(row.members());
            moved.stream()
                    .filter(one -> one.key().equals(key) && one.from() == since)
                    .findFirst()
                    .ifPresent(one -> next.put("revision", new Json.Whole(one.to())));
            rows.add(new Json.Members(next));
        }
        return new Json.Items(rows);
    }

    /**
     * A row that was set back.
     *
     * @param from the revision that it had when the change was made that was taken back
     * @param to the revision that it has now, saying the same
     */
    record Moved(String key, long from, long to) {
        private static Moved of(String key, JsonView seen, Revision now) {
            return new Moved(key, seen.whole(0, Long.MAX_VALUE), now.number());
        }
    }

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

    private DraftRecord draftRow(PackageDraft draft) {
        String key = draft.base().key().value();
        return transaction
                .sql()
                .selectFrom(DRAFT)
                .where(DRAFT.PACKAGE_KEY.eq(key))
                .fetchOptional(saves::intact)
                .orElseThrow(() -> Problem.of("problem.save.overtaken", key).asException());
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
