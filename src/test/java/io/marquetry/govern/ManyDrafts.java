package io.marquetry.govern;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.base.Kept;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Sha256;
import io.marquetry.handoff.incoming.Batch;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.NodePath;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageEdit;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageRepository;
import io.marquetry.pack.PackageVersion;
import io.marquetry.store.Examples;
import io.marquetry.store.Store;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/** A workspace with many random drafts that have a history, and who changes their tags for ever. */
final class ManyDrafts {

    static final TagKey OLD = new TagKey("user_number_n1");
    static final TagKey NEW = new TagKey("user_number_renamed");
    static final TagKey OTHER = new TagKey("user_number_n2");

    /** Its rule names the old key. */
    static final TagKey NEEDS = new TagKey("user_number_needs");

    private static final PrintStream OUT = System.out;
    private static final int TAGS = 8;

    private ManyDrafts() {}

    /** What is done to all drafts at once. */
    enum Deed {
        RENAME,
        UNDO_RENAME,
        MERGE,
        UNDO_MERGE;

        void make(Store store) {
            TagCares cares = store.tagCares();
            switch (this) {
                case RENAME -> cares.rewrite(plans(store).rename(OLD, NEW).rewrite());
                case MERGE -> cares.rewrite(plans(store).merge(OLD, OTHER).rewrite());
                case UNDO_RENAME, UNDO_MERGE ->
                        cares.undo(cares.lastRewrite().orElseThrow().number());
            }
        }
    }

    /** Makes one deed, tells so, and waits until it is killed. */
    public static void main(String[] arguments) throws InterruptedException {
        try (Store store = Store.open(Path.of(arguments[1]), Clock.systemUTC())) {
            OUT.println("open");
            Deed.valueOf(arguments[0]).make(store);
            OUT.println("done");
            new CountDownLatch(1).await();
        }
    }

    static RewritePlans plans(Store store) {
        return new RewritePlans(store.tagCares().tags(), store.packages().drafts());
    }

    /** Makes the tags and so many drafts, every tenth of them finished once, in one save. */
    static void make(Store store, int count, Random random) {
        List<Tag> tags = new ArrayList<>();
        for (int t = 0; t < TAGS; t++) {
            tags.add(Examples.audienceTag("user_number_n" + t));
        }
        tags.add(Examples.audienceTag(NEEDS.value(), new TagRule.HasTag(OLD)));
        List<PackageDraft> drafts = new ArrayList<>();
        List<PackageVersion> versions = new ArrayList<>();
        for (int d = 0; d < count; d++) {
            PackageKey key = new PackageKey("pack_many_d" + d);
            drafts.add(draft(key, random));
            if (d % 10 == 0) {
                String document = "{\"package\":\"" + key + "\",\"tag\":\"" + OLD + "\"}";
                versions.add(
                        new PackageVersion(key, 1, document, Sha256.of(document), Examples.NOON));
            }
        }
        store.incoming()
                .take(
                        batch(tags, drafts, versions),
                        List.of(),
                        batch(List.of(), List.of(), List.of()));
    }

    private static Batch batch(
            List<Tag> tags, List<PackageDraft> drafts, List<PackageVersion> versions) {
        return new Batch(
                tags, List.of(), drafts, versions, List.of(), List.of(), List.of(), List.of(),
                List.of());
    }

    private static PackageDraft draft(PackageKey key, Random random) {
        PackageDraft draft =
                PackageDraft.of(
                        AssetPackage.empty(key, LocalizedText.of("Many", "许多"), Examples.SOURCE));
        int edits = random.nextInt(9);
        for (int e = 0; e < edits; e++) {
            TagKey tag = new TagKey("user_number_n" + random.nextInt(TAGS));
            draft =
                    draft.apply(
                            switch (random.nextInt(5)) {
                                case 0, 1 -> new PackageEdit.AddToAudience(tag, NodePath.ROOT, 0);
                                case 2 -> new PackageEdit.ExcludeFromAudience(tag);
                                case 3 ->
                                        new PackageEdit.ReplaceAudience(
                                                new AllOf(List.of(new TagRef(tag))));
                                default ->
                                        new PackageEdit.Rename(LocalizedText.of("N" + e, "名" + e));
                            });
        }
        for (int u = random.nextInt(3); u > 0 && draft.undoable().isPresent(); u--) {
            draft = draft.undo();
        }
        return draft;
    }

    /** Returns all drafts by key. */
    static Map<PackageKey, PackageDraft> drafts(Store store) {
        Map<PackageKey, PackageDraft> drafts = new TreeMap<>();
        for (Kept<PackageDraft> kept : store.packages().drafts()) {
            drafts.put(kept.value().base().key(), kept.value());
        }
        return drafts;
    }

    /** Returns the versions of all packages, with their documents. */
    static Map<PackageKey, List<PackageVersion>> versions(Store store) {
        Map<PackageKey, List<PackageVersion>> versions = new TreeMap<>();
        for (PackageRepository.Summary row : store.packages().list()) {
            if (row.versions() > 0) {
                PackageKey key = row.pack().key();
                versions.put(key, store.packages().versions(key));
            }
        }
        return versions;
    }
}
