package io.marquetry.cli.pack.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class HandoffCommandsTest {

    private static final String TAGS =
            """
            {"format":"marquetry/tags","formatVersion":1,"tags":[
             {"key":"user_level_gold","category":"AUDIENCE","name":{"en":"Gold","zh":"金卡"},
              "topic":{"en":"Level","zh":"等级"},"rule":{"type":"compare","field":"level",
              "comparison":"EQUAL","value":{"text":"gold"}}},
             {"key":"user_city_beijing","category":"AUDIENCE","name":{"en":"Beijing","zh":"北京"},
              "topic":{"en":"City","zh":"城市"},"rule":{"type":"compare","field":"city",
              "comparison":"EQUAL","value":{"text":"北京"}}},
             {"key":"user_vip_one","category":"AUDIENCE","name":{"en":"VIP","zh":"贵宾"},
              "topic":{"en":"Level","zh":"等级"},"rule":{"type":"hasTag","tag":"user_level_gold"}},
             {"key":"coupon_value_50","category":"BENEFIT","name":{"en":"50 off","zh":"减 50"},
              "topic":{"en":"Coupons","zh":"优惠券"},"asset":"coupon_50"}],
             "assets":[{"key":"coupon_50","kind":"COUPON","name":{"en":"50 off","zh":"减 50"},
              "facts":{"discount_amount":"50"}}]}
            """;

    @TempDir private Path folder;

    @BeforeEach
    void importCustomersAndTags() throws IOException {
        Path customers =
                Files.writeString(
                        folder.resolve("customers.csv"),
                        "id,level,city\n1,gold,北京\n2,gold,上海\n3,silver,北京\n4,,\n");
        assertThat(run("profiles", "import", customers.toString(), "--key", "id").code()).isZero();
        assertThat(imported(TAGS).code()).isZero();
    }

    @Test
    void aPackageIsComposedExportedAndValidated() {
        assertThat(create("pack_one", "user_vip_one and not user_city_beijing").code()).isZero();
        Path first = folder.resolve("first.json");
        Path second = folder.resolve("second.json");

        CliRun exported = run("package", "export", "pack_one", "--out", first.toString(), "--json");
        assertThat(exported.err()).isEmpty();
        assertThat(exported.json().get("version").asInt()).isEqualTo(1);
        assertThat(exported.json().get("warnings").toString()).contains("Nobody is held out");
        assertThat(run("package", "export", "pack_one", "--out", second.toString()).err())
                .contains("Look at this: ", "Nobody is held out");

        assertThat(first).hasSameBinaryContentAs(second);
        CliRun valid = run("package", "validate", first.toString());
        assertThat(valid.code()).isZero();
        assertThat(valid.out()).contains("Valid: package pack_one, version 1, 1 of 4 profiles.");
        assertThat(run("package", "list", "--json").json().get(0).get("versions").asInt())
                .isEqualTo(1);
        assertThat(run("package", "show", "pack_one").out())
                .contains("user_vip_one and not user_city_beijing", "coupon_value_50");
    }

    @Test
    void versionsAreListedAndWrittenAgain() {
        create("pack_one", "user_vip_one");
        assertThat(run("package", "versions", "pack_one").err()).contains("No version");
        Path first = folder.resolve("first.json");
        run("package", "export", "pack_one", "--out", first.toString());
        run("package", "rename", "pack_one", "--name", "Two");
        run("package", "export", "pack_one", "--out", folder.resolve("second.json").toString());

        CliRun versions = run("package", "versions", "pack_one", "--json");
        assertThat(versions.json().size()).isEqualTo(2);
        assertThat(versions.json().get(0).get("audience").asInt()).isEqualTo(2);
        assertThat(versions.json().get(0).get("text").asString()).isEqualTo("user_vip_one");
        assertThat(run("package", "versions", "pack_one").out()).contains("SHA-256");
        Path again = folder.resolve("again.json");
        run("package", "export", "pack_one", "--version", "1", "--out", again.toString());
        assertThat(again).hasSameBinaryContentAs(first);
        assertThat(run("package", "export", "pack_one", "--version", "9").err())
                .contains("no version 9");
    }

    @Test
    void filesAreComparedInWordsAndAsAPatch() {
        create("pack_one", "user_vip_one");
        String first = folder.resolve("one.json").toString();
        String second = folder.resolve("two.json").toString();
        run("package", "export", "pack_one", "--out", first);
        run("package", "rename", "pack_one", "--name", "Two");
        run("package", "export", "pack_one", "--out", second);

        assertThat(run("package", "diff", first, second).out()).contains("→ Two");
        assertThat(run("package", "diff", first, first).out()).contains("say the same");
        CliRun patch = run("package", "diff", first, second, "--patch");
        assertThat(patch.json().toString())
                .contains("{\"op\":\"replace\",\"path\":\"/package/version\",\"value\":2}")
                .contains("/package/name");
        assertThat(run("package", "diff", first, folder.resolve("customers.csv").toString()).code())
                .isEqualTo(1);
        assertThat(run("package", "diff", "pack_one", "--patch").err()).contains("two documents");
    }

    @Test
    void packageIsComparedWithAVersionAndMadeToSayThatAgain() {
        create("pack_one", "user_vip_one");
        assertThat(run("package", "diff", "pack_one").err()).contains("version");
        run("package", "export", "pack_one", "--out", folder.resolve("one.json").toString());
        assertThat(run("package", "diff", "pack_one").out()).contains("does not differ");
        run("package", "rename", "pack_one", "--name", "Two");

        assertThat(run("package", "diff", "pack_one").out()).contains("→ Two");
        assertThat(
                        run("package", "diff", "pack_one", "--json")
                                .json()
                                .get(0)
                                .get("what")
                                .asString())
                .isEqualTo("name");
        assertThat(run("package", "diff", "pack_one", "--to", "1").out())
                .contains("does not differ");
        assertThat(run("package", "revert", "pack_one", "--version", "1").out())
                .contains("says what version 1 says");
        assertThat(run("package", "diff", "pack_one").out()).contains("does not differ");
        assertThat(run("package", "revert", "pack_one", "--version", "7").code()).isEqualTo(1);
    }

    @Test
    void packageIsDeletedOrPutAwayAndBroughtBack() {
        create("pack_one", "user_vip_one");
        create("pack_two", "user_vip_one");
        run("package", "export", "pack_one", "--out", folder.resolve("one.json").toString());

        assertThat(run("package", "delete", "pack_one").err()).contains("Archive it instead");
        assertThat(run("package", "delete", "pack_two").out()).contains("is deleted");
        assertThat(run("package", "archive", "pack_one", "--json").json().get("key").asString())
                .isEqualTo("pack_one");
        assertThat(run("package", "list", "--json").json().size()).isZero();
        assertThat(run("package", "list", "--archived").out()).contains("pack_one");
        assertThat(run("package", "export", "pack_one").err()).contains("is archived");
        assertThat(run("package", "restore", "pack_one").code()).isZero();
        assertThat(run("package", "list", "--json").json().size()).isEqualTo(1);
        assertThat(run("package", "list", "--archived").err()).contains("No package is archived");
    }

    @Test
    void exportThatFailsLeavesNoVersion() {
        create("pack_one", "user_vip_one");
        CliRun refused =
                run(
                        "package",
                        "export",
                        "pack_one",
                        "--out",
                        folder.resolve("none").resolve("one.json").toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("cannot be written");
        assertThat(run("package", "versions", "pack_one", "--json").json().size()).isZero();
    }

    @Test
    void workspaceWithoutASampleSaysSo() {
        assertThat(run("workspace", "remove-sample").err()).contains("no sample");
    }

    @Test
    void aChangedDocumentIsInvalid() throws IOException {
        create("pack_one", "user_vip_one");
        Path file = folder.resolve("pack.json");
        run("package", "export", "pack_one", "--out", file.toString());
        Files.writeString(file, Files.readString(file).replace("\"audience\":2", "\"audience\":3"));

        CliRun invalid = run("package", "validate", file.toString(), "--json");

        assertThat(invalid.code()).isEqualTo(1);
        assertThat(invalid.json().get("valid").asBoolean()).isFalse();
        assertThat(invalid.json().get("findings").get(0).get("pointer").asString())
                .isEqualTo("#/sha256");
    }

    @Test
    void wrongExpressionsAreRefusedAndNothingIsSaved() {
        assertThat(create("pack_one", "user_vip_one and").err()).contains("At position 17");
        assertThat(create("pack_one", "user_not_there").err()).contains("no tag “user_not_there”");
        assertThat(create("pack_one", "coupon_value_50").err()).contains("is a benefit");
        assertThat(create("pack_one", "(".repeat(200) + "user_vip_one" + ")".repeat(200)).err())
                .contains("nested more than");

        assertThat(run("package", "list", "--json").json().size()).isZero();
    }

    @Test
    void aPackageThatIsNotReadyIsNotExported() {
        run("package", "create", "pack_empty", "--name", "Empty");

        CliRun refused = run("package", "export", "pack_empty");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("nobody to address");
        assertThat(run("package", "export", "pack_none").err()).contains("pack_none");
    }

    @Test
    void aTagFileIsTakenWholeOrNotAtAll() throws IOException {
        String cyclic =
                TAGS.replace("user_level_gold", "user_new_one")
                        .replace("user_vip_one", "user_new_two")
                        .replace(
                                "{\"type\":\"compare\",\"field\":\"city\",\n  \"comparison\":\"EQUAL\","
                                        + "\"value\":{\"text\":\"北京\"}}",
                                "{\"type\":\"hasTag\",\"tag\":\"user_city_beijing\"}");

        CliRun refused = imported(cyclic);

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("#/tags/1", "rests on itself");
        assertThat(run("tag", "list", "--json").json().size()).isEqualTo(4);
    }

    @Test
    void tagsAreListedShownAndLooked() {
        assertThat(run("tag", "list", "--category", "benefit").out())
                .contains("coupon_value_50")
                .doesNotContain("user_vip_one");
        assertThat(run("tag", "show", "user_vip_one").out()).contains("hasTag");
        assertThat(run("tag", "show", "user_nobody_one").code()).isEqualTo(1);
        CliRun lint = run("tag", "lint", "--source", "customers", "--json");
        assertThat(lint.code()).isZero();
        assertThat(lint.out()).contains("problem.lint.unusedTag");
    }

    private CliRun create(String key, String expression) {
        return run(
                "package",
                "create",
                key,
                "--name",
                "One",
                "--expression",
                expression,
                "--benefit",
                "coupon_value_50");
    }

    private CliRun imported(String tags) throws IOException {
        return run(
                "tag", "import", Files.writeString(folder.resolve("tags.json"), tags).toString());
    }

    private CliRun run(String... arguments) {
        return CliRun.in(folder.resolve("workspace"), arguments);
    }
}
