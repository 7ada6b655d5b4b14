package io.marquetry.govern;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.base.Kept;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Revision;
import io.marquetry.base.Sha256;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.NodePath;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageEdit;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageVersion;
import io.marquetry.store.Examples;
import io.marquetry.store.Store;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A workspace with many random drafts that have a history, and who changes their tags for ever. */
final class ManyDrafts {

    static final TagKey OLD = new TagKey("user_number_n1");
    static final TagKey NEW = new TagKey("user_number_renamed");
    static final TagKey OTHER = new TagKey("user_number_n2");

    private static final PrintStream OUT = System.out;
    private static final int TAGS = 8;

    private ManyDrafts() {}

    /** Renames, takes it back, merges, takes it back, until it is killed. */
    public static void main(String[] arguments) {
        try (Store store = Store.open(Path.of(arguments[1]), Clock.systemUTC())) {
            TagCares cares = store.tagCares();
            OUT.println("open");
            while (true) {
                // A change of before may stand, if the end came between it and its undoing.
                cares.lastRewrite().ifPresent(last -> cares.undo(last.number()));
                int renamed = cares.rewrite(plans(store).rename(OLD, NEW).rewrite());
                OUT.println("renamed");
                cares.undo(renamed);
                OUT.println("undone");
                int merged = cares.rewrite(plans(store).merge(OLD, OTHER).rewrite());
                OUT.println("merged");
                cares.undo(merged);
                OUT.println("undone");
            }
        }
    }

    static RewritePlans plans(Store store) {
        return new RewritePlans(store.tagCares().tags(), store.packages().drafts());
    }

    /** Makes the tags and so many drafts, every tenth of them finished once. */
    static void make(Store store, int drafts, Random random) {
        List<Tag> tags = new ArrayList<>();
        for (int t = 0; t < TAGS; t++) {
            tags.add(Examples.audienceTag("user_number_n" + t));
        }
        store.tags().save(tags);
        for (int d = 0; d < drafts; d++) {
            PackageKey key = new PackageKey("pack_many_d" + d);
            store.packages().save(draft(key, random), Revision.NONE);
            if (d % 10 == 0) {
                String document = "{\"package\":\"" + key + "\",\"tag\":\"" + OLD + "\"}";
                PackageVersion version =
                        new PackageVersion(key, 1, document, Sha256.of(document), Examples.NOON);
                store.packages().addVersion(key, newest -> version);
            }
        }
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

    /** Returns the documents of all versions. */
    static Map<PackageKey, List<PackageVersion>> versions(Store store) {
        Map<PackageKey, List<PackageVersion>> versions = new TreeMap<>();
        drafts(store).keySet().forEach(key -> versions.put(key, store.packages().versions(key)));
        return versions;
    }
}
