package io.marquetry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.effect.Outcome;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageEdit;
import io.marquetry.pack.PackageKey;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

class WorkspaceTest {

    @TempDir Path folder;

    @Test
    void reopeningGivesEverythingBack() {
        PackageDraft draft = Examples.everyEdit();
        List<Outcome> outcomes = List.of(outcome("1"), outcome("2"));
        try (Store workspace = open()) {
            workspace
                    .tags()
                    .save(
                            List.of(
                                    Examples.audienceTag("user_level_gold"),
                                    Examples.benefitTag("coupon_value_50", "coupon_50")),
                            List.of(Examples.coupon("coupon_50")));
            workspace.packages().save(draft);
            workspace.packages().addVersion(Examples.version(Examples.SPRING, 1));
            workspace.packages().addVersion(Examples.version(Examples.SPRING, 2));
            workspace.sources().add(Examples.source(Examples.SOURCE));
            workspace.outcomes().add(Examples.SPRING, 2, outcomes);
            workspace.settings().put("tour", "seen");
        }
        try (Store workspace = open()) {
            assertThat(workspace.tags().catalog().tags())
                    .containsExactly(
                            Examples.benefitTag("coupon_value_50", "coupon_50"),
                            Examples.audienceTag("user_level_gold"));
            assertThat(workspace.assets().assets())
                    .containsOnly(java.util.Map.entry("coupon_50", Examples.coupon("coupon_50")));
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
            assertThat(workspace.outcomes().outcomes(Examples.SPRING, 2)).isEqualTo(outcomes);
            assertThat(workspace.settings().get("tour")).contains("seen");
            assertThat(workspace.settings().get("other")).isEmpty();
        }
    }

    @Test
    void theLastEditedPackageComesFirst() {
        PackageKey other = new PackageKey("a_second");
        try (Store workspace = Store.open(folder, java.time.Clock.systemUTC())) {
            workspace.packages().save(Examples.draft(other, 0));
            workspace.packages().save(Examples.draft(Examples.SPRING, 0));
            assertThat(workspace.packages().list())
                    .extracting(s -> s.pack().key())
                    .containsExactly(Examples.SPRING, other);
        }
    }

    @Test
    void aTakenVersionNumberIsRefused() {
        try (Store workspace = open()) {
            workspace.packages().save(Examples.draft(Examples.SPRING, 0));
            workspace.packages().addVersion(Examples.version(Examples.SPRING, 1));
            assertThatThrownBy(
                            () ->
                                    workspace
                                            .packages()
                                            .addVersion(Examples.version(Examples.SPRING, 1)))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(workspace.packages().versions(Examples.SPRING)).hasSize(1);
        }
    }

    @Test
    void aTagInUseIsNotRemoved() {
        try (Store workspace = open()) {
            TagKey used = new TagKey("user_number_n0");
            workspace.tags().save(List.of(Examples.audienceTag(used.value())));
            workspace.packages().save(Examples.draft(Examples.SPRING, 1));
            StoreProblems.assertProblem(
                    () -> workspace.tags().remove(List.of(used)),
                    Problem.of("problem.tag.usedByPackages", "user_number_n0", "pack_spring"));
            workspace.packages().save(Examples.draft(Examples.SPRING, 1).undo());
            workspace.tags().remove(List.of(used));
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
    void aFailedSaveLeavesNothing() {
        try (Store workspace = open()) {
            workspace.packages().save(Examples.draft(Examples.SPRING, 0));
            workspace.packages().addVersion(Examples.version(Examples.SPRING, 1));
            StoreProblems.assertProblem(
                    () ->
                            workspace
                                    .outcomes()
                                    .add(
                                            Examples.SPRING,
                                            1,
                                            List.of(outcome("1"), outcome("2"), outcome("1"))),
                    Problem.of("problem.outcome.twice", "1", "pack_spring", 1));
            assertThat(workspace.outcomes().count(Examples.SPRING, 1)).isZero();
            StoreProblems.assertProblem(
                    () -> workspace.outcomes().add(Examples.SPRING, 2, List.of(outcome("1"))),
                    Problem.of("problem.outcome.noVersion", "pack_spring", 2));
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
            workspace.packages().save(draft);
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

    private static Outcome outcome(String profile) {
        return new Outcome(
                profile,
                Outcome.Arm.TARGETED,
                Optional.of(LocalDateTime.of(2017, 1, 2, 3, 4, 5)),
                true,
                2,
                1,
                new BigDecimal("12.5"),
                new BigDecimal("0.04"));
    }
}
