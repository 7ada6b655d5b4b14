package io.marquetry.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.CancelSignal;
import io.marquetry.cli.CliRun;
import io.marquetry.dispatch.outcome.DispatchOutcomes;
import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.figures.ArmFigures;
import io.marquetry.effect.figures.EffectAnswer;
import io.marquetry.effect.figures.Uplift;
import io.marquetry.effect.review.Question;
import io.marquetry.life.PackageState;
import io.marquetry.source.SourceEngine;
import io.marquetry.store.dispatch.H2DispatchFiles;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What went out comes back: who did what was wanted, in both arms, from the moment they were due.
 */
class DispatchOutcomesTest {

    private static final int PEOPLE = 2_400;
    private static final DispatchId ID = new DispatchId(1);

    @TempDir private Path folder;

    private CliRun run(String who, Instant now, String... arguments) {
        return ReadyToSend.run(folder, "workspace", who, now, arguments);
    }

    private void send(String... more) {
        List<String> plan =
                new ArrayList<>(
                        List.of(
                                ReadyToSend.plan(
                                        "--quiet", "none", "--zone", "UTC", "--holdout", "25%")));
        plan.addAll(List.of(more));
        CliRun planned = run("li", ReadyToSend.NOW, plan.toArray(String[]::new));
        assertThat(planned.code()).as(planned.err()).isZero();
        assertThat(run("chen", ReadyToSend.NOW, "dispatch", "approve", "1").code()).isZero();
        assertThat(run("chen", ReadyToSend.NOW, "dispatch", "run", "1").out()).contains("done");
    }

    @ParameterizedTest
    @EnumSource
    void bothArmsAreCountedFromTheMomentTheyWereDueInAStatedWindow(SourceEngine engine) {
        ReadyToSend.fill(folder, PEOPLE, engine);
        send("--conversion", "purchases", "--revenue", "spent", "--window", "7");
        assertThat(state(ReadyToSend.NOW)).isEqualTo(PackageState.LIVE);

        Instant early = ReadyToSend.NOW.plus(Duration.ofDays(7)).minusSeconds(1);
        run("chen", early, "dispatch", "receipts", "1");
        assertThat(state(early)).as("a window is open").isEqualTo(PackageState.LIVE);

        Instant late = ReadyToSend.NOW.plus(Duration.ofDays(7));
        CliRun receipts = run("chen", late, "dispatch", "receipts", "1");
        assertThat(receipts.out()).contains("dispatch-1");
        assertThat(state(late)).isEqualTo(PackageState.EVALUATED);

        Map<Arm, Long> people = new EnumMap<>(Arm.class);
        Map<Arm, Long> buyers = new EnumMap<>(Arm.class);
        arms().forEach(
                        person -> {
                            people.merge(person.arm(), 1L, Long::sum);
                            int number = Integer.parseInt(person.key().substring(1));
                            buyers.merge(
                                    person.arm(), ReadyToSend.buys(number) ? 1L : 0L, Long::sum);
                        });
        EffectAnswer answer = answer(late);
        for (ArmFigures arm : answer.all().arms()) {
            Arm meant = arm.control() ? Arm.HOLDOUT : Arm.SEND;
            assertThat(arm.arm()).isEqualTo(meant.name().toLowerCase(Locale.ROOT));
            assertThat(arm.figures().sums().people()).isEqualTo(people.get(meant));
            assertThat(arm.figures().sums().counts().converted())
                    .as("buyers of %s", meant)
                    .isEqualTo(buyers.get(meant));
        }
        assertThat(buyers.get(Arm.SEND)).isPositive();
    }

    @Test
    void thePublishedProbabilityIsThatOfTheSplit() {
        ReadyToSend.fill(folder, PEOPLE, SourceEngine.H2);
        send();
        EffectAnswer answer = answer(ReadyToSend.NOW);
        assertThat(answer.all().uplift()).isInstanceOf(Uplift.Measured.class);
        assertThat(answer.set().design())
                .isInstanceOfSatisfying(
                        Design.Randomised.class,
                        chance -> {
                            assertThat(chance.controlArm()).isEqualTo("holdout");
                            assertThat(chance.plan().shares())
                                    .isEqualTo(Map.of("send", 0.75, "holdout", 0.25));
                        });
        assertThat(state(ReadyToSend.NOW)).as("invented at once").isEqualTo(PackageState.EVALUATED);
        assertThat(
                        run(
                                        "chen",
                                        ReadyToSend.NOW,
                                        "effect",
                                        "show",
                                        "pack_hello",
                                        "--outcomes",
                                        "dispatch-1")
                                .out())
                .contains("holdout");
    }

    @Test
    void askedTwiceItIsTheSame() {
        ReadyToSend.fill(folder, 200, SourceEngine.H2);
        send();
        EffectAnswer first = answer(ReadyToSend.NOW);
        assertThat(
                        run("chen", ReadyToSend.NOW, "dispatch", "receipts", "1", "--json")
                                .json()
                                .get("newReceipts")
                                .asInt())
                .isZero();
        assertThat(answer(ReadyToSend.NOW).all()).isEqualTo(first.all());
        assertThat(folder.resolve("workspace/dispatches/outcomes-1.csv")).doesNotExist();
    }

    @Test
    void eventsThatTheSourceLacksAreRefusedBeforeAnythingIsFrozen() {
        ReadyToSend.fill(folder, 20, SourceEngine.H2);
        CliRun none = run("li", ReadyToSend.NOW, ReadyToSend.plan("--conversion", "visits"));
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("visits");
        assertThat(Files.exists(folder.resolve("workspace/dispatches"))).isFalse();
    }

    private List<Recipient> arms() {
        List<Recipient> people = new ArrayList<>();
        try (DispatchFile file = new H2DispatchFiles(folder.resolve("workspace")).open(ID)) {
            file.recipients(people::add);
        }
        return people;
    }

    private PackageState state(Instant now) {
        try (Workspace workspace = ReadyToSend.open(folder, "li", now)) {
            return workspace.lives().of(ReadyToSend.PACK).state(1);
        }
    }

    private EffectAnswer answer(Instant now) {
        try (Workspace workspace = ReadyToSend.open(folder, "li", now)) {
            OutcomeSet set = workspace.outcomes().sets().get(DispatchOutcomes.name(ID));
            return workspace.reviews().of(Question.of(set), new CancelSignal()).answer();
        }
    }
}
