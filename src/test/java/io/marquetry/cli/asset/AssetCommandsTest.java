package io.marquetry.cli.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Assets from the command line: made, kept, changed under their revision, used and ended. */
class AssetCommandsTest {

    private static final String TAGS =
            """
            {"format":"marquetry/tags","formatVersion":1,"tags":[
             {"key":"coupon_value_20","category":"BENEFIT","name":{"en":"20 off","zh":"立减 20"},
              "topic":{"en":"Coupons","zh":"优惠券"},"asset":"coupon_20"}],
             "assets":[{"key":"coupon_20","kind":"COUPON","name":{"en":"20 off","zh":"立减 20"},
              "facts":{"amount":"20","currency":"CNY"}}]}
            """;

    @TempDir private Path folder;

    @Test
    void assetGoesFromDraftToRetiredAndEveryStateIsKept() {
        assertThat(create("coupon_spring", "COUPON", "--fact", "amount=20").code()).isZero();
        assertThat(run("show", "coupon_spring").out()).contains("state: draft", "v1");
        assertThat(run("deprecate", "coupon_spring", "--reason", "x").code()).isEqualTo(1);
        assertThat(run("activate", "coupon_spring").code()).isZero();
        assertThat(run("deprecate", "coupon_spring").err()).contains("successor or a reason");
        assertThat(run("deprecate", "coupon_spring", "--reason", "over").code()).isZero();
        assertThat(run("retire", "coupon_spring").code()).isZero();
        assertThat(run("activate", "coupon_spring").code()).isEqualTo(1);
        assertThat(run("edit", "coupon_spring", "--name", "x").err()).contains("is retired");
        // The key stays taken.
        assertThat(create("coupon_spring", "COUPON").code()).isEqualTo(1);
        assertThat(run("show", "coupon_spring").out()).contains("v4", "reason: over");
    }

    @Test
    void assetThatATagStandsForIsNeitherRetiredNorDeletedAndSaysByWhom() throws Exception {
        Path file = folder.resolve("tags.json");
        Files.writeString(file, TAGS);
        assertThat(cli("tag", "import", file.toString()).code()).isZero();
        assertThat(run("show", "coupon_20").out()).contains("tag: coupon_value_20");
        assertThat(run("deprecate", "coupon_20", "--reason", "old").code()).isZero();
        assertThat(run("retire", "coupon_20").err()).contains("coupon_value_20");
        assertThat(run("delete", "coupon_20").err()).contains("coupon_value_20");
        cli("tag", "deprecate", "coupon_value_20", "--reason", "old");
        cli("tag", "retire", "coupon_value_20");
        assertThat(run("retire", "coupon_20").code()).isZero();
    }

    @Test
    void assetThatIsUsedUpIsFoundByBothLints() throws Exception {
        Path file = folder.resolve("tags.json");
        Files.writeString(
                file, TAGS.replace("\"amount\":\"20\"", "\"amount\":\"20\",\"stock\":\"0\""));
        assertThat(cli("tag", "import", file.toString()).code()).isZero();
        assertThat(run("lint").out())
                .contains("coupon_20  Over or used up, and still in use: “20 off”")
                .contains("nobody answers for “20 off”");
        // Nothing goes out with it as long as no package and no rule names its tag.
        assertThat(cli("tag", "lint").out()).doesNotContain("Over or used up");
        cli("profiles", "import", customers().toString(), "--source", "people", "--key", "id");
        assertThat(
                        cli(
                                        "package",
                                        "create",
                                        "pack_gift",
                                        "--source",
                                        "people",
                                        "--name",
                                        "Gift",
                                        "--benefit",
                                        "coupon_value_20")
                                .err())
                .isEmpty();
        assertThat(cli("tag", "lint").out())
                .contains("coupon_value_20  Over or used up, and still in use: “20 off”");
    }

    private Path customers() throws Exception {
        return Files.writeString(folder.resolve("people.csv"), "id,level\n1,gold\n2,silver\n");
    }

    @Test
    void saveUnderAnOldRevisionIsRefused() {
        create("sms_hello", "SMS_TEMPLATE", "--text", "Hello");
        long seen = json("show", "sms_hello").get("revision").asLong();
        assertThat(edit("sms_hello", seen, "Hello {name|friend}").code()).isZero();
        assertThat(edit("sms_hello", seen, "Other").err()).contains("was saved elsewhere");
        assertThat(run("show", "sms_hello").out()).contains("Hello {name|friend}", "fields: name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amount=twenty",
                "amount=-1",
                "amount=0",
                "discount_percent=101",
                "currency=yuan",
                "min_spend=much",
                "start=1.12.2026",
                "end=tomorrow",
                "stock=-1",
                "stock=1.5",
                "type=voucher",
                "type=amount"
            })
    void couponThatSaysNothingReadableIsRefusedByItsFact(String fact) {
        CliRun refused = create("coupon_bad", "COUPON", "--fact", fact);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("coupon_bad");
        assertThat(run("list").out()).isEmpty();
    }

    @Test
    void bracesThatWouldBeSentAsTheyStandAreRefused() {
        for (String text : List.of("Hi {first name}", "Hi {name", "Hi name}", "Hi {}", "{a|b|c}")) {
            assertThat(create("sms_bad", "SMS_TEMPLATE", "--text", text).err())
                    .contains("would be sent as it stands");
        }
        assertThat(create("sms_good", "SMS_TEMPLATE", "--text", "Hi {name|}").code()).isZero();
    }

    @Test
    void audiencePackHoldsAnExpression() {
        assertThat(create("pack_vip", "AUDIENCE_PACK").err()).contains("audience=");
        assertThat(create("pack_vip", "AUDIENCE_PACK", "--fact", "audience=a and").code())
                .isEqualTo(1);
        assertThat(
                        create(
                                        "pack_vip",
                                        "AUDIENCE_PACK",
                                        "--fact",
                                        "audience=user_level_gold and not user_churn_high")
                                .code())
                .isZero();
    }

    @Test
    void textSaysHowManyMessagesItTakes() {
        create("sms_long", "SMS_TEMPLATE", "--text", "王".repeat(71));
        assertThat(run("show", "sms_long").out()).contains("71 of 70 characters in UCS-2, 2 mess");
        assertThat(json("list").get(0).get("findings").get(0).asString())
                .contains("Sent in 2 messages");
    }

    @Test
    void fileOfAssetsBringsThemWithTheirOwnersIntoAnotherWorkspace() {
        create("coupon_a", "COUPON", "--fact", "amount=20", "--owner", "Li Wen");
        create("sms_b", "SMS_TEMPLATE", "--text", "Hi {name}");
        Path file = folder.resolve("assets.json");
        assertThat(run("export", "--out", file.toString()).code()).isZero();
        assertThat(run("export", "--out", file.toString()).code()).isEqualTo(1);
        Path other = folder.resolve("other");
        assertThat(cli(other, "asset", "import", file.toString()).out()).contains("2 of them new");
        assertThat(cli(other, "asset", "show", "coupon_a").out()).contains("owner: Li Wen");
        assertThat(cli(other, "asset", "import", file.toString()).out()).contains("0 of them new");
    }

    @Test
    void fileWithOneWrongAssetChangesNothing() throws Exception {
        Path file = folder.resolve("assets.json");
        Files.writeString(
                file,
                """
                {"format":"marquetry/assets","formatVersion":1,"assets":[
                 {"asset":{"key":"coupon_a","kind":"COUPON","name":{"en":"A"},"facts":{}}},
                 {"asset":{"key":"coupon_b","kind":"COUPON","name":{"en":"B"},
                  "facts":{"amount":"x"}}}]}
                """);
        assertThat(run("import", file.toString()).err()).contains("coupon_b");
        assertThat(run("list").out()).isEmpty();
    }

    private CliRun edit(String key, long revision, String text) {
        return run("edit", key, "--revision", Long.toString(revision), "--text", text);
    }

    private CliRun create(String key, String kind, String... more) {
        List<String> all = new ArrayList<>(List.of("create", key, "--kind", kind));
        all.addAll(List.of(more));
        return run(all.toArray(String[]::new));
    }

    private JsonNode json(String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        all.add("--json");
        return run(all.toArray(String[]::new)).json();
    }

    private CliRun run(String... command) {
        List<String> all = new ArrayList<>(List.of("asset"));
        all.addAll(List.of(command));
        return cli(all.toArray(String[]::new));
    }

    private CliRun cli(String... command) {
        return cli(folder.resolve("workspace"), command);
    }

    private static CliRun cli(Path workspace, String... command) {
        return CliRun.in(workspace, command);
    }
}
