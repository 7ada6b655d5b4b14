package io.marquetry.cli.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From a requirement in words to its tags, drafts of what is missing, and a package. */
class RequirementCommandsTest {

    private static final String TAGS =
            """
            {"format":"marquetry/tags","formatVersion":1,"tags":[
             {"key":"user_level_gold","category":"AUDIENCE","name":{"en":"Gold members","zh":"金卡会员"},
              "topic":{"en":"Level","zh":"等级"},"rule":{"type":"missing","field":"level"}},
             {"key":"user_level_silver","category":"AUDIENCE",
              "name":{"en":"Silver members","zh":"银卡会员"},
              "topic":{"en":"Level","zh":"等级"},"rule":{"type":"missing","field":"city"}},
             {"key":"user_mailing_recent60d","category":"AUDIENCE",
              "name":{"en":"Mailed in 60 days","zh":"60 天内已投放"},
              "topic":{"en":"Mailings","zh":"投放"},"rule":{"type":"missing","field":"name"}},
             {"key":"coupon_value_20","category":"BENEFIT","name":{"en":"Coupon, 20 off","zh":"立减 20"},
              "topic":{"en":"Coupons","zh":"优惠券"}}]}
            """;

    @TempDir private Path folder;

    @Test
    void requirementBecomesAPackageInOneStep() throws Exception {
        load();
        CliRun mapped =
                run(
                        "map",
                        "--text",
                        "Gold and silver members get a coupon, but not if mailed in 60 days",
                        "--save",
                        "--key",
                        "spring",
                        "--owner",
                        "Li Wen",
                        "--budget",
                        "5000",
                        "--json");
        assertThat(mapped.json().get("matches").findValuesAsString("tag"))
                .contains("user_level_gold", "user_level_silver", "coupon_value_20");
        assertThat(
                        run(
                                        "accept",
                                        "spring",
                                        "user_level_gold",
                                        "user_level_silver",
                                        "coupon_value_20",
                                        "--exclude",
                                        "user_mailing_recent60d")
                                .code())
                .isZero();
        assertThat(cli("tag", "show", "user_level_gold").out())
                .contains("wanted by requirement: spring");
        assertThat(run("package", "spring", "pack_spring", "--name", "Spring").err()).isEmpty();
        assertThat(cli("package", "show", "pack_spring").out())
                .contains(
                        "(user_level_gold or user_level_silver) and not user_mailing_recent60d",
                        "coupon_value_20");
        assertThat(run("show", "spring").out())
                .contains("state: made into a package", "package: pack_spring", "budget: 5000");
    }

    @Test
    void whatNoTagFitsBecomesADraftOfItsOwner() throws Exception {
        load();
        run("map", "--text", "金卡会员，直播间观看超时的粉丝", "--save", "--key", "live");
        assertThat(run("show", "live").out()).contains("no tag for: 直播间观看超时的粉丝");
        JsonNode made =
                run(
                                "draft",
                                "live",
                                "--words",
                                "直播间观看超时的粉丝",
                                "--category",
                                "AUDIENCE",
                                "--owner",
                                "Chen Jie",
                                "--json")
                        .json();
        String draft = made.get("draft").asString();
        assertThat(cli("tag", "show", draft).out())
                .contains("state: draft", "owner: Chen Jie", "直播间观看超时的粉丝");
        assertThat(run("show", "live").out()).contains("-> " + draft);
        // Nobody carries it until its owner says who does.
        assertThat(cli("preview", "--expression", draft, "--json").json().get("audience").asInt())
                .isZero();
    }

    @Test
    void retiredTagIsNotProposed() throws Exception {
        load();
        assertThat(run("map", "--text", "gold members").out()).contains("user_level_gold");
        cli("tag", "deprecate", "user_level_gold", "--reason", "old");
        assertThat(run("map", "--text", "gold members").out()).doesNotContain("user_level_gold");
    }

    @Test
    void wrongRequirementsAreRefusedInWords() throws Exception {
        load();
        assertThat(run("map", "--text", " ").code()).isEqualTo(1);
        assertThat(run("map", "--text", "x", "--save", "--budget", "-1").code()).isEqualTo(1);
        assertThat(run("map", "--text", "x", "--save", "--key", "Ä").err()).contains("no key");
        assertThat(run("show", "none").err()).contains("There is no requirement");
        run("map", "--text", "gold members", "--save", "--key", "gold");
        assertThat(run("map", "--text", "other", "--save", "--key", "gold").err())
                .contains("was saved elsewhere");
        assertThat(run("package", "gold", "pack_gold").err()).contains("No tag is accepted");
        assertThat(run("accept", "gold", "--exclude", "coupon_value_20").err())
                .contains("Only people can be left out");
        assertThat(run("accept", "gold", "user_level_none").code()).isEqualTo(1);
        assertThat(run("delete", "gold").code()).isZero();
        assertThat(run("list").out()).isEmpty();
    }

    private void load() throws Exception {
        Path tags = folder.resolve("tags.json");
        Files.writeString(tags, TAGS);
        Path people = folder.resolve("people.csv");
        Files.writeString(people, "id,name,city,level\n1,Li,Home,gold\n2,Wu,Away,silver\n");
        cli("profiles", "import", people.toString(), "--key", "id");
        assertThat(cli("tag", "import", tags.toString()).code()).isZero();
    }

    private CliRun run(String... command) {
        List<String> all = new ArrayList<>(List.of("requirement"));
        all.addAll(List.of(command));
        return cli(all.toArray(String[]::new));
    }

    private CliRun cli(String... command) {
        return CliRun.in(folder.resolve("workspace"), command);
    }
}
