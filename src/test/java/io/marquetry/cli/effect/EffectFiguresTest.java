package io.marquetry.cli.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.marquetry.cli.CliRun;
import io.marquetry.launch.Wiring;
import io.marquetry.standins.BankCalls;
import io.marquetry.standins.HillstromTrial;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.StreamSupport;

/** {@code outcomes import} and {@code effect show}: every figure to its published digits. */
public class EffectFiguresTest {

    private static final String NONE = "No E-Mail";
    private static final String MENS = "Mens E-Mail";
    private static final String WOMENS = "Womens E-Mail";

    @TempDir private static Path folder;

    @Test
    void hillstromGivesThePublishedFigures() {
        importHillstrom();

        CliRun run =
                run(
                        "effect",
                        "show",
                        "--outcomes",
                        "mail-test",
                        "--margin",
                        "0.4",
                        "--cost-per-send",
                        "0.01",
                        "--by",
                        "newbie",
                        "--json");

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode answer = run.json();
        assertArm(answer, NONE, 21_306, 2_262, 0.106167, 122, 0.005726, "13908.33", 0.652789);
        assertArm(answer, MENS, 21_307, 3_894, 0.182757, 267, 0.012531, "30311.69", 1.422617);
        assertArm(answer, WOMENS, 21_387, 3_238, 0.151400, 189, 0.008837, "23038.11", 1.077202);

        assertShare(answer, MENS, "HIT", 0.0765896, 0.0699535, 0.0832256);
        assertShare(answer, MENS, "CONVERSION", 0.0068050, 0.0050002, 0.0086098);
        assertShare(answer, WOMENS, "HIT", 0.0452331, 0.0388938, 0.0515724);
        assertShare(answer, WOMENS, "CONVERSION", 0.0031111, 0.0014987, 0.0047234);
        JsonNode mens = comparison(answer, MENS, NONE, "REVENUE");
        // SciPy 1.17.1 has 1.0545145792, which the table cuts.
        assertMoney(mens, 0.769827, 0.485140, 1.0545146);
        assertThat(mens.get("p").asDouble()).isEqualTo(1.16e-7, within(5e-10));
        JsonNode womens = comparison(answer, WOMENS, NONE, "REVENUE");
        assertMoney(womens, 0.424412, 0.168957, 0.679868);
        assertThat(womens.get("p").asDouble()).isEqualTo(0.00113, within(5e-6));

        assertThat(value(answer, MENS, WOMENS, "HIT")).isEqualTo(0.0313565, within(5e-8));
        assertThat(value(answer, MENS, WOMENS, "CONVERSION")).isEqualTo(0.0036939, within(5e-8));
        JsonNode both = comparison(answer, MENS, WOMENS, "REVENUE");
        assertThat(both.get("difference").asDouble()).isEqualTo(0.345415, within(5e-7));
        assertThat(both.get("p").asDouble()).isEqualTo(0.0305, within(5e-5));

        assertThat(value(answer, MENS, NONE, "PROFIT")).isEqualTo(0.297931, within(5e-7));
        assertThat(value(answer, WOMENS, NONE, "PROFIT")).isEqualTo(0.159765, within(5e-7));
    }

    @Test
    void womensMailToOldCustomersIsInconclusive() {
        importHillstrom();

        JsonNode answer =
                run("effect", "show", "--outcomes", "mail-test", "--by", "newbie", "--json").json();

        JsonNode groups = answer.get("by").get(0).get("groups");
        assertThat(groups).hasSize(2);
        assertThat(groups.get(0).get("values").get(0).asString()).isEqualTo("0");
        JsonNode old = comparison(groups.get(0), WOMENS, NONE, "REVENUE");
        assertMoney(old, 0.113957, -0.275491, 0.503405);
        assertThat(old.get("p").asDouble()).isEqualTo(0.566, within(5e-4));
        assertThat(old.get("verdict").asString()).isEqualTo("INCONCLUSIVE");
        assertThat(old.get("adjustedP").asDouble()).isGreaterThanOrEqualTo(old.get("p").asDouble());
        JsonNode fresh = comparison(groups.get(1), WOMENS, NONE, "REVENUE");
        assertMoney(fresh, 0.732288, 0.401175, 1.063400);
        // 40 of those held out bought: too few for an interval of money.
        assertThat(fresh.get("verdict").asString()).isEqualTo("UNSURE");
        assertThat(run("effect", "show", "--outcomes", "mail-test", "--by", "newbie").out())
                .contains("inconclusive")
                .contains("Womens E-Mail · 0")
                .contains("corrected for 4 comparisons over all groups (Holm)");
    }

    @Test
    void allTreatedArmsTogetherEarnTheirCostBack() {
        importHillstrom();

        JsonNode answer =
                run(
                                "effect",
                                "show",
                                "--outcomes",
                                "mail-test",
                                "--margin",
                                "0.4",
                                "--cost-per-send",
                                "0.01",
                                "--json")
                        .json();

        assertThat(answer.get("treated").get("targeted").asInt()).isEqualTo(42_694);
        assertThat(answer.get("treated").get("cost").get("total").decimalValue())
                .isEqualByComparingTo("426.94");
        JsonNode all = comparison(answer, null, NONE, "RETURN");
        assertThat(all.get("difference").asDouble()).isEqualTo(22.9, within(0.05));
    }

    @Test
    void adviceFollowsTheRandomisedComparison() {
        importHillstrom();

        CliRun run =
                run(
                        "effect",
                        "advise",
                        "--outcomes",
                        "mail-test",
                        "--margin",
                        "0.4",
                        "--cost-per-send",
                        "0.01",
                        "--json");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.json()).hasSize(2);
        assertThat(run.json().get(0).get("subject").asString()).isEqualTo(MENS);
        assertThat(run.json().get(0).get("advice").asString()).isEqualTo("PROMOTE");
        assertThat(run.json().get(0).get("basis").get(0).asString())
                .startsWith(
                        "Profit per head against No E-Mail: +0.2979 [+0.1677, +0.4282],"
                                + " p\u00a0<\u00a00.001, corrected for 2 comparisons of this test (Holm)");
        assertThat(run("effect", "advise", "--outcomes", "mail-test").out())
                .contains("Promote to the library");
    }

    @Test
    void bankCallsHaveNoControlGroup() {
        String file = calls().toString();
        CliRun imported =
                run("outcomes", "import", file, "--name", "calls", "--map", "converted=y");
        assertThat(imported.code()).as(imported.err()).isZero();

        CliRun run =
                run(
                        "effect",
                        "show",
                        "--outcomes",
                        "calls",
                        "--by",
                        "job",
                        "--by",
                        "age",
                        "--json");

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode answer = run.json();
        JsonNode arm = answer.get("arms").get(0);
        assertThat(arm.get("targeted").asInt()).isEqualTo(4_521);
        assertThat(arm.get("conversion").get("count").asInt()).isEqualTo(521);
        assertThat(arm.get("conversion").get("value").asDouble()).isEqualTo(0.1152, within(5e-5));
        assertThat(answer.get("uplift").get("measured").asBoolean()).isFalse();
        assertThat(answer.get("uplift").get("text").asString()).startsWith("No control group");
        assertThat(answer.get("by").get(0).get("groups")).hasSize(12);
        long jobs =
                StreamSupport.stream(answer.get("by").get(0).get("groups").spliterator(), false)
                        .mapToLong(
                                g -> g.get("arms").get(0).get("conversion").get("count").asLong())
                        .sum();
        assertThat(jobs).isEqualTo(521);
        assertThat(run("effect", "show", "--outcomes", "calls").out())
                .contains("11.52 %")
                .contains("No control group");
    }

    /** Returns the randomised mail test. */
    protected Path mails() {
        return HillstromTrial.writeTo(folder);
    }

    /** Returns the telephone campaign, in which everybody was called. */
    protected Path calls() {
        return BankCalls.writeTo(folder);
    }

    private void importHillstrom() {
        if (run("outcomes", "list", "--json").out().contains("mail-test")) {
            return;
        }
        String file = mails().toString();
        CliRun imported =
                run(
                        "outcomes",
                        "import",
                        file,
                        "--name",
                        "mail-test",
                        "--map",
                        "arm=segment",
                        "--map",
                        "hit=visit",
                        "--map",
                        "converted=conversion",
                        "--map",
                        "revenue=spend",
                        "--control",
                        NONE,
                        "--json");
        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(imported.json().get("files").get(0).get("accepted").asInt()).isEqualTo(64_000);
    }

    private static void assertArm(
            JsonNode answer,
            String name,
            int targeted,
            int visits,
            double visitRate,
            int conversions,
            double conversionRate,
            String spend,
            double perHead) {
        JsonNode arm =
                StreamSupport.stream(answer.get("arms").spliterator(), false)
                        .filter(a -> a.get("arm").asString().equals(name))
                        .findFirst()
                        .orElseThrow();
        assertThat(arm.get("targeted").asInt()).isEqualTo(targeted);
        assertThat(arm.get("hit").get("count").asInt()).isEqualTo(visits);
        assertThat(arm.get("hit").get("value").asDouble()).isEqualTo(visitRate, within(5e-7));
        assertThat(arm.get("conversion").get("count").asInt()).isEqualTo(conversions);
        assertThat(arm.get("conversion").get("value").asDouble())
                .isEqualTo(conversionRate, within(5e-7));
        assertThat(arm.get("revenue").get("total").decimalValue()).isEqualByComparingTo(spend);
        assertThat(arm.get("revenue").get("perHead").get("value").asDouble())
                .isEqualTo(perHead, within(5e-7));
    }

    private static void assertShare(
            JsonNode answer, String arm, String measure, double value, double low, double high) {
        JsonNode found = comparison(answer, arm, NONE, measure);
        assertThat(found.get("method").asString()).isEqualTo("WALD");
        assertThat(found.get("difference").asDouble()).isEqualTo(value, within(5.1e-8));
        assertThat(found.get("low").asDouble()).isEqualTo(low, within(5.1e-8));
        assertThat(found.get("high").asDouble()).isEqualTo(high, within(5.1e-8));
    }

    private static void assertMoney(JsonNode found, double value, double low, double high) {
        assertThat(found.get("method").asString()).isEqualTo("WELCH");
        assertThat(found.get("difference").asDouble()).isEqualTo(value, within(5.1e-7));
        assertThat(found.get("low").asDouble()).isEqualTo(low, within(5.1e-7));
        assertThat(found.get("high").asDouble()).isEqualTo(high, within(5.1e-7));
    }

    private static double value(JsonNode group, String arm, String against, String measure) {
        return comparison(group, arm, against, measure).get("difference").asDouble();
    }

    private static JsonNode comparison(JsonNode group, String arm, String against, String measure) {
        List<JsonNode> found =
                StreamSupport.stream(group.get("uplift").get("comparisons").spliterator(), false)
                        .filter(
                                c ->
                                        arm == null
                                                ? c.has("allTreated")
                                                : c.has("arm")
                                                        && c.get("arm").asString().equals(arm))
                        .filter(c -> c.get("against").asString().equals(against))
                        .filter(c -> c.get("measure").asString().equals(measure))
                        .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private Workspace open(Path workspace) {
        return new Wiring(InstantSource.fixed(CliRun.NOW)).open(workspace);
    }

    private CliRun run(String... arguments) {
        return CliRun.in(this::open, folder.resolve("workspace"), arguments);
    }
}
