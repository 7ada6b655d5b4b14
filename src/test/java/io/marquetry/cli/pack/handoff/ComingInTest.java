package io.marquetry.cli.pack.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Packages go from one workspace to another and come in again. */
class ComingInTest {

    private static final String TAGS =
            """
            {"format":"marquetry/tags","formatVersion":1,"tags":[
             {"key":"user_level_gold","category":"AUDIENCE","name":{"en":"Gold","zh":"金卡"},
              "topic":{"en":"Level","zh":"等级"},"rule":{"type":"compare","field":"level",
              "comparison":"EQUAL","value":{"text":"gold"}}},
             {"key":"user_vip_one","category":"AUDIENCE","name":{"en":"VIP","zh":"贵宾"},
              "topic":{"en":"Level","zh":"等级"},"rule":{"type":"hasTag","tag":"user_level_gold"}},
             {"key":"coupon_value_50","category":"BENEFIT","name":{"en":"50 off","zh":"减 50"},
              "topic":{"en":"Coupons","zh":"优惠券"},"asset":"coupon_50"}],
             "assets":[{"key":"coupon_50","kind":"COUPON","name":{"en":"50 off","zh":"减 50"},
              "facts":{"discount_amount":"50"}}]}
            """;

    @TempDir private Path folder;

    private Path sender;
    private Path receiver;

    @BeforeEach
    void senderHasAPackageWithTwoVersions() throws IOException {
        sender = folder.resolve("sender");
        receiver = folder.resolve("receiver");
        customers(sender);
        Path tags = Files.writeString(folder.resolve("tags.json"), TAGS);
        in(sender, "tag", "import", tags.toString());
        in(
                sender,
                "package",
                "create",
                "pack_one",
                "--name",
                "One",
                "--expression",
                "user_vip_one",
                "--benefit",
                "coupon_value_50");
        in(sender, "package", "export", "pack_one", "--out", file("one.json"));
        in(sender, "package", "rename", "pack_one", "--name", "Two");
        in(sender, "package", "export", "pack_one", "--out", file("two.json"));
    }

    @Test
    void emptyWorkspaceWritesTheSameBytesAgain() {
        CliRun taken = in(receiver, "package", "import", file("two.json"));

        assertThat(taken.out()).contains("1 package, 3 tags, 1 asset");
        assertThat(taken.err()).contains("“customers” is not in this workspace");
        in(receiver, "package", "export", "pack_one", "--out", file("again.json"));
        assertThat(folder.resolve("again.json")).hasSameBinaryContentAs(folder.resolve("two.json"));
        assertThat(in(receiver, "package", "import", file("two.json")).out())
                .contains("no package, no tag, no asset");
    }

    @Test
    void receiverWithTheSourceCountsTheSamePeople() throws IOException {
        customers(receiver);
        in(receiver, "package", "import", file("two.json"));

        CliRun counted = in(receiver, "preview", "--package", "pack_one", "--json");
        assertThat(counted.err()).isEmpty();
        assertThat(counted.json().get("audience").asInt()).isEqualTo(2);
        in(receiver, "package", "export", "pack_one", "--out", file("again.json"));
        assertThat(folder.resolve("again.json")).hasSameBinaryContentAs(folder.resolve("two.json"));
    }

    /** Only the list of fields is of the source, which the receiver need not have. */
    @Test
    void bundleIsWrittenToTheSameDocumentsWhereItsSourceIsNot() throws IOException {
        in(sender, "package", "bundle", "--history", "--out", file("all.mqpack"));
        in(receiver, "package", "import", file("all.mqpack"));
        in(receiver, "package", "bundle", "--history", "--out", file("again.mqpack"));
        Map<String, String> sent = entries("all.mqpack");
        Map<String, String> again = entries("again.mqpack");
        assertThat(sent.remove("manifest.json")).contains("\"fields\":[{");
        assertThat(again.remove("manifest.json")).doesNotContain("\"fields\":[{");
        assertThat(again).isEqualTo(sent).isNotEmpty();
    }

    private Map<String, String> entries(String bundle) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file(bundle))) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                entries.put(
                        entry.getName(),
                        new String(
                                zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    @Test
    void bundleHoldsAllVersionsAndIsWrittenToTheSameBytes() throws IOException {
        in(sender, "package", "bundle", "--history", "--out", file("all.mqpack"));
        customers(receiver);
        in(receiver, "package", "import", file("all.mqpack"));

        assertThat(in(receiver, "package", "versions", "pack_one", "--json").json().size())
                .isEqualTo(2);
        in(receiver, "package", "bundle", "--history", "--out", file("again.mqpack"));
        assertThat(folder.resolve("again.mqpack"))
                .hasSameBinaryContentAs(folder.resolve("all.mqpack"));
        in(receiver, "package", "export", "pack_one", "--version", "1", "--out", file("v1.json"));
        assertThat(folder.resolve("v1.json")).hasSameBinaryContentAs(folder.resolve("one.json"));
    }

    @Test
    void whatDiffersIsAskedAboutAndNothingIsTakenBefore() throws IOException {
        Path tags =
                Files.writeString(
                        folder.resolve("other.json"), TAGS.replace("\"gold\"", "\"silver\""));
        in(receiver, "tag", "import", tags.toString());

        CliRun asked = in(receiver, "package", "import", file("two.json"));

        assertThat(asked.code()).isEqualTo(1);
        assertThat(asked.err()).contains("One thing differs", "user_level_gold", "--existing");
        assertThat(in(receiver, "package", "list", "--json").json().size()).isZero();
        CliRun look = in(receiver, "package", "import", file("two.json"), "--dry-run", "--json");
        assertThat(look.json().get("items").toString())
                .contains("\"user_level_gold\",\"name\":{\"en\":\"Gold\",\"zh\":\"金卡\"}")
                .contains("\"standing\":\"DIFFERENT\"")
                .contains("\"standing\":\"SAME\"");

        CliRun kept = in(receiver, "package", "import", file("two.json"), "--existing", "KEEP");
        assertThat(kept.err()).contains("user_level_gold stays as it is here");
        assertThat(in(receiver, "tag", "show", "user_level_gold").out()).contains("silver");

        in(receiver, "package", "import", file("two.json"), "--take", "user_level_gold");
        assertThat(in(receiver, "tag", "show", "user_level_gold").out()).contains("gold");
    }

    @Test
    void packageComesInUnderAnotherKeyOrAsEditsOfTheOneThatIsHere() throws IOException {
        customers(receiver);
        in(receiver, "package", "import", file("one.json"));
        in(receiver, "package", "rename", "pack_one", "--name", "Mine");

        CliRun beside =
                in(receiver, "package", "import", file("two.json"), "--rename", "pack_one=pack_x");
        assertThat(beside.err()).contains("came as pack_x");
        assertThat(in(receiver, "package", "show", "pack_x").out()).contains("Two");
        assertThat(in(receiver, "package", "show", "pack_one").out()).contains("Mine");

        in(receiver, "package", "import", file("two.json"), "--take", "pack_one");
        assertThat(in(receiver, "package", "show", "pack_one").out()).contains("Two");
        assertThat(in(receiver, "package", "versions", "pack_one", "--json").json().size())
                .isEqualTo(2);
        assertThat(in(receiver, "package", "import", file("two.json"), "--take", "pack_no").err())
                .contains("Nothing under the key “pack_no”");
    }

    @Test
    void bundlesThatAreNotWhatTheirListSaysAreRefused() throws IOException {
        in(sender, "package", "bundle", "--out", file("good.mqpack"));
        byte[] good = Files.readAllBytes(folder.resolve("good.mqpack"));
        List<byte[]> bad = new ArrayList<>();
        for (int at = 0; at < good.length; at += 97) {
            byte[] flipped = good.clone();
            flipped[at] ^= 1;
            bad.add(flipped);
        }
        bad.add(Arrays.copyOf(good, good.length / 2));
        bad.add(zip("a.json", "{}"));
        bad.add(zip("bundle.json", "[]"));
        bad.add(
                zip(
                        "bundle.json",
                        "{\"format\":\"marquetry/bundle\",\"formatVersion\":2,\"files\":{}}"));
        bad.add(
                zip(
                        "bundle.json",
                        "{\"format\":\"marquetry/bundle\",\"formatVersion\":1,\"files\":"
                                + "{\"../../x\":\"00\"}}"));
        bad.add(
                zip(
                        "bundle.json",
                        "{\"format\":\"marquetry/bundle\",\"formatVersion\":1,\"files\":{}}",
                        "../../evil.json",
                        "{}"));
        int refused = 0;
        for (byte[] bytes : bad) {
            Path file = Files.write(folder.resolve("bad.mqpack"), bytes);
            CliRun run = in(receiver, "package", "import", file.toString());
            assertThat(run.err()).doesNotContain("Exception");
            refused += run.code() == 1 ? 1 : 0;
            assertThat(
                            run.code() == 1
                                    || run.out().contains("no package")
                                    || run.out().contains("1 package"))
                    .isTrue();
        }
        // A flipped bit of a name's time or of an unread header says nothing else of the content.
        assertThat(refused).isGreaterThan(bad.size() * 9 / 10);
        assertThat(folder.getParent().resolve("evil.json")).doesNotExist();
    }

    @Test
    void bombIsRefusedBeforeItIsLarge() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("bundle.json"));
            zip.write(new byte[64 << 20]);
            zip.closeEntry();
        }
        Path file = Files.write(folder.resolve("bomb.mqpack"), bytes.toByteArray());

        assertThat(in(receiver, "package", "import", file.toString()).err())
                .contains("larger than a bundle may be");
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                write(zip, namesAndTexts[i + 1]);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void customers(Path workspace) throws IOException {
        Path customers =
                Files.writeString(
                        folder.resolve("customers.csv"),
                        "id,level\n1,gold\n2,gold\n3,silver\n4,\n");
        in(workspace, "profiles", "import", customers.toString(), "--key", "id");
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private CliRun in(Path workspace, String... arguments) {
        return CliRun.in(workspace, arguments);
    }
}
