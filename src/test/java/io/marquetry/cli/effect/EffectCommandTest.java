package io.marquetry.cli.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.marquetry.base.CancelSignal;
import io.marquetry.cli.CliRun;
import io.marquetry.launch.Wiring;
import io.marquetry.sample.SampleWorkspace;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.StreamSupport;

/** The commands about effects on the outcomes of the sample. */
class EffectCommandTest {

    @TempDir private Path folder;

    @Test
    void campaignsOfTheSampleShowTheirRedemptions() {
        try (Workspace workspace = open(folder.resolve("workspace"))) {
            new SampleWorkspace(workspace).load(ImportListener.none(), new CancelSignal());
        }

        CliRun run =
                run(
                        "effect",
                        "show",
                        "--outcomes",
                        "coupon-mailings",
                        "--by",
                        "package",
                        "--by",
                        "age",
                        "--by",
                        "tag:user_campaign_18",
                        "--by",
                        "month",
                        "--by",
                        "package-tag",
                        "--json");

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode answer = run.json();
        assertThat(answer.get("arms").get(0).get("targeted").asInt()).isEqualTo(6_589);
        // 6,589 contacts of 1,559 households: households vary, not contacts.
        assertThat(answer.at("/arms/0/people").asInt()).isEqualTo(1_559);
        assertThat(answer.at("/arms/0/conversion/value").asDouble())
                .isEqualTo(0.1202, within(5e-5));
        assertThat(answer.at("/arms/0/conversion/low").asDouble()).isEqualTo(0.109, within(1e-3));
        assertThat(answer.at("/arms/0/conversion/high").asDouble()).isEqualTo(0.132, within(1e-3));
        assertThat(answer.get("uplift").get("measured").asBoolean()).isFalse();
        assertThat(answer.toString()).doesNotContain("\"measured\":true");
        JsonNode campaigns = answer.get("by").get(0).get("groups");
        assertThat(campaigns).hasSize(27);
        assertCampaign(campaigns, "pack_mailer_autumn", 1_133, 214, 653);
        assertCampaign(campaigns, "pack_mailer_summer", 1_077, 196, 629);
        assertCampaign(campaigns, "pack_mailer_spring", 1_076, 158, 372);
        JsonNode last = assertCampaign(campaigns, "24", 12, 0, 0);
        assertThat(last.get("low").asDouble()).isZero();
        assertThat(last.get("high").asDouble()).isEqualTo(0.2425, within(5e-5));
        JsonNode advice = run("effect", "advise", "--outcomes", "coupon-mailings", "--json").json();
        assertThat(advice).hasSize(27);
        assertThat(advice.toString()).doesNotContain("PROMOTE");
        CliRun watch =
                run(
                        "effect",
                        "watch",
                        "--outcomes",
                        "coupon-mailings",
                        "--step",
                        "month",
                        "--json");
        assertThat(watch.code()).as(watch.err()).isZero();
        assertThat(watch.json().get(0).get("trends").get(0).get("points").size()).isPositive();
        CliRun tags = run("tag", "watch", "--source", "complete-journey");
        assertThat(tags.code()).as(tags.err()).isZero();
        assertThat(tags.out()).startsWith("All ").endsWith("tags are as usual.\n");
        JsonNode pack = run("effect", "show", "pack_mailer_autumn", "--json").json();
        assertThat(pack.get("arms").get(0).get("targeted").asInt()).isEqualTo(1_133);
        assertThat(pack.get("arms").get(0).get("conversion").get("value").asDouble())
                .isEqualTo(0.1889, within(5e-5));
    }

    private static JsonNode assertCampaign(
            JsonNode campaigns, String name, int targeted, int redeemed, int redemptions) {
        JsonNode arm =
                StreamSupport.stream(campaigns.spliterator(), false)
                        .filter(g -> g.get("values").get(0).asString().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .get("arms")
                        .get(0);
        assertThat(arm.get("targeted").asInt()).isEqualTo(targeted);
        assertThat(arm.get("conversion").get("count").asInt()).isEqualTo(redeemed);
        assertThat(arm.get("hits").asInt()).isEqualTo(redemptions);
        return arm.get("conversion");
    }

    private Workspace open(Path workspace) {
        return new Wiring(InstantSource.fixed(CliRun.NOW)).open(workspace);
    }

    private CliRun run(String... arguments) {
        return CliRun.in(this::open, folder.resolve("workspace"), arguments);
    }
}
