package io.marquetry.life;

import static io.marquetry.workspace.SmallWorkspace.CUSTOMERS;
import static io.marquetry.workspace.SmallWorkspace.NOW;
import static io.marquetry.workspace.SmallWorkspace.ONE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marquetry.audience.ExpressionText;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Kept;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageEdit;
import io.marquetry.pack.PackageKey;
import io.marquetry.workspace.SmallWorkspace;
import io.marquetry.workspace.Workspace;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Packages go through their lives, over a real workspace that two people open in turn. */
class LivesTest {

    @TempDir private Path folder;

    private Workspace workspace;

    @BeforeEach
    void fill() {
        SmallWorkspace.open(folder).close();
        as("li");
        workspace
                .packages()
                .create(
                        ONE,
                        LocalizedText.of("One", "一"),
                        CUSTOMERS,
                        List.of(
                                new PackageEdit.ReplaceAudience(
                                        ExpressionText.parse("user_level_gold"))));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void as(String login) {
        if (workspace != null) {
            workspace.close();
        }
        workspace = SmallWorkspace.openAs(folder, login);
    }

    private Lives lives() {
        return workspace.lives();
    }

    private Step submit() {
        return lives().submit(ONE, new CancelSignal());
    }

    private Step approve(boolean alone) {
        int newest = workspace.packages().versionCount(ONE);
        return lives().approve(ONE, newest, hash(newest), alone);
    }

    private String hash(int version) {
        return workspace.packages().version(ONE, version).sha256();
    }

    private PackageState state() {
        return lives().of(ONE).state();
    }

    private static Problem problem(ThrowingCallable work) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, work);
        assertThat(refused).isNotNull();
        return refused.problem();
    }

    private void rename(String name) {
        workspace.packages().rename(ONE, LocalizedText.of(name, name));
    }

    @Test
    void packageIsSubmittedByOneApprovedByAnotherAndGoesLive() {
        assertThat(state()).isEqualTo(PackageState.DRAFT);
        assertThat(submit())
                .isEqualTo(
                        new Step(
                                ONE,
                                1,
                                PackageState.DRAFT,
                                PackageState.IN_REVIEW,
                                "li",
                                Optional.empty(),
                                false,
                                NOW));
        as("chen");
        assertThat(lives().waiting())
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.next()).isEqualTo(PackageState.APPROVED);
                            assertThat(one.own()).isFalse();
                        });
        // Another login, but nobody proved whose.
        assertThat(approve(false).solo()).isTrue();
        lives().goLive(ONE);
        assertThat(state()).isEqualTo(PackageState.LIVE);
        assertThat(lives().of(ONE).isLive()).isTrue();
        assertThat(lives().steps(ONE))
                .extracting(Step::to)
                .containsExactly(PackageState.IN_REVIEW, PackageState.APPROVED, PackageState.LIVE);
        assertThat(problem(() -> lives().evaluate(ONE, 1)))
                .isEqualTo(Problem.of("problem.packageLife.noOutcomes", "pack_one", 1));
        as("li");
        assertThat(state()).isEqualTo(PackageState.LIVE);
    }

    @Test
    void whoWorksAloneSaysSo() {
        submit();
        assertThat(problem(() -> approve(false)).key()).isEqualTo("problem.packageLife.alone");
        assertThat(state()).isEqualTo(PackageState.IN_REVIEW);
        assertThat(approve(true).solo()).isTrue();
        assertThat(lives().steps(ONE).getLast().solo()).isTrue();
    }

    @Test
    void whoEditedOnlyOnceSinceTheLastLiveVersionIsAnAuthor() {
        submit();
        as("chen");
        lives().sendBack(ONE, "another name");
        rename("Two");
        as("li");
        rename("Three");
        submit();
        as("chen");
        assertThat(problem(() -> approve(false)).key()).isEqualTo("problem.packageLife.alone");
        as("wang");
        approve(false);
        lives().goLive(ONE);
        // What went live was judged: from here on only those count who edit from here on.
        rename("Four");
        submit();
        as("chen");
        approve(false);
    }

    @Test
    void whoSubmitsIsAnAuthor() {
        as("chen");
        submit();
        assertThat(problem(() -> approve(false)).key()).isEqualTo("problem.packageLife.alone");
    }

    @Test
    void authorsOfAVersionThatNobodyJudgedAreAuthorsOfItsBranch() {
        workspace.packages().finish(ONE, new CancelSignal());
        PackageKey branch = new PackageKey("pack_branch");
        as("chen");
        lives().branch(ONE, 1, branch, LocalizedText.of("Branch", "分支"));
        assertThat(lives().origin(branch)).contains(new LifeRepository.Origin(ONE, 1));
        assertThat(lives().origin(ONE)).isEmpty();
        lives().submit(branch, new CancelSignal());
        as("li");
        String hash = workspace.packages().version(branch, 1).sha256();
        assertThat(problem(() -> lives().approve(branch, 1, hash, false)).key())
                .isEqualTo("problem.packageLife.alone");
        as("wang");
        lives().approve(branch, 1, hash, false);
    }

    @Test
    void nobodyEditsWhatIsInReviewOrApproved() {
        submit();
        Kept<PackageDraft> seen = workspace.packages().kept(ONE).orElseThrow();
        assertThat(problem(() -> rename("Two")))
                .isEqualTo(
                        Problem.of(
                                "problem.package.locked",
                                "pack_one",
                                PackageState.IN_REVIEW.word()));
        PackageDraft undone = seen.value().undo();
        assertThat(problem(() -> workspace.packages().save(undone, seen.revision())).key())
                .isEqualTo("problem.package.locked");
        assertThat(problem(() -> workspace.packages().archive(ONE)).key())
                .isEqualTo("problem.package.needsStep");
        approve(true);
        assertThat(problem(() -> rename("Two")).key()).isEqualTo("problem.package.locked");
        lives().sendBack(ONE, "not now");
        rename("Two");
        assertThat(submit().version()).isEqualTo(2);
        lives().withdraw(ONE);
        rename("Three");
    }

    @Test
    void stepsAreNotSkippedNorForged() {
        assertThat(problem(() -> lives().goLive(ONE)).key()).isEqualTo("problem.packageLife.step");
        submit();
        assertThat(problem(this::submit).key()).isEqualTo("problem.packageLife.step");
        assertThat(problem(() -> lives().goLive(ONE)).key()).isEqualTo("problem.packageLife.step");
        assertThat(problem(() -> lives().approve(ONE, 1, "0".repeat(64), true)).key())
                .isEqualTo("problem.packageLife.hash");
        assertThat(problem(() -> lives().approve(ONE, 2, hash(1), true)))
                .isEqualTo(Problem.of("problem.package.noVersion", "pack_one", 2));
        assertThat(problem(() -> lives().sendBack(ONE, "  ")).key())
                .isEqualTo("problem.packageLife.why");
        assertThat(problem(() -> lives().evaluate(ONE, 1)).key())
                .isEqualTo("problem.packageLife.step");
        assertThat(lives().steps(ONE)).hasSize(1);
        approve(true);
        // Approval falls with the step back.
        lives().sendBack(ONE, "other words");
        assertThat(problem(() -> lives().goLive(ONE)).key()).isEqualTo("problem.packageLife.step");
    }

    @Test
    void versionThatIsNotTheNewestAnyMoreIsNotApproved() {
        submit();
        workspace.tags().save(List.of(SmallWorkspace.tag("user_level_gold", "level", "silver")));
        assertThat(workspace.packages().finish(ONE, new CancelSignal()).number()).isEqualTo(2);
        assertThat(problem(() -> lives().approve(ONE, 1, hash(1), true)))
                .isEqualTo(Problem.of("problem.packageLife.newest", "pack_one", 1, 2));
        assertThat(problem(this::submit).key()).isEqualTo("problem.packageLife.underway");
    }

    @Test
    void packageIsPutAwayWithAReasonAndComesBackAsADraft() {
        submit();
        approve(true);
        assertThat(problem(() -> lives().archive(ONE, "")).key())
                .isEqualTo("problem.packageLife.reason");
        lives().archive(ONE, "season is over");
        assertThat(state()).isEqualTo(PackageState.ARCHIVED);
        assertThat(workspace.packages().list()).isEmpty();
        assertThat(problem(() -> workspace.packages().restore(ONE)).key())
                .isEqualTo("problem.package.needsStep");
        lives().restore(ONE);
        assertThat(state()).isEqualTo(PackageState.DRAFT);
        assertThat(problem(() -> lives().goLive(ONE)).key()).isEqualTo("problem.packageLife.step");
        submit();
        approve(true);
        lives().goLive(ONE);
        assertThat(problem(() -> lives().archive(ONE, "over")).key())
                .isEqualTo("problem.packageLife.step");
    }

    @Test
    void packageThatWasNeverSubmittedIsPutAwayAsBefore() {
        lives().archive(ONE, "");
        assertThat(lives().of(ONE).archived()).isTrue();
        lives().restore(ONE);
        assertThat(state()).isEqualTo(PackageState.DRAFT);
        lives().archive(ONE, "no need");
        assertThat(lives().steps(ONE)).extracting(Step::version).contains(0);
        lives().restore(ONE);
        assertThat(state()).isEqualTo(PackageState.DRAFT);
        workspace.packages().delete(ONE);
        assertThat(workspace.packages().keys()).isEmpty();
    }

    @Test
    void packageThatIsNotReadyIsNotSubmitted() {
        PackageKey empty = new PackageKey("pack_empty");
        workspace.packages().create(empty, LocalizedText.of("E", "空"), CUSTOMERS, List.of());
        assertThat(problem(() -> lives().submit(empty, new CancelSignal())).key())
                .isEqualTo("problem.package.noAudience");
        assertThat(workspace.packages().versionCount(empty)).isZero();
        assertThat(lives().of(empty).state()).isEqualTo(PackageState.DRAFT);
    }

    @Test
    void whatWasSentBackWaitsForWhoeverMadeIt() {
        submit();
        as("chen");
        lives().sendBack(ONE, "why four?");
        assertThat(lives().waiting()).isEmpty();
        as("li");
        assertThat(lives().waiting())
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.last().why()).contains("why four?");
                            assertThat(one.next()).isEqualTo(PackageState.IN_REVIEW);
                        });
    }
}
