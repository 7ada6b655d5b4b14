package io.marquetry.govern;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.ChildJvm;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageEdit;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageVersion;
import io.marquetry.pack.TagReplacement;
import io.marquetry.store.Store;
import io.marquetry.tag.TagKey;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

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
            cares.undo(merged);
            assertThat(ManyDrafts.drafts(store)).isEqualTo(before);
            assertThat(ManyDrafts.versions(store)).isEqualTo(versions);
            System.out.printf(
                    "%d drafts: renamed in %d ms, taken back in %d ms%n",
                    count, (made - start) / 1_000_000, (undone - undoing) / 1_000_000);
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
        kill(100, 3, 2_500);
    }

    @Test
    @Tag("reliability")
    void nothingIsHalfDoneAfterThirtyKills() throws Exception {
        kill(1_500, 30, 9_000);
    }

    private void kill(int drafts, int times, int most) throws Exception {
        Path workspace = folder.resolve("killed");
        Map<PackageKey, PackageDraft> before;
        Map<PackageKey, List<PackageVersion>> versions;
        try (Store store = Store.open(workspace, Clock.systemUTC())) {
            ManyDrafts.make(store, drafts, new Random(16));
            before = ManyDrafts.drafts(store);
            versions = ManyDrafts.versions(store);
        }
        Random random = new Random(17);
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < times; i++) {
            ChildJvm child = ChildJvm.start(ManyDrafts.class, "rewrite", workspace);
            assertThat(child.line()).isEqualTo("open");
            child.killAfter(random.nextInt(50, most));
            try (Store store = Store.open(workspace, Clock.systemUTC())) {
                Map<PackageKey, PackageDraft> now = ManyDrafts.drafts(store);
                String state =
                        store.tagCares()
                                .lastRewrite()
                                .map(last -> last.kind().name())
                                .orElse("NONE");
                assertThat(now)
                        .as("after %s", state)
                        .isEqualTo(
                                switch (state) {
                                    case "RENAME" -> expected(before, true);
                                    case "MERGE" -> expected(before, false);
                                    default -> before;
                                });
                assertThat(store.tagCares().tags().byKey().containsKey(ManyDrafts.NEW))
                        .isEqualTo(state.equals("RENAME"));
                assertThat(ManyDrafts.versions(store)).isEqualTo(versions);
                found.merge(state, 1, Integer::sum);
            }
        }
        System.out.printf("%d kills, found %s, nothing half done%n", times, found);
    }
}
