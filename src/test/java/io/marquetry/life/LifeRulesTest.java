package io.marquetry.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.ProblemException;
import io.marquetry.govern.Role;
import io.marquetry.govern.Transitions;
import io.marquetry.pack.PackageKey;
import io.marquetry.store.Examples;
import io.marquetry.store.Store;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every step from every state to every other, for every role, by an author and by another, with a
 * reason and without, as the database says.
 */
class LifeRulesTest {

    private static final String HASH = "a".repeat(64);

    /** From, to, who may; "why": only with a reason, "other": only who had no part in it. */
    private static final Set<String> ALLOWED =
            Set.of(
                    "DRAFT IN_REVIEW MARKETER",
                    "DRAFT IN_REVIEW MANAGER",
                    "IN_REVIEW DRAFT MARKETER",
                    "IN_REVIEW DRAFT MANAGER why",
                    "IN_REVIEW APPROVED MANAGER other",
                    "APPROVED DRAFT MARKETER why",
                    "APPROVED DRAFT MANAGER why",
                    "APPROVED LIVE MANAGER",
                    "LIVE EVALUATED MARKETER",
                    "LIVE EVALUATED MANAGER",
                    "EVALUATED TEMPLATE MANAGER other",
                    "DRAFT ARCHIVED MARKETER why",
                    "DRAFT ARCHIVED MANAGER why",
                    "IN_REVIEW ARCHIVED MARKETER why",
                    "IN_REVIEW ARCHIVED MANAGER why",
                    "APPROVED ARCHIVED MARKETER why",
                    "APPROVED ARCHIVED MANAGER why",
                    "EVALUATED ARCHIVED MARKETER why",
                    "EVALUATED ARCHIVED MANAGER why",
                    "TEMPLATE ARCHIVED MANAGER why",
                    "ARCHIVED DRAFT MARKETER",
                    "ARCHIVED DRAFT MANAGER");

    private static Transitions<PackageState> steps;

    @BeforeAll
    static void read(@TempDir Path folder) {
        try (Store store = Store.open(folder, InstantSource.fixed(Examples.NOON))) {
            steps = store.steps().packages();
        }
    }

    @Test
    void everyCellIsAsTheTableSaysWherePeopleAreProven() {
        int allowed = 0;
        int cells = 0;
        for (PackageState from : PackageState.values()) {
            for (PackageState to : PackageState.values()) {
                for (Role role : Role.values()) {
                    for (boolean author : new boolean[] {false, true}) {
                        for (boolean why : new boolean[] {false, true}) {
                            for (boolean alone : new boolean[] {false, true}) {
                                boolean passes = passes(true, from, to, role, author, why, alone);
                                assertThat(passes)
                                        .as("%s %s %s %s %s", from, to, role, author, why)
                                        .isEqualTo(expected(from, to, role, author, why));
                                allowed += passes ? 1 : 0;
                                cells++;
                            }
                        }
                    }
                }
            }
        }
        assertThat(cells).isEqualTo(7 * 7 * 4 * 2 * 2 * 2);
        assertThat(allowed).isPositive();
    }

    @Test
    void whoIsNotProvenMayJudgeTheirOwnWorkOnlyWhereTheySayThatTheyKnow() {
        for (PackageState from : PackageState.values()) {
            for (PackageState to : PackageState.values()) {
                for (Role role : Role.values()) {
                    boolean byAnother = expected(from, to, role, false, true);
                    assertThat(passes(false, from, to, role, false, true, false))
                            .isEqualTo(byAnother);
                    assertThat(passes(false, from, to, role, true, true, true))
                            .isEqualTo(byAnother);
                    assertThat(passes(false, from, to, role, true, true, false))
                            .isEqualTo(expected(from, to, role, true, true));
                }
            }
        }
    }

    @Test
    void whatAsksForAnotherPersonIsMarkedWhereNobodyIsProven() {
        Standing now = standing(PackageState.IN_REVIEW, false);
        assertThat(rules(false, Role.MANAGER).decide(now, approval(HASH, false)).solo()).isTrue();
        assertThat(rules(true, Role.MANAGER).decide(now, approval(HASH, false)).solo()).isFalse();
        assertThat(
                        rules(false, Role.MANAGER)
                                .decide(
                                        standing(PackageState.APPROVED, false),
                                        Asked.of(PackageState.LIVE))
                                .solo())
                .isFalse();
    }

    @Test
    void approvalIsOfTheNewestVersionAsItWasSeen() {
        Standing now = standing(PackageState.IN_REVIEW, false);
        assertRefused("hash", now, approval("b".repeat(64), false));
        assertRefused("hash", now, Asked.of(PackageState.APPROVED));
        Standing older =
                new Standing(now.key(), 2, now.state(), HASH, 3, false, false, Set.of(), now.who());
        assertRefused("newest", older, approval(HASH, false));
    }

    @Test
    void packageThatIsOutIsNotPutAwayAndOneThatIsOnItsWayIsNotSubmittedAgain() {
        Standing live =
                new Standing(
                        new PackageKey("pack_one"),
                        3,
                        PackageState.DRAFT,
                        HASH,
                        3,
                        false,
                        true,
                        Set.of(),
                        "chen");
        assertRefused("live", live, Asked.of(PackageState.ARCHIVED, "over"));
        Standing underway =
                new Standing(live.key(), 3, live.state(), HASH, 3, true, false, Set.of(), "chen");
        assertRefused("underway", underway, Asked.of(PackageState.IN_REVIEW));
    }

    @Test
    void whoHasNoRoleForAStepIsToldSo() {
        ProblemException refused = null;
        try {
            rules(true, Role.MARKETER)
                    .decide(standing(PackageState.IN_REVIEW, false), approval(HASH, false));
        } catch (ProblemException e) {
            refused = e;
        }
        assertThat(refused).isNotNull();
        assertThat(refused.problem().key()).isEqualTo("problem.packageLife.role");
    }

    private static void assertRefused(String why, Standing now, Asked asked) {
        try {
            rules(true, Role.MANAGER).decide(now, asked);
        } catch (ProblemException e) {
            assertThat(e.problem().key()).isEqualTo("problem.packageLife." + why);
            return;
        }
        throw new AssertionError("was let through: " + asked);
    }

    private static boolean expected(
            PackageState from, PackageState to, Role role, boolean author, boolean why) {
        String cell = from + " " + to + " " + role;
        return ALLOWED.contains(cell)
                || ALLOWED.contains(cell + " why") && why
                || ALLOWED.contains(cell + " other") && !author;
    }

    private static boolean passes(
            boolean proven,
            PackageState from,
            PackageState to,
            Role role,
            boolean author,
            boolean why,
            boolean alone) {
        Asked asked =
                new Asked(
                        to,
                        why ? Optional.of("because") : Optional.empty(),
                        Optional.of(HASH),
                        alone);
        try {
            rules(proven, role).decide(standing(from, author), asked);
            return true;
        } catch (ProblemException refused) {
            return false;
        }
    }

    private static LifeRules rules(boolean proven, Role role) {
        return new LifeRules(steps, Set.of(role), proven);
    }

    private static Standing standing(PackageState state, boolean author) {
        return new Standing(
                new PackageKey("pack_one"),
                3,
                state,
                HASH,
                3,
                false,
                state == PackageState.LIVE,
                author ? new TreeSet<>(Set.of("li", "chen")) : Set.of("li"),
                "chen");
    }

    private static Asked approval(String hash, boolean alone) {
        return new Asked(PackageState.APPROVED, Optional.empty(), Optional.of(hash), alone);
    }
}
