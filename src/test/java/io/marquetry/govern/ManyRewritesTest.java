package io.marquetry.govern;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.ChildJvm;
import io.marquetry.audit.Audit;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Revision;
import io.marquetry.govern.ManyDrafts.Deed;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageEdit;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageVersion;
import io.marquetry.pack.TagReplacement;
import io.marquetry.store.Store;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A rename or a merge reaches every draft with its history, or none; and is taken back so. */
class ManyRewritesTest {

    @TempDir private Path folder;

    @Test
    void hundredsOfDraftsAreRewrittenAndSetBack() {
        rewrite(300);
    }

    @Test
    @Tag("reliability")
    void twentyThousandDraftsAreRewrittenAndSetBack() {
        rewrite(20_000);
    }

    private void rewrite(int count) {
        try (Store store = Store.open(folder.resolve("rewrite"), Clock.systemUTC())) {
            ManyDrafts.make(store, count, new Random(15));
            Map<PackageKey, PackageDraft> before = ManyDrafts.drafts(store);
            Map<PackageKey, List<PackageVersion>> versions = ManyDrafts.versions(store);
            assertThat(before).hasSize(count);
            TagCares cares = store.tagCares();

            long start = System.nanoTime();
            int renamed =
                    cares.rewrite(
                            ManyDrafts.plans(store)
                                    .rename(ManyDrafts.OLD, ManyDrafts.NEW)
                                    .rewrite());
            long made = System.nanoTime();
            assertThat(ManyDrafts.drafts(store)).isEqualTo(expected(before, true));
            long undoing = System.nanoTime();
            cares.undo(renamed);
            long undone = System.nanoTime();
            assertThat(ManyDrafts.drafts(store)).isEqualTo(before);

            int merged =
                    cares.rewrite(
                            ManyDrafts.plans(store)
                                    .merge(ManyDrafts.OLD, ManyDrafts.OTHER)
                                    .rewrite());
            assertThat(ManyDrafts.drafts(store)).isEqualTo(expected(before, false));
            int besides =
                    cares.rewrite(
                            ManyDrafts.plans(store)
                                    .rename(ManyDrafts.OLD, ManyDrafts.NEW)
                                    .rewrite());
            long undoingBoth = System.nanoTime();
            cares.undo(besides);
            cares.undo(merged);
            long undoneBoth = System.nanoTime();
            assertThat(ManyDrafts.drafts(store)).isEqualTo(before);
            assertThat(ManyDrafts.versions(store)).isEqualTo(versions);
            System.out.printf(
                    "%d drafts: renamed in %d ms, taken back in %d ms; two in turn in %d ms%n",
                    count,
                    (made - start) / 1_000_000,
                    (undone - undoing) / 1_000_000,
                    (undoneBoth - undoingBoth) / 1_000_000);
        }
    }

    /** Works out one by one what each draft says afterwards. */
    private static Map<PackageKey, PackageDraft> expected(
            Map<PackageKey, PackageDraft> before, boolean rename) {
        UnaryOperator<TagKey> keys = key -> key.equals(ManyDrafts.OLD) ? ManyDrafts.NEW : key;
        Map<PackageKey, PackageDraft> after = new HashMap<>();
        before.forEach(
                (key, draft) -> {
                    PackageDraft next = draft;
                    if (rename) {
                        next = TagReplacement.renamed(draft, keys);
                    } else if (draft.current().tags().contains(ManyDrafts.OLD)) {
                        next =
                                draft.apply(
                                        new PackageEdit.ReplaceTag(
                                                ManyDrafts.OLD, ManyDrafts.OTHER));
                    }
                    after.put(key, next);
                });
        return after;
    }

    @Test
    void nothingIsHalfDoneAfterAKill() throws Exception {
        kill(50, 4);
    }

    @Test
    @Tag("reliability")
    void nothingOfTwentyThousandDraftsIsHalfDoneAfterThirtyKills() throws Exception {
        kill(20_000, 30);
    }

    private void kill(int drafts, int times) throws Exception {
        Path plain = Files.createDirectory(folder.resolve("plain"));
        Said before;
        try (Store store = Store.open(plain, Clock.systemUTC())) {
            ManyDrafts.make(store, drafts, new Random(16));
            before = said(store);
        }
        Map<Deed, Path> begins = new EnumMap<>(Deed.class);
        begins.put(Deed.RENAME, plain);
        begins.put(Deed.MERGE, plain);
        Map<Deed, Said> ends = new EnumMap<>(Deed.class);
        Map<Deed, Long> takes = new EnumMap<>(Deed.class);
        for (Deed deed : Deed.values()) {
            Path there = copy(begins.get(deed), deed + "-done");
            try (Store store = Store.open(there, Clock.systemUTC())) {
                long start = System.nanoTime();
                deed.make(store);
                takes.put(deed, (System.nanoTime() - start) / 1_000_000);
                ends.put(deed, said(store));
            }
            begins.putIfAbsent(Deed.UNDO_RENAME, there);
            if (deed == Deed.MERGE) {
                begins.put(Deed.UNDO_MERGE, there);
            }
        }
        Said renamed = ends.get(Deed.RENAME);
        assertThat(renamed.drafts()).isEqualTo(expected(before.drafts(), true));
        assertThat(renamed.aliases()).isEqualTo(Map.of(ManyDrafts.OLD, ManyDrafts.NEW));
        assertThat(renamed.tags().get(ManyDrafts.NEEDS).tag().rule())
                .contains(new TagRule.HasTag(ManyDrafts.NEW));
        Said merged = ends.get(Deed.MERGE);
        assertThat(merged.drafts()).isEqualTo(expected(before.drafts(), false));
        assertThat(merged.tags().get(ManyDrafts.OLD).care().successor())
                .contains(ManyDrafts.OTHER.value());
        assertThat(ends.get(Deed.UNDO_RENAME)).isEqualTo(before);
        assertThat(ends.get(Deed.UNDO_MERGE)).isEqualTo(before);

        List<Deed> deeds = List.of(Deed.values());
        Random random = new Random(17);
        Map<String, Integer> found = new TreeMap<>();
        for (int i = 0; i < times; i++) {
            Deed deed = deeds.get(i % deeds.size());
            Said whole = deed == Deed.RENAME ? renamed : deed == Deed.MERGE ? merged : before;
            Said none =
                    deed == Deed.UNDO_RENAME ? renamed : deed == Deed.UNDO_MERGE ? merged : before;
            Path there = copy(begins.get(deed), "killed");
            ChildJvm child = ChildJvm.start(ManyDrafts.class, deed.name(), there);
            assertThat(child.line()).isEqualTo("open");
            // Beyond the end, too: what was told to be done is there. The child begins cold.
            long moment = random.nextLong(500 + takes.get(deed) * 3 / 2);
            boolean told = child.killAfter(moment).contains("done");
            try (Store store = Store.open(there, Clock.systemUTC())) {
                Said now = said(store);
                boolean isDone = now.rewrites().equals(whole.rewrites());
                assertThat(isDone || !told).as("%s was told to be done", deed).isTrue();
                assertThat(now)
                        .as("%s, killed after %d ms", deed, moment)
                        .isEqualTo(isDone ? whole : none);
                found.merge(deed + (isDone ? " done" : " not begun"), 1, Integer::sum);
                if (!isDone && i >= times - deeds.size()) {
                    deed.make(store);
                    assertThat(said(store)).isEqualTo(whole);
                }
            }
        }
        System.out.printf(
                "%d kills over %d drafts (whole: %s ms), found %s; nothing half done%n",
                times, drafts, takes, found);
    }

    private Path copy(Path from, String name) throws IOException {
        Path to = folder.resolve(name);
        remove(to);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    private static void remove(Path there) throws IOException {
        if (Files.exists(there)) {
            try (Stream<Path> files = Files.walk(there)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /**
     * All that a workspace says of tags and where they are used; its rows hold to their seals, and
     * the audit tells each of them.
     *
     * @param standing what lists of packages, and so of where tags are used, read
     * @param rewrites what can be taken back
     */
    private record Said(
            Map<PackageKey, PackageDraft> drafts,
            Map<PackageKey, AssetPackage> standing,
            Map<PackageKey, List<PackageVersion>> versions,
            Map<TagKey, GovernedTag> tags,
            Map<TagKey, TagKey> aliases,
            Optional<TagRewrite.Kind> rewrites) {}

    private static Said said(Store store) {
        Map<PackageKey, PackageDraft> drafts = ManyDrafts.drafts(store);
        Map<PackageKey, AssetPackage> standing = new TreeMap<>();
        store.packages().list().forEach(row -> standing.put(row.pack().key(), row.pack()));
        Map<PackageKey, AssetPackage> current = new TreeMap<>();
        drafts.forEach((key, draft) -> current.put(key, draft.current()));
        assertThat(standing).isEqualTo(current);
        assertThat(new Audit(store.audit()).verify(new CancelSignal()).findings()).isEmpty();
        GovernedTags tags = store.tagCares().tags();
        Map<TagKey, GovernedTag> unnumbered = new TreeMap<>();
        tags.tags()
                .forEach(
                        tag ->
                                unnumbered.put(
                                        tag.key(),
                                        new GovernedTag(tag.tag(), tag.care(), Revision.NONE)));
        return new Said(
                drafts,
                standing,
                ManyDrafts.versions(store),
                unnumbered,
                tags.aliases(),
                store.tagCares().lastRewrite().map(TagCares.Rewritten::kind));
    }
}
