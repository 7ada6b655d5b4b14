package io.marquetry.cli.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.marquetry.cli.CliRun;
import io.marquetry.launch.Wiring;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Who is in no denominator, and that it is told; the same in both engines. */
class DenominatorsTest {

    @TempDir private Path folder;

    /** Where the last set was imported. */
    private Path last = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"H2", "DUCKDB"})
    void whoWasNeverSentAnythingIsNobodysDenominator(String engine) throws IOException {
        JsonNode answer =
                shown(
                        engine,
                        """
                        person,event,offer,amount,at
                        A,offer received,o1,,2024-01-01
                        A,offer viewed,o1,,2024-01-02
                        A,transaction,,5,2024-01-03
                        B,transaction,,7,2024-01-03
                        C,transaction,,9,2024-01-03
                        """,
                        "--rows events --map profile=person --map event=event --map package=offer"
                                + " --map revenue=amount --map when=at",
                        "sent=offer received",
                        "hit=offer viewed");
        assertThat(answer.at("/treated/targeted").asInt()).isEqualTo(1);
        assertThat(answer.at("/treated/hit/value").asDouble()).isEqualTo(1);
        assertThat(answer.at("/treated/revenue/total").asInt()).isZero();
        assertThat(finding(answer, "NEVER_SENT").get("profiles").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "DUCKDB"})
    void whoIsInAnArmIsTargetedThoughNothingWasSent(String engine) throws IOException {
        JsonNode answer =
                shown(
                        engine,
                        """
                        person,event,arm
                        A,sent,mail
                        A,bought,mail
                        B,assigned,none
                        C,bought,none
                        D,bought,
                        """,
                        "--rows events --map profile=person --map event=event --map arm=arm"
                                + " --control none",
                        "sent=sent",
                        "converted=bought");
        assertThat(answer.at("/arms/0/targeted").asInt()).isEqualTo(1);
        assertThat(answer.at("/arms/1/targeted").asInt()).isEqualTo(2);
        assertThat(answer.at("/arms/1/conversion/count").asInt()).isEqualTo(1);
        assertThat(answer.get("arms")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "DUCKDB"})
    void rowsWithoutAnArmAreInNone(String engine) throws IOException {
        JsonNode answer = shown(engine, HOLES, MAPPED);
        assertThat(answer.get("arms")).hasSize(2);
        assertThat(answer.at("/arms/0/arm").asString()).isEqualTo("t");
        assertThat(answer.at("/arms/0/targeted").asInt()).isEqualTo(3);
        assertThat(answer.at("/treated/targeted").asInt()).isEqualTo(3);
        assertThat(finding(answer, "WITHOUT_ARM").get("targeted").asInt()).isEqualTo(2);
        // What an empty cell means is a choice: here nothing happened.
        assertThat(answer.at("/arms/0/conversion/value").asDouble())
                .isEqualTo(1.0 / 3, within(1e-9));
        assertThat(answer.at("/arms/0/revenue/perHead/value").asDouble()).isEqualTo(5);
        assertThat(empty(answer, "CONVERTED").get("meaning").asString()).isEqualTo("NOTHING");
        assertThat(empty(answer, "CONVERTED").get("rows").asInt()).isEqualTo(1);
        assertThat(empty(answer, "REVENUE").get("rows").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "DUCKDB"})
    void whatIsNotKnownIsInNoDenominator(String engine) throws IOException {
        JsonNode answer = shown(engine, HOLES, MAPPED + " --unknown converted --unknown revenue");
        assertThat(answer.at("/arms/0/targeted").asInt()).isEqualTo(3);
        assertThat(answer.at("/arms/0/conversion/value").asDouble()).isEqualTo(0.5);
        assertThat(answer.at("/arms/0/revenue/perHead/value").asDouble()).isEqualTo(7.5);
        assertThat(answer.at("/arms/1/conversion/value").asDouble()).isEqualTo(0.5);
        assertThat(empty(answer, "REVENUE").get("meaning").asString()).isEqualTo("UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "DUCKDB"})
    void whoStandsInTwoArmsIsInNone(String engine) throws IOException {
        JsonNode rows =
                shown(
                        engine,
                        """
                        id,arm,conv
                        P1,t,1
                        P1,c,0
                        P2,t,1
                        P3,c,0
                        P3,c,1
                        """,
                        "--map profile=id --map arm=arm --map converted=conv --control c");
        assertThat(rows.at("/arms/0/targeted").asInt()).isEqualTo(1);
        assertThat(rows.at("/arms/1/targeted").asInt()).isEqualTo(1);
        assertThat(finding(rows, "IN_TWO_ARMS").get("profiles").asInt()).isEqualTo(1);
        JsonNode events =
                shown(
                        engine,
                        """
                        id,arm,event,pack
                        P1,t,sent,a
                        P1,c,sent,a
                        P2,t,sent,a
                        P2,c,sent,b
                        P2,t,bought,a
                        """,
                        "--rows events --map profile=id --map arm=arm --map event=event"
                                + " --map package=pack --control c",
                        "sent=sent",
                        "converted=bought");
        assertThat(events.at("/arms/0/targeted").asInt()).isEqualTo(1);
        assertThat(events.at("/arms/0/conversion/count").asInt()).isEqualTo(1);
        assertThat(events.at("/arms/1/targeted").asInt()).isEqualTo(1);
        assertThat(finding(events, "IN_TWO_ARMS").get("profiles").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "DUCKDB"})
    void totalsWithoutTheirDenominatorAreInNoRate(String engine) throws IOException {
        JsonNode answer =
                shown(
                        engine,
                        """
                        day,targeted,converted
                        2024-01-01,1000,20
                        2024-01-02,,30
                        2024-01-03,1000,22
                        2024-01-04,500,-3
                        """,
                        "--rows totals --map targeted=targeted --map converted=converted"
                                + " --map when=day");
        assertThat(answer.at("/treated/targeted").asInt()).isEqualTo(2000);
        assertThat(answer.at("/treated/conversion/value").asDouble())
                .isEqualTo(0.021, within(1e-9));
        assertThat(finding(answer, "WITHOUT_DENOMINATOR").get("rows").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "DUCKDB"})
    void aCountBelowNothingIsRefusedAndARefundIsNot(String engine) throws IOException {
        JsonNode answer =
                shown(
                        engine,
                        "id,conv,spend\n1,1,5\n2,-1,3\n3,0,-4\n",
                        "--map profile=id --map converted=conv --map revenue=spend");
        assertThat(answer.at("/treated/targeted").asInt()).isEqualTo(2);
        assertThat(answer.at("/treated/revenue/total").asInt()).isEqualTo(1);
        assertThat(answer.get("findings")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "DUCKDB"})
    void pIntervalAndVerdictOfAFamilyAgree(String engine) throws IOException {
        JsonNode answer =
                shown(
                        engine,
                        """
                        grp,arm,targeted,conv
                        a,t,1000,70
                        a,c,1000,48
                        b,t,1000,50
                        b,c,1000,50
                        """,
                        "--rows totals --map targeted=targeted --map arm=arm --map converted=conv"
                                + " --control c");
        JsonNode one = answer.at("/by/0/groups/0/uplift/comparisons/0");
        assertThat(one.get("p").asDouble()).isEqualTo(0.0366, within(5e-4));
        assertThat(one.get("adjustedP").asDouble()).isEqualTo(0.0731, within(1e-3));
        assertThat(one.get("adjustedLow").asDouble()).isNegative();
        assertThat(one.get("verdict").asString()).isEqualTo("INCONCLUSIVE");
        assertThat(one.get("comparedTogether").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "DUCKDB"})
    void aFailedSplitWithdrawsTheUplift(String engine) throws IOException {
        String totals = "arm,targeted,conv\nmail,5300,300\nnone,4700,200\n";
        String mapped =
                "--rows totals --map targeted=targeted --map arm=arm --map converted=conv"
                        + " --control none";
        JsonNode failed = shown(engine, totals, mapped + " --planned mail=1 --planned none=1");
        assertThat(failed.at("/split/sound").asBoolean()).isFalse();
        assertThat(failed.at("/split/p").asDouble()).isLessThan(1e-8);
        assertThat(failed.at("/uplift/reason").asString()).isEqualTo("SPLIT_FAILED");
        JsonNode fits = shown(engine, totals, mapped + " --planned mail=53 --planned none=47");
        assertThat(fits.at("/split/sound").asBoolean()).isTrue();
        assertThat(fits.at("/uplift/measured").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "DUCKDB"})
    void anEarlyResultHasAnIntervalForEveryLook(String engine) throws IOException {
        JsonNode answer =
                shown(
                        engine,
                        "arm,targeted,conv\nmail,5000,300\nnone,5000,240\n",
                        "--rows totals --map targeted=targeted --map arm=arm --map converted=conv"
                                + " --control none --planned-people 40000");
        JsonNode one = answer.at("/uplift/comparisons/0");
        assertThat(one.get("p").asDouble()).isLessThan(0.05);
        assertThat(one.get("verdict").asString()).isEqualTo("INCONCLUSIVE");
        assertThat(one.at("/early/done").asDouble()).isEqualTo(0.25);
        assertThat(one.at("/early/verdict").asString()).isEqualTo("INCONCLUSIVE");
        assertThat(one.at("/early/p").asDouble()).isGreaterThan(0.05);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "DUCKDB"})
    void whatWasMeasuredBeforeMakesUpliftSurer(String engine) throws IOException {
        StringBuilder rows = new StringBuilder("id,arm,before,spend\n");
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 2_000; i++) {
            double before = 50 + 10 * random.nextGaussian();
            double after = before + random.nextGaussian() * 4 + (i % 2 == 0 ? 1 : 0);
            rows.append(
                    "%d,%s,%.2f,%.2f%n".formatted(i, i % 2 == 0 ? "mail" : "none", before, after));
        }
        JsonNode answer =
                shown(
                        engine,
                        rows.toString(),
                        "--map profile=id --map arm=arm --map before=before --map revenue=spend"
                                + " --control none");
        JsonNode one = answer.at("/uplift/comparisons/0");
        assertThat(one.at("/withBefore/varianceGained").asDouble()).isBetween(0.8, 0.9);
        assertThat(one.at("/withBefore/difference").asDouble()).isEqualTo(1, within(0.5));
        assertThat(one.at("/withBefore/low").asDouble()).isPositive();
        assertThat(answer.at("/split/p").asDouble()).isGreaterThan(0.001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "DUCKDB"})
    void whatWasPlannedToBeAdjustedLeadsAdjusted(String engine) throws IOException {
        StringBuilder rows = new StringBuilder("id,arm,before,spend\n");
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 2_000; i++) {
            double before = 50 + 10 * random.nextGaussian();
            double after = before + random.nextGaussian() * 4 + (i % 2 == 0 ? 0.7 : 0);
            rows.append(
                    "%d,%s,%.2f,%.2f%n".formatted(i, i % 2 == 0 ? "mail" : "none", before, after));
        }
        String mapped =
                "--map profile=id --map arm=arm --map before=before --map revenue=spend"
                        + " --control none";
        JsonNode plain = shown(engine, rows.toString(), mapped).at("/uplift/comparisons/0");
        JsonNode planned =
                shown(engine, rows.toString(), mapped + " --planned-adjusted")
                        .at("/uplift/comparisons/0");
        assertThat(plain.get("adjusted").asBoolean()).isFalse();
        assertThat(planned.get("adjusted").asBoolean()).isTrue();
        for (String part : List.of("difference", "low", "high", "p", "verdict")) {
            assertThat(planned.get(part)).isEqualTo(plain.get("withBefore").get(part));
            assertThat(planned.get("plain").get(part)).isEqualTo(plain.get(part));
        }
        assertThat(planned.get("verdict").asString()).isEqualTo("HIGHER");
        assertThat(plain.get("verdict").asString()).isEqualTo("INCONCLUSIVE");
        assertThat(planned.at("/plain/varianceGained"))
                .isEqualTo(plain.at("/withBefore/varianceGained"));
    }

    @Test
    void anAdjustmentNeedsAMeasureFromBefore() throws IOException {
        Path home = Files.createTempDirectory(folder, "one");
        Path file = Files.writeString(home.resolve("rows.csv"), HOLES);
        List<String> line = new ArrayList<>(List.of("outcomes", "import", file.toString()));
        line.addAll(List.of(MAPPED.split(" ")));
        line.add("--planned-adjusted");
        CliRun refused = run(home, line);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("a measure from before the send");
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "DUCKDB"})
    void anAmountThatFiguresRestOnIsNamedAndCut(String engine) throws IOException {
        StringBuilder rows = new StringBuilder("id,arm,spend\n");
        for (int i = 0; i < 2_000; i++) {
            int spend = i == 999 ? 250_000 : i % 10 < 4 ? 20 + i % 7 : 0;
            rows.append("P%d,%s,%d%n".formatted(i, i % 2 == 0 ? "mail" : "none", spend));
        }
        JsonNode answer =
                shown(
                        engine,
                        rows.toString(),
                        "--map profile=id --map arm=arm --map revenue=spend --control none");
        JsonNode found = answer.at("/findings/0");
        assertThat(found.get("finding").asString()).isEqualTo("EXTREME");
        assertThat(found.get("arm").asString()).isEqualTo("none");
        assertThat(found.at("/amounts/0/profile").asString()).isEqualTo("P999");
        assertThat(found.at("/amounts/0/amount").asDouble()).isEqualTo(250_000);
        assertThat(found.get("amounts").size()).isEqualTo(1);
        assertThat(found.get("cutTo").asDouble()).isEqualTo(26);
        assertThat(found.at("/perHead/footing").asString()).isEqualTo("SPARSE");
        assertThat(found.at("/cut/footing").asString()).isEqualTo("FIRM");
        assertThat(found.at("/cut/value").asDouble()).isBetween(8.0, 11.0);
        assertThat(found.at("/differenceCut/low").asDouble()).isNegative();
    }

    @Test
    void armsThatLookEqualAndAreNotAreTold() throws IOException {
        assertThat(split(5_300, 4_700).at("/findings/0/finding").asString())
                .isEqualTo("UNEQUAL_ARMS");
        assertThat(split(5_050, 4_950).get("findings").size()).isZero();
        // Nine of ten mailed were meant to be.
        assertThat(split(9_000, 1_000).get("findings").size()).isZero();
    }

    private JsonNode split(int mailed, int held) throws IOException {
        StringBuilder rows = new StringBuilder("id,arm,conv\n");
        for (int i = 0; i < mailed + held; i++) {
            rows.append(
                    "%d,%s,%d%n".formatted(i, i < mailed ? "mail" : "none", i % 5 == 0 ? 1 : 0));
        }
        JsonNode answer =
                shown(
                        "DUCKDB",
                        rows.toString(),
                        "--map profile=id --map arm=arm --map converted=conv --control none");
        // Nobody said that equal arms were planned, so uplift stays.
        assertThat(answer.at("/uplift/measured").asBoolean()).isTrue();
        return answer;
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "DUCKDB"})
    void somebodyOfSeveralDaysIsOnePersonOfTheWeek(String engine) throws IOException {
        StringBuilder rows = new StringBuilder("grp,id,pack,arm,day,conv\n");
        for (int i = 0; i < 200; i++) {
            // Monday and Tuesday of one week, two packages, the same answer.
            for (int day = 5; day <= 6; day++) {
                rows.append(
                        "g,%d,%s,%s,2026-01-0%d,%d%n"
                                .formatted(
                                        i,
                                        day == 5 ? "one" : "two",
                                        i % 2 == 0 ? "mail" : "none",
                                        day,
                                        i % 3 == 0 ? 1 : 0));
            }
        }
        JsonNode answer =
                shown(
                        engine,
                        rows.toString(),
                        "--map profile=id --map package=pack --map arm=arm --map when=day"
                                + " --map converted=conv --control none",
                        new String[0]);
        Path home = last;
        JsonNode week =
                run(home, List.of("effect", "show", "--json", "--by", "week")).json().at("/by/0");
        JsonNode arm = week.at("/groups/0/arms/0");
        assertThat(arm.get("targeted").asInt()).isEqualTo(200);
        assertThat(arm.get("people").asInt()).isEqualTo(100);
        assertThat(arm.at("/conversion/method").asString()).isEqualTo("CLUSTERED");
        JsonNode pack =
                run(home, List.of("effect", "show", "--json", "--by", "package"))
                        .json()
                        .at("/by/0/groups/0/arms/0");
        assertThat(pack.get("people").asInt()).isEqualTo(100);
        assertThat(pack.at("/conversion/method").asString()).isEqualTo("WILSON");
        JsonNode day =
                run(home, List.of("effect", "show", "--json", "--by", "day"))
                        .json()
                        .at("/by/0/groups/0/arms/0");
        assertThat(day.get("people").asInt()).isEqualTo(100);
        assertThat(day.at("/conversion/method").asString()).isEqualTo("WILSON");
        // By two columns nobody counts people, and that is said.
        JsonNode both =
                run(home, List.of("effect", "show", "--json", "--by", "grp+package")).json();
        assertThat(both.get("findings").toString()).contains("BY_ROW");
        assertThat(answer.get("findings").toString()).doesNotContain("BY_ROW");
    }

    private static final String HOLES =
            """
            id,arm,conv,spend
            1,t,1,10
            2,t,0,
            3,t,,5
            5,,1,3
            6,,0,0
            7,c,0,0
            8,c,1,4
            """;

    private static final String MAPPED =
            "--map profile=id --map arm=arm --map converted=conv --map revenue=spend --control c";

    private JsonNode shown(String engine, String csv, String options, String... events)
            throws IOException {
        Path home = Files.createTempDirectory(folder, "one");
        last = home;
        Path file = Files.writeString(home.resolve("rows.csv"), csv);
        List<String> line =
                new ArrayList<>(List.of("outcomes", "import", file.toString(), "--engine", engine));
        line.addAll(List.of(options.split(" ")));
        for (String event : events) {
            line.addAll(List.of("--event", event));
        }
        CliRun imported = run(home, line);
        assertThat(imported.code()).as(imported.err()).isZero();
        List<String> show = new ArrayList<>(List.of("effect", "show", "--json"));
        if (csv.startsWith("grp")) {
            show.addAll(List.of("--by", "grp"));
        }
        CliRun shown = run(home, show);
        assertThat(shown.code()).as(shown.err()).isZero();
        assertThat(run(home, List.of("effect", "show")).code()).isZero();
        return shown.json();
    }

    private static CliRun run(Path home, List<String> line) {
        return CliRun.in(
                new Wiring(InstantSource.system()),
                home.resolve("workspace"),
                line.toArray(String[]::new));
    }

    private static JsonNode finding(JsonNode answer, String name) {
        for (JsonNode finding : answer.get("findings")) {
            if (finding.get("finding").asString().equals(name)) {
                return finding;
            }
        }
        throw new AssertionError("no finding " + name + " in " + answer.get("findings"));
    }

    private static JsonNode empty(JsonNode answer, String role) {
        for (JsonNode finding : answer.get("findings")) {
            if (finding.get("finding").asString().equals("EMPTY_CELLS")
                    && finding.get("role").asString().equals(role)) {
                return finding;
            }
        }
        throw new AssertionError("no empty cells in " + answer.get("findings"));
    }
}
