package io.marquetry.cli.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.StreamSupport;

/** What is concluded from outcomes that earlier misled: an expert would sign each of these. */
class ConclusionsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

    @TempDir private Path folder;

    @Test
    void aSeasonInBothArmsIsNoWear() throws IOException {
        seasonal("season", week -> 0.12 * Math.pow(0.82, week) + 0.01, week -> 0.02);

        JsonNode advice = advise("season").get(0);

        assertThat(advice.get("advice").asString()).isEqualTo("PROMOTE");
        assertThat(advice.get("basis").toString()).doesNotContain("fell");
    }

    @Test
    void anEffectThatFallsAgainstTheControlWearsOff() throws IOException {
        seasonal("wear", week -> 0.1 - 0.003 * week, week -> week < 7 ? 0.06 : 0.01);

        JsonNode advice = advise("wear").get(0);

        assertThat(advice.get("advice").asString()).isEqualTo("PAUSE");
        assertThat(advice.get("basis").get(0).asString())
                .contains("the difference from the control fell")
                .contains("in the week of Jan 5, 2026");
    }

    @Test
    void aFallWithoutAControlIsAChangeAndNeverAPause() throws IOException {
        Path file = folder.resolve("alone.csv");
        SplittableRandom random = new SplittableRandom(5);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("day,conv\n");
            for (int week = 0; week < 14; week++) {
                for (int i = 0; i < (week < 7 ? 1_000 : 400); i++) {
                    int conv = random.nextDouble() < (week < 7 ? 0.12 : 0.05) ? 1 : 0;
                    out.write("%s,%d%n".formatted(MONDAY.plusWeeks(week), conv));
                }
            }
        }
        outcomes("alone", file, "--map", "when=day", "--map", "converted=conv");

        JsonNode advice = advise("alone").get(0);

        assertThat(advice.get("advice").asString()).isEqualTo("NOT_ENOUGH_EVIDENCE");
        assertThat(advice.get("basis").get(0).asString())
                .startsWith("Conversion changed from")
                .contains("targeted in a week: 1,000 before, 400 since")
                .contains("nobody can tell a season from wear");
        assertThat(advice.get("needed").asLong()).isPositive();
    }

    @Test
    void anInconclusiveResultIsNotRetired() throws IOException {
        Path file = folder.resolve("totals.csv");
        Files.writeString(file, "arm,targeted,conv\nhold,5000,25\nmail,5000,40\n");
        totals("inconclusive", file, "hold");

        JsonNode advice = advise("inconclusive").get(0);

        assertThat(advice.get("advice").asString()).isEqualTo("TEST_FURTHER");
        assertThat(advice.get("more").asLong()).isPositive();
        assertThat(advice.get("goal").asString()).isEqualTo("CONVERSION");
        assertThat(advice.get("worthAsked").asString()).isEqualTo("10%");
        assertThat(advice.get("text").asString()).contains("more people, all arms together");
        // +0.30 [-0.01, +0.61] pp: whoever needs more than that may let it go.
        assertThat(
                        advise("inconclusive", "--worth", "conversion=0.5pp")
                                .get(0)
                                .get("advice")
                                .asString())
                .isEqualTo("TEST_FURTHER");
        assertThat(
                        advise("inconclusive", "--worth", "conversion=0.7pp")
                                .get(0)
                                .get("advice")
                                .asString())
                .isEqualTo("RETIRE");
        assertThat(
                        advise("inconclusive", "--worth", "conversion=200%")
                                .get(0)
                                .get("advice")
                                .asString())
                .isEqualTo("RETIRE");
    }

    @Test
    void adviceNamesItsRuleItsPeopleItsThresholdAndWhatItDidNotSee() throws IOException {
        Path file = folder.resolve("named.csv");
        Files.writeString(file, "arm,targeted,conv\nhold,5000,25\nmail,5000,40\n");
        totals("named", file, "hold");

        String shown = run("effect", "advise", "--outcomes", "named").out();

        assertThat(shown)
                .contains("Conversion against hold: +0.30 [–0.01, +0.61] pp".replace('–', '\u2212'))
                .contains("not corrected: looked at alone")
                .contains("over 5,000 treated and 5,000 held out by chance")
                .contains("Worth having: 10% of the control’s, +0.05 pp or more")
                .contains("Not looked at: whether it reached people, what people spent")
                .contains("whether it wears off (fewer than five weeks)");
        CliRun wrong = call("effect", "advise", "--outcomes", "named", "--worth", "conversion=0.5");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).contains("0.5pp");
        assertThat(call("effect", "advise", "--worth", "reach=10%").err()).contains("profit");
    }

    @Test
    void verdictIntervalAndPAgreeInATableOfGroups() throws IOException {
        Path file = folder.resolve("groups.csv");
        Files.writeString(
                file,
                "grp,arm,targeted,conv\na,t,1000,70\na,c,1000,48\nb,t,1000,50\nb,c,1000,50\n");
        totals("groups", file, "c");

        JsonNode groups =
                run("effect", "show", "--outcomes", "groups", "--by", "grp", "--json")
                        .json()
                        .get("by")
                        .get(0)
                        .get("groups");

        for (JsonNode group : groups) {
            JsonNode comparison = group.get("uplift").get("comparisons").get(0);
            boolean sure = comparison.get("adjustedP").asDouble() < 0.05;
            boolean apart =
                    comparison.get("adjustedLow").asDouble() > 0
                            || comparison.get("adjustedHigh").asDouble() < 0;
            assertThat(apart).isEqualTo(sure);
            assertThat(comparison.get("verdict").asString().equals("INCONCLUSIVE"))
                    .isEqualTo(!sure);
        }
        assertThat(groups.get(0).get("uplift").get("comparisons").get(0).get("verdict").asString())
                .isEqualTo("INCONCLUSIVE");
        assertThat(run("effect", "show", "--outcomes", "groups", "--by", "grp").out())
                .contains("corrected for 2 comparisons over all groups (Holm)")
                .contains("p = 0.073 ".strip());
    }

    @Test
    void manyArmsWithoutAnEffectAreNeitherPromotedNorRetiredByChance() throws IOException {
        Path file = folder.resolve("arms.csv");
        SplittableRandom random = new SplittableRandom(17);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("arm,targeted,conv\n");
            for (int arm = 0; arm <= 100; arm++) {
                int conv = 0;
                for (int i = 0; i < 2_000; i++) {
                    conv += random.nextDouble() < 0.05 ? 1 : 0;
                }
                out.write("%s,2000,%d%n".formatted(arm == 0 ? "hold" : "arm " + arm, conv));
            }
        }
        totals("arms", file, "hold");

        JsonNode advice = advise("arms");

        assertThat(advice).hasSize(100);
        assertThat(advice.toString()).doesNotContain("PROMOTE").doesNotContain("does harm");
        assertThat(advice.get(0).get("basis").get(0).asString())
                .contains("corrected for 100 comparisons of this test (Holm)");
    }

    @Test
    void constantPackagesWithoutAControlAreNotReworked() throws IOException {
        Path file = folder.resolve("constant.csv");
        SplittableRandom random = new SplittableRandom(23);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("pack,day,conv\n");
            for (int pack = 0; pack < 100; pack++) {
                for (int i = 0; i < 400; i++) {
                    out.write(
                            "pack_%d,%s,%d%n"
                                    .formatted(
                                            pack,
                                            MONDAY.plusWeeks(i % 20),
                                            random.nextDouble() < 0.1 ? 1 : 0));
                }
            }
        }
        outcomes(
                "constant",
                file,
                "--map",
                "package=pack",
                "--map",
                "when=day",
                "--map",
                "converted=conv");

        List<String> words =
                StreamSupport.stream(advise("constant").spliterator(), false)
                        .map(advice -> advice.get("advice").asString())
                        .distinct()
                        .toList();
        assertThat(words).containsExactly("NOT_ENOUGH_EVIDENCE");
        assertThat(advise("constant").toString()).doesNotContain("changed from");
    }

    @Test
    void digitsFollowWhatManyPeopleMakeKnown() throws IOException {
        Path file = folder.resolve("huge.csv");
        Files.writeString(
                file, "arm,targeted,conv\nhold,400000000,20000000\nmail,400000000,20010000\n");
        totals("huge", file, "hold");

        assertThat(run("effect", "show", "--outcomes", "huge").out())
                .contains("+0.0025 pp")
                .doesNotContain("+0.00 pp")
                .doesNotContain("[0.00, 0.00]");
    }

    @Test
    void nobodySaysForTheUserThatChanceDidNotDecide() throws IOException {
        Path file = folder.resolve("unsaid.csv");
        Files.writeString(file, "arm,targeted,conv\nhold,5000,25\nmail,5000,40\n");
        outcomes(
                "unsaid",
                file,
                "--rows",
                "totals",
                "--map",
                "arm=arm",
                "--map",
                "targeted=targeted",
                "--map",
                "converted=conv");

        assertThat(run("effect", "show", "--outcomes", "unsaid").out())
                .contains("no arm was named as held out by chance")
                .doesNotContain("did not decide");
    }

    /** A control whose rate falls with the season, and a mail that adds to it. */
    private void seasonal(String name, IntToDoubleFunction control, IntToDoubleFunction added)
            throws IOException {
        Path file = folder.resolve(name + ".csv");
        SplittableRandom random = new SplittableRandom(14);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("arm,day,conv\n");
            for (int week = 0; week < 14; week++) {
                for (int i = 0; i < 6_000; i++) {
                    boolean held = i % 2 == 0;
                    double rate =
                            control.applyAsDouble(week) + (held ? 0 : added.applyAsDouble(week));
                    out.write(
                            "%s,%s,%d%n"
                                    .formatted(
                                            held ? "none" : "mail",
                                            MONDAY.plusWeeks(week).plusDays(i % 7),
                                            random.nextDouble() < rate ? 1 : 0));
                }
            }
        }
        outcomes(
                name,
                file,
                "--map",
                "arm=arm",
                "--map",
                "when=day",
                "--map",
                "converted=conv",
                "--control",
                "none");
    }

    @Test
    void shuffledArmsClaimNothingThoughTheRealOnesDo() throws IOException {
        for (String engine : List.of("H2", "DUCKDB")) {
            String name = "check-" + engine.toLowerCase(Locale.ROOT);
            Path file = folder.resolve(name + ".csv");
            SplittableRandom random = new SplittableRandom(3);
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                out.write("id,arm,conv,engine\n");
                for (int i = 0; i < 3_000; i++) {
                    boolean held = i % 3 == 0;
                    int conv = random.nextDouble() < (held ? 0.08 : 0.16) ? 1 : 0;
                    out.write(
                            "%d,%s,%d,%s%n"
                                    .formatted(i, held ? "none" : "mail " + i % 3, conv, engine));
                }
            }
            outcomes(
                    name,
                    file,
                    "--engine",
                    engine,
                    "--map",
                    "profile=id",
                    "--map",
                    "arm=arm",
                    "--map",
                    "converted=conv",
                    "--control",
                    "none");
        }

        JsonNode checked = run("effect", "check", "--times", "40", "--json").json();

        assertThat(checked).hasSize(2);
        assertThat(advise("check-h2").get(0).get("advice").asString()).isEqualTo("PROMOTE");
        for (JsonNode one : checked) {
            assertThat(one.get("times").asInt()).isEqualTo(40);
            assertThat(one.get("claimed").asInt()).isLessThan(8);
            double share = one.get("claimed").asInt() / 40.0;
            assertThat(one.get("low").asDouble()).isBetween(0.0, share);
            assertThat(one.get("high").asDouble()).isGreaterThan(share);
        }
        // Each engine draws the same lots.
        assertThat(checked.get(0).get("claimed")).isEqualTo(checked.get(1).get("claimed"));
        assertThat(run("effect", "check", "--outcomes", "check-h2", "--times", "2").out())
                .contains("Promote to the library")
                .contains("Arms shuffled 2 times");
    }

    @Test
    void whatCannotBeShuffledIsSaid() throws IOException {
        Path file = folder.resolve("sums.csv");
        Files.writeString(file, "arm,targeted,conv\nhold,5000,25\nmail,5000,40\n");
        totals("sums", file, "hold");
        CliRun refused = call("effect", "check", "--outcomes", "sums");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("totals");
        assertThat(call("effect", "check", "--times", "0").code()).isEqualTo(2);
    }

    @Test
    void aReportTellsHowOftenChanceWouldClaim() throws IOException {
        StringBuilder rows = new StringBuilder("id,arm,conv\n");
        for (int i = 0; i < 600; i++) {
            rows.append("%d,%s,%d%n".formatted(i, i % 2 == 0 ? "t" : "c", i % 7 == 0 ? 1 : 0));
        }
        Path file = folder.resolve("checked.csv");
        Files.writeString(file, rows);
        outcomes(
                "checked",
                file,
                "--map",
                "profile=id",
                "--map",
                "arm=arm",
                "--map",
                "converted=conv",
                "--control",
                "c");
        Path plain = folder.resolve("plain.html");
        Path checked = folder.resolve("checked.html");
        run("effect", "report", "--outcomes", "checked", "--html", plain.toString());
        run("effect", "report", "--outcomes", "checked", "--check", "--html", checked.toString());
        assertThat(Files.readString(plain)).doesNotContain("Arms shuffled");
        assertThat(Files.readString(checked)).contains("Arms shuffled 200 times");
    }

    private void totals(String name, Path file, String control) {
        outcomes(
                name,
                file,
                "--rows",
                "totals",
                "--map",
                "arm=arm",
                "--map",
                "targeted=targeted",
                "--map",
                "converted=conv",
                "--control",
                control);
    }

    private void outcomes(String name, Path file, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("outcomes", "import", file.toString(), "--name", name));
        arguments.addAll(List.of(more));
        run(arguments.toArray(String[]::new));
    }

    private JsonNode advise(String name, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("effect", "advise", "--outcomes", name, "--json"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new)).json();
    }

    private CliRun run(String... arguments) {
        CliRun run = call(arguments);
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }

    private CliRun call(String... arguments) {
        return CliRun.in(folder.resolve("workspace"), arguments);
    }
}
