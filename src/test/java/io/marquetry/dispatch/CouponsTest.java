package io.marquetry.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.asset.AssetKey;
import io.marquetry.base.ProblemException;
import io.marquetry.cli.CliRun;
import io.marquetry.dispatch.desk.Status;
import io.marquetry.dispatch.send.Progress;
import io.marquetry.source.SourceEngine;
import io.marquetry.store.dispatch.H2DispatchFiles;
import io.marquetry.store.dispatch.H2Reach;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Codes go to one person each, come back where nobody can know them, and never go out twice. */
class CouponsTest {

    private static final AssetKey POOL = new AssetKey("spring");
    private static final String TEXT = "Hello {name}, your code: {code}";

    @TempDir private Path folder;
    private Instant now = ReadyToSend.NOW;

    private CliRun run(String who, String... arguments) {
        now = now.plusSeconds(60);
        return ReadyToSend.run(folder, "workspace", who, now, arguments);
    }

    private CliRun plan(String... more) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                ReadyToSend.plan(
                                        "--coupons", "spring", "--quiet", "none", "--json")));
        all.addAll(List.of(more));
        return run("li", all.toArray(String[]::new));
    }

    private Path codes(int from, int to) throws IOException {
        Path file = folder.resolve("codes.txt");
        Files.write(file, IntStream.range(from, to).mapToObj("SPRING-%05d"::formatted).toList());
        return file;
    }

    private void send(int id) {
        assertThat(run("chen", "dispatch", "approve", Integer.toString(id)).code()).isZero();
        assertThat(run("chen", "dispatch", "run", Integer.toString(id)).out()).contains("done");
    }

    private Map<Integer, String> given(int dispatch) {
        Map<Integer, String> given = new HashMap<>();
        try (DispatchFile file =
                new H2DispatchFiles(folder.resolve("workspace")).open(new DispatchId(dispatch))) {
            file.recipients(
                    person -> {
                        String code = person.filling().get(Terms.CODE);
                        if (code != null) {
                            assertThat(person.arm()).isEqualTo(Arm.SEND);
                            given.put(person.ordinal(), code);
                        } else {
                            assertThat(person.arm()).isNotEqualTo(Arm.SEND);
                        }
                    });
        }
        return given;
    }

    private int free() {
        return run("li", "coupons", "list", "--json").json().get(0).get("free").asInt();
    }

    @Test
    void oneForEachPersonOfOneOrSeveralDispatchesAndNeverTwice() throws IOException {
        ReadyToSend.fill(folder, 100, SourceEngine.H2, TEXT);
        Path file = codes(0, 250);
        assertThat(
                        run("li", "coupons", "import", "spring", file.toString(), "--json")
                                .json()
                                .get("added")
                                .asInt())
                .isEqualTo(250);
        assertThat(
                        run("li", "coupons", "import", "spring", file.toString(), "--json")
                                .json()
                                .get("known")
                                .asInt())
                .isEqualTo(250);
        CliRun planned = plan("--holdout", "20%");
        assertThat(planned.err()).isEmpty();
        int net = planned.json().get("net").asInt();
        assertThat(planned.json().get("codes").asInt()).isEqualTo(250);
        assertThat(free()).isEqualTo(250 - net);
        plan("--holdout", "20%");
        Map<Integer, String> first = given(1);
        Map<Integer, String> second = given(2);
        assertThat(first).hasSize(net);
        Set<String> all = new HashSet<>(first.values());
        all.addAll(second.values());
        assertThat(all).hasSize(first.size() + second.size());
        // The text shows each person their own, the same on each try.
        try (DispatchFile open =
                new H2DispatchFiles(folder.resolve("workspace")).open(new DispatchId(1))) {
            open.recipients(
                    person -> {
                        if (person.arm() == Arm.SEND) {
                            assertThat(open.dispatch().text().fill(person.filling()))
                                    .endsWith(": " + first.get(person.ordinal()));
                        }
                    });
        }
    }

    @Test
    void tooFewCodesCutByChanceNotByOrderAndBothArmsAlike() throws IOException {
        ReadyToSend.fill(folder, 4_000, SourceEngine.H2, TEXT);
        run("li", "coupons", "import", "spring", codes(0, 1_000).toString());
        CliRun planned = plan("--holdout", "50%");
        assertThat(planned.json().get("net").asInt()).isEqualTo(1_000);
        int out = planned.json().get("reasons").get("NO_CODE").asInt();
        int held = planned.json().get("holdout").asInt();
        assertThat(out + held + 1_000).isEqualTo(4_000);
        // 1,000 with a deviation of 45: chance alone leaves these bounds once in a million plans.
        assertThat(held).isBetween(780, 1_220);
        assertThat(free()).isZero();
        assertThat(given(1).keySet().stream().mapToInt(n -> n).max().orElse(0))
                .isGreaterThan(3_000);
        assertThat(plan().json().get("net").asInt()).isZero();
    }

    @Test
    void whatWasNeverAboutToBeSentComesBackOnCancel() throws IOException {
        ReadyToSend.fill(folder, 40, SourceEngine.H2, TEXT);
        run("li", "coupons", "import", "spring", codes(0, 100).toString());
        plan();
        assertThat(free()).isEqualTo(60);
        run("li", "dispatch", "cancel", "1");
        assertThat(free()).isEqualTo(100);
        plan();
        send(2);
        assertThat(free()).isEqualTo(60);
    }

    @Test
    void aDispatchThatWasNeverFrozenGivesItsCodesBack() throws IOException {
        try (H2Reach reach = new H2Reach(folder)) {
            Coupons coupons = reach.coupons();
            coupons.add(POOL, List.of("A", "B", "C"), Optional.empty());
            Instant now = ReadyToSend.NOW;
            assertThat(coupons.bind(POOL, new DispatchId(1), new int[] {4, 9}, now))
                    .containsExactly("A", "B");
            assertThatThrownBy(() -> coupons.bind(POOL, new DispatchId(2), new int[] {1, 2}, now))
                    .isInstanceOf(ProblemException.class);
            coupons.settle(id -> false);
            assertThat(coupons.free(POOL, now)).isEqualTo(3);
            coupons.bind(POOL, new DispatchId(3), new int[] {1}, now);
            coupons.keep(new DispatchId(3));
            coupons.settle(id -> false);
            assertThat(coupons.free(POOL, now)).isEqualTo(2);
        }
    }

    @Test
    void thoseThatExpireFirstGoFirstAndNoneThatIsOverBeforeTheEnd() throws IOException {
        try (H2Reach reach = new H2Reach(folder)) {
            Coupons coupons = reach.coupons();
            Instant now = ReadyToSend.NOW;
            coupons.add(POOL, List.of("ever"), Optional.empty());
            coupons.add(POOL, List.of("later"), Optional.of(now.plusSeconds(200)));
            coupons.add(POOL, List.of("soon"), Optional.of(now.plusSeconds(100)));
            assertThat(coupons.free(POOL, now.plusSeconds(150))).isEqualTo(2);
            assertThat(
                            coupons.bind(
                                    POOL,
                                    new DispatchId(1),
                                    new int[] {0, 1},
                                    now.plusSeconds(150)))
                    .containsExactly("later", "ever");
            assertThat(coupons.stock(now.plusSeconds(150)).getFirst().over()).isOne();
        }
    }

    @Test
    void anErasedPersonsCodeIsNowhereAndIsNotGivenAgain() throws IOException {
        ReadyToSend.fill(folder, 20, SourceEngine.H2, TEXT);
        Path file = codes(0, 40);
        run("li", "coupons", "import", "spring", file.toString());
        plan();
        send(1);
        Path reach = folder.resolve("workspace/reach.mv.db");
        String code = given(1).get(7);
        assertThat(content(reach)).contains(code);
        assertThat(run("li", "workspace", "erase-person", "p7").out()).contains("Dispatch 1");
        assertThat(content(reach)).doesNotContain(code);
        assertThat(content(folder.resolve("workspace/dispatches/1.mv.db"))).doesNotContain(code);
        run("li", "coupons", "import", "spring", file.toString());
        assertThat(free()).isEqualTo(20);
    }

    private static String content(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    @Test
    void aTextWithoutAPlaceForACodeOrACouponWithoutCodesIsRefused() throws IOException {
        ReadyToSend.fill(folder, 5, SourceEngine.H2);
        assertThat(plan().err()).contains("no codes of coupon spring");
        run("li", "coupons", "import", "spring", codes(0, 9).toString());
        assertThat(plan().err()).contains("{code}");
    }

    @Test
    void whatIsNoCodeIsRefusedAndNotNamed() throws IOException {
        ReadyToSend.fill(folder, 5, SourceEngine.H2, TEXT);
        Path file = folder.resolve("bad.txt");
        Files.write(file, List.of("GOOD-1", "SECRET CODE", "GOOD-2"));
        CliRun run = run("li", "coupons", "import", "spring", file.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("Value 2").doesNotContain("SECRET");
        assertThat(run("li", "coupons", "list").err()).contains("no codes");
    }

    @Test
    void withinABudgetAsManyAsCanBePaidBothArmsAlike() throws IOException {
        ReadyToSend.fill(folder, 4_000, SourceEngine.H2);
        CliRun planned =
                run(
                        "li",
                        ReadyToSend.plan(
                                "--quiet",
                                "none",
                                "--holdout",
                                "50%",
                                "--budget",
                                "50.04",
                                "--json"));
        assertThat(planned.json().get("net").asInt()).isEqualTo(1_000);
        assertThat(planned.json().get("reasons").get("OVER_BUDGET").asInt()).isPositive();
        assertThat(planned.json().get("holdout").asInt()).isBetween(780, 1_220);
    }

    @Test
    void theControlGroupIsTheSameInAllDispatchesOfAQuarter() throws IOException {
        ReadyToSend.fill(folder, 5_000, SourceEngine.H2);
        String[] wanted = ReadyToSend.plan("--quiet", "none", "--control", "20%", "--json");
        int size = run("li", wanted).json().get("control").asInt();
        // 1,000 with a deviation of 28.
        assertThat(size).isBetween(860, 1_140);
        run("li", wanted);
        assertThat(keptOut(1)).hasSize(size).isEqualTo(keptOut(2));
    }

    private Set<String> keptOut(int dispatch) {
        Set<String> found = new HashSet<>();
        try (DispatchFile file =
                new H2DispatchFiles(folder.resolve("workspace")).open(new DispatchId(dispatch))) {
            file.recipients(
                    person -> {
                        if (person.arm() == Arm.CONTROL) {
                            found.add(person.key());
                        }
                    });
        }
        return found;
    }

    @Test
    void itPausesAfterAsManyAsWereAllowedAndGoesOnWhenTakenUp() {
        ReadyToSend.fill(folder, 300, SourceEngine.H2);
        run("li", ReadyToSend.plan("--quiet", "none", "--first", "20", "--pause-after", "100"));
        run("chen", "dispatch", "approve", "1");
        assertThat(run("chen", "dispatch", "run", "1").out()).contains("first messages");
        assertThat(taken()).isEqualTo(20);
        assertThat(run("chen", "dispatch", "resume", "1").out()).contains("as were allowed");
        assertThat(taken()).isEqualTo(120);
        run("chen", "dispatch", "resume", "1");
        assertThat(taken()).isEqualTo(220);
        assertThat(run("chen", "dispatch", "resume", "1").out()).contains("done");
    }

    private long taken() {
        try (Workspace workspace = ReadyToSend.open(folder, "li", ReadyToSend.NOW)) {
            Status status = workspace.dispatches().status(new DispatchId(1));
            assertThat(status.in(RecipientState.CLAIMED)).isZero();
            return status.in(RecipientState.SENT);
        }
    }

    @Test
    void itPausesWhereMoreAreRefusedThanExpected() {
        ReadyToSend.fill(folder, 2_000, SourceEngine.H2);
        // The provider for demonstrations refuses two of a hundred.
        run("li", ReadyToSend.plan("--quiet", "none", "--limit", "refused=0.1%"));
        run("chen", "dispatch", "approve", "1");
        assertThat(run("chen", "dispatch", "run", "1").out()).contains("too many refused");
        try (DispatchFile file =
                new H2DispatchFiles(folder.resolve("workspace")).open(new DispatchId(1))) {
            Progress progress = Progress.read(file);
            assertThat(progress.count(RecipientState.WAITING)).isPositive();
            assertThat(progress.count(RecipientState.CLAIMED)).isZero();
        }
    }
}
