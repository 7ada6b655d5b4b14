package io.marquetry.cli.pack.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An import of package documents is taken back on the command line, as one. */
class PackageUndoTest {

    private static final String TAGS =
            """
            {"format":"marquetry/tags","formatVersion":1,"tags":[
             {"key":"user_level_gold","category":"AUDIENCE","name":{"en":"Gold","zh":"金卡"},
              "topic":{"en":"Level","zh":"等级"},"rule":{"type":"compare","field":"level",
              "comparison":"EQUAL","value":{"text":"gold"}}},
             {"key":"coupon_value_50","category":"BENEFIT","name":{"en":"50 off","zh":"减 50"},
              "topic":{"en":"Coupons","zh":"优惠券"},"asset":"coupon_50"}],
             "assets":[{"key":"coupon_50","kind":"COUPON","name":{"en":"50 off","zh":"减 50"},
              "facts":{"discount_amount":"50"}}]}
            """;

    private static final String COUPON =
            """
            {"format":"marquetry/tags","formatVersion":1,"tags":[
             {"key":"coupon_other_50","category":"BENEFIT","name":{"en":"50","zh":"五十"},
              "topic":{"en":"Coupons","zh":"优惠券"},"asset":"coupon_50"}]}
            """;

    private static final String VIP =
            """
            {"format":"marquetry/tags","formatVersion":1,"tags":[
             {"key":"user_vip_one","category":"AUDIENCE","name":{"en":"VIP","zh":"贵宾"},
              "topic":{"en":"Level","zh":"等级"},
              "rule":{"type":"hasTag","tag":"user_level_gold"}}]}
            """;

    @TempDir private Path folder;

    private Path receiver;

    @BeforeEach
    void somebodySentAPackage() throws IOException {
        Path sender = folder.resolve("sender");
        receiver = folder.resolve("receiver");
        Path customers =
                Files.writeString(
                        folder.resolve("customers.csv"), "id,level\n1,gold\n2,silver\n3,gold\n");
        done(sender, "profiles", "import", customers.toString(), "--key", "id");
        done(sender, "tag", "import", tags(TAGS).toString());
        done(
                sender,
                "package",
                "create",
                "pack_one",
                "--name",
                "One",
                "--expression",
                "user_level_gold",
                "--benefit",
                "coupon_value_50");
        done(sender, "package", "export", "pack_one", "--out", sent());
    }

    @Test
    void everythingThatCameGoesAtOnceAndTheAuditTellsIt() {
        CliRun taken = in(receiver, "package", "import", sent());
        assertThat(taken.out())
                .contains("1 package, 2 tags, 1 asset.", "back with: marquetry package undo");

        CliRun undone = in(receiver, "package", "undo");

        assertThat(undone.out()).isEqualTo("Taken back: 1 package, 2 tags, 1 asset.\n");
        assertThat(in(receiver, "package", "list", "--json").json().size()).isZero();
        assertThat(in(receiver, "tag", "list", "--json").json().size()).isZero();
        assertThat(in(receiver, "asset", "list", "--json").json().size()).isZero();
        assertThat(in(receiver, "audit", "export").out()).contains("package_import.undone");
        assertThat(in(receiver, "audit", "verify").code()).isZero();

        CliRun again = in(receiver, "package", "undo");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("no import of packages that could be taken back");
    }

    @Test
    void whatWasReplacedSaysAgainWhatItSaidBefore() throws IOException {
        String ours = TAGS.replace("\"gold\"", "\"silver\"").replace(":\"50\"", ":\"30\"");
        in(receiver, "tag", "import", tags(ours).toString());
        in(receiver, "package", "import", sent(), "--existing", "TAKE");
        assertThat(in(receiver, "tag", "show", "user_level_gold").out()).contains("gold");

        CliRun undone = in(receiver, "package", "undo", "--json");

        assertThat(undone.json().get("packages").toString()).isEqualTo("[\"pack_one\"]");
        assertThat(undone.json().get("tags").asInt()).isEqualTo(1);
        assertThat(undone.json().get("assets").asInt()).isEqualTo(1);
        assertThat(in(receiver, "tag", "show", "user_level_gold").out()).contains("silver");
        assertThat(in(receiver, "asset", "show", "coupon_50").out()).contains("30");
        assertThat(in(receiver, "package", "list", "--json").json().size()).isZero();
    }

    @Test
    void importsAreTakenBackOneAfterTheOther() {
        done(receiver, "package", "import", sent());
        in(receiver, "package", "import", sent(), "--rename", "pack_one=pack_two");
        // Nothing that was not here yet: nothing to take back.
        assertThat(in(receiver, "package", "import", sent()).out()).doesNotContain("undo");

        assertThat(in(receiver, "package", "undo").out()).contains("1 package, no tag, no asset");
        assertThat(in(receiver, "package", "list").out())
                .contains("pack_one")
                .doesNotContain("pack_two");
        assertThat(in(receiver, "package", "undo").out()).contains("1 package, 2 tags, 1 asset");
        assertThat(in(receiver, "tag", "list", "--json").json().size()).isZero();
    }

    @Test
    void whatWasChangedSinceIsNotLost() throws IOException {
        done(receiver, "package", "import", sent());
        in(receiver, "package", "rename", "pack_one", "--name", "Mine");
        refused("changed since: pack_one.");
        assertThat(in(receiver, "package", "show", "pack_one").out()).contains("Mine");

        in(receiver, "tag", "import", tags(TAGS.replace(":\"50\"", ":\"70\"")).toString());
        refused("changed since: coupon_50, pack_one.");

        in(receiver, "tag", "keep", "user_level_gold", "--owner", "ann");
        refused("changed since: coupon_50, pack_one, user_level_gold.");
        assertThat(in(receiver, "asset", "show", "coupon_50").out()).contains("70");
    }

    @Test
    void whatSomethingElseRestsOnStays() throws IOException {
        done(receiver, "package", "import", sent());
        in(receiver, "tag", "import", tags(COUPON).toString());
        refused("coupon_50 is still used by: coupon_other_50");
        in(receiver, "tag", "import", tags(VIP).toString());
        refused("user_level_gold is used by the rules of: user_vip_one");
    }

    private void refused(String why) {
        CliRun run = in(receiver, "package", "undo");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains(why);
        assertThat(in(receiver, "package", "list").out()).contains("pack_one");
    }

    private Path tags(String text) throws IOException {
        return Files.writeString(folder.resolve("tags.json"), text);
    }

    private String sent() {
        return folder.resolve("sent.json").toString();
    }

    private void done(Path workspace, String... arguments) {
        CliRun run = in(workspace, arguments);
        assertThat(run.code()).as(run.err()).isZero();
    }

    private CliRun in(Path workspace, String... arguments) {
        return CliRun.in(workspace, arguments);
    }
}
