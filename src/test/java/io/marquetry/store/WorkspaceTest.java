package io.marquetry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.asset.AssetKey;
import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.pack.Drafts;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageEdit;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageRepository;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

class WorkspaceTest {

    @TempDir Path folder;

    @Test
    void reopeningGivesEverythingBack() {
        PackageDraft draft = Examples.everyEdit();
        try (Store workspace = open()) {
            workspace
                    .tags()
                    .save(
                            List.of(
                                    Examples.audienceTag("user_level_gold"),
                                    Examples.benefitTag("coupon_value_50", "coupon_50")),
                            List.of(Examples.coupon("coupon_50")));
            Drafts.put(workspace.packages(), draft);
            Examples.finish(workspace.packages(), 1);
            Examples.finish(workspace.packages(), 2);
            workspace.sources().add(Examples.source(Examples.SOURCE));
            workspace.settings().put("tour", "seen");
        }
        try (Store workspace = open()) {
            assertThat(workspace.tags().catalog().tags())
                    .containsExactly(
                            Examples.benefitTag("coupon_value_50", "coupon_50"),
                            Examples.audienceTag("user_level_gold"));
            assertThat(workspace.assets().assets())
                    .containsOnly(
                            Map.entry(new AssetKey("coupon_50"), Examples.coupon("coupon_50")));
            PackageDraft again = workspace.packages().draft(Examples.SPRING).orElseThrow();
            assertThat(again.base()).isEqualTo(draft.base());
            assertThat(again.edits()).isEqualTo(draft.edits());
            assertThat(again.cursor()).isEqualTo(draft.cursor());
            assertThat(again.current()).isEqualTo(draft.current());
            assertThat(again.redo().redo().current()).isEqualTo(draft.redo().redo().current());
            assertThat(workspace.packages().versions(Examples.SPRING))
                    .containsExactly(
                            Examples.version(Examples.SPRING, 1),
                            Examples.version(Examples.SPRING, 2));
            assertThat(workspace.packages().list()).hasSize(1);
            assertThat(workspace.packages().list().getFirst().versions()).isEqualTo(2);
            assertThat(workspace.packages().list().getFirst().editedAt()).isEqualTo(Examples.NOON);
            assertThat(workspace.sources().list())
                    .containsExactly(Examples.source(Examples.SOURCE));
            assertThat(workspace.settings().get("tour")).contains("seen");
            assertThat(workspace.settings().get("other")).isEmpty();
        }
    }

    @Test
    void theLastEditedPackageComesFirst() {
        PackageKey other = new PackageKey("a_second");
        try (Store workspace = Store.open(folder, Clock.systemUTC())) {
            Drafts.put(workspace.packages(), Examples.draft(other, 0));
            Drafts.put(workspace.packages(), Examples.draft(Examples.SPRING, 0));
            assertThat(workspace.packages().list())
                    .extracting(s -> s.pack().key())
                    .containsExactly(Examples.SPRING, other);
        }
    }

    @Test
    void versionOutOfTurnIsABug() {
        try (Store workspace = open()) {
            PackageRepository packages = workspace.packages();
            Drafts.put(packages, Examples.draft(Examples.SPRING, 0));
            Examples.finish(packages, 1);
            assertThatThrownBy(() -> Examples.finish(packages, 3))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(packages.versionCount(Examples.SPRING)).isEqualTo(1);
        }
    }

    @Test
    void versionThatCannotBeMadeLeavesNothing() {
        try (Store workspace = open()) {
            PackageRepository packages = workspace.packages();
            Drafts.put(packages, Examples.draft(Examples.SPRING, 0));
            Problem full = Problem.of("problem.edit.rootKind");
            StoreProblems.assertProblem(
                    () ->
                            packages.addVersion(
                                    Examples.SPRING,
                                    newest -> {
                                        throw full.asException();
                                    }),
                    full);
            assertThat(packages.latest(Examples.SPRING)).isEmpty();
            Examples.finish(packages, 1);
            assertThat(packages.latest()).containsOnlyKeys(Examples.SPRING);
        }
    }

    @Test
    void packageWithAVersionIsArchivedInsteadOfDeleted() {
        PackageKey fresh = new PackageKey("pack_fresh");
        try (Store workspace = open()) {
            PackageRepository packages = workspace.packages();
            packages.create(Examples.draft(Examples.SPRING, 3));
            packages.create(Examples.draft(fresh, 0));
            StoreProblems.assertProblem(
                    () -> packages.create(Examples.draft(fresh, 1)),
                    Problem.of("problem.package.taken", "pack_fresh"));
            Examples.finish(packages, 1);
            packages.delete(fresh);
            StoreProblems.assertProblem(
                    () -> packages.delete(fresh),
                    Problem.of("problem.package.unknown", "pack_fresh"));
            StoreProblems.assertProblem(
                    () -> packages.delete(Examples.SPRING),
                    Problem.of("problem.package.hasVersions", "pack_spring", 1));
            packages.archive(Examples.SPRING, true);
            packages.archive(Examples.SPRING, true);
        }
        try (Store workspace = open()) {
            PackageRepository packages = workspace.packages();
            assertThat(packages.list()).isEmpty();
            assertThat(packages.archived()).hasSize(1);
            assertThat(packages.draft(fresh)).isEmpty();
            assertThat(packages.versions(Examples.SPRING)).hasSize(1);
            packages.archive(Examples.SPRING, false);
            assertThat(packages.isArchived(Examples.SPRING)).isFalse();
            assertThat(packages.list()).hasSize(1);
        }
    }

    @Test
    void aTagInUseIsNotRemoved() {
        try (Store workspace = open()) {
            TagKey used = new TagKey("user_number_n0");
            workspace.tags().save(List.of(Examples.audienceTag(used.value())));
            Drafts.put(workspace.packages(), Examples.draft(Examples.SPRING, 1));
            StoreProblems.assertProblem(
                    () -> workspace.tags().remove(List.of(used), List.of()),
                    Problem.of("problem.tag.usedByPackages", "user_number_n0", "pack_spring"));
            Drafts.put(workspace.packages(), Examples.draft(Examples.SPRING, 1).undo());
            workspace.tags().remove(List.of(used), List.of());
            assertThat(workspace.tags().catalog().tags()).isEmpty();
        }
    }

    @Test
    void aTakenSourceNameIsRefused() {
        try (Store workspace = open()) {
            workspace.sources().add(Examples.source(Examples.SOURCE));
            StoreProblems.assertProblem(
                    () -> workspace.sources().add(Examples.source(Examples.SOURCE)),
                    Problem.of("problem.source.nameTaken", "hillstrom"));
            workspace.sources().remove(Examples.SOURCE);
            workspace.sources().remove(new SourceName("never"));
            assertThat(workspace.sources().find(Examples.SOURCE)).isEmpty();
            workspace.sources().add(Examples.source(Examples.SOURCE));
        }
    }

    @Test
    void theDeepestGroupsCanBeReadAgain() {
        AudienceExpression nested = new TagRef(new TagKey("user_level_gold"));
        TagRule rule = new TagRule.Missing("spend");
        for (int depth = 1; depth < AudienceExpression.MAX_DEPTH; depth++) {
            nested = new AnyOf(List.of(nested));
            rule = new TagRule.All(List.of(rule));
        }
        AllOf audience = new AllOf(List.of(nested));
        PackageDraft draft =
                Examples.draft(Examples.SPRING, 0).apply(new PackageEdit.ReplaceAudience(audience));
        Tag tag = Examples.audienceTag("user_level_deep", rule);
        try (Store workspace = open()) {
            Drafts.put(workspace.packages(), draft);
            workspace.tags().save(List.of(tag));
            PackageDraft again = workspace.packages().draft(Examples.SPRING).orElseThrow();
            assertThat(again.current().audience()).isEqualTo(audience);
            assertThat(workspace.tags().catalog().tags()).containsExactly(tag);
        }
    }

    @Test
    void anInterruptedThreadBreaksNothing() throws InterruptedException {
        try (Store workspace = open()) {
            AtomicInteger saved = new AtomicInteger();
            Thread worker =
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        for (int i = 1; i <= 200; i++) {
                                            workspace.settings().put("n", "" + i);
                                            saved.set(i);
                                        }
                                    });
            while (worker.isAlive()) {
                worker.interrupt();
                Thread.onSpinWait();
            }
            worker.join();
            assertThat(saved).hasValue(200);
            assertThat(workspace.settings().get("n")).contains("200");
            workspace.settings().put("n", "after");
        }
        try (Store workspace = open()) {
            assertThat(workspace.settings().get("n")).contains("after");
        }
    }

    @Test
    void savesOfManyThreadsAreAllThere() throws InterruptedException {
        try (Store workspace = open()) {
            List<Thread> workers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String name = "worker" + i;
                workers.add(
                        Thread.ofPlatform()
                                .start(
                                        () -> {
                                            for (int n = 0; n < 25; n++) {
                                                workspace.settings().put(name + "-" + n, name);
                                                workspace.packages().list();
                                            }
                                        }));
            }
            for (Thread worker : workers) {
                worker.join();
            }
            for (int i = 0; i < 100; i++) {
                assertThat(workspace.settings().get("worker" + i / 25 + "-" + i % 25))
                        .contains("worker" + i / 25);
            }
        }
    }

    private Store open() {
        return Store.open(folder, InstantSource.fixed(Examples.NOON));
    }
}
