package io.marquetry.cli.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.asset.MadePictures;
import io.marquetry.base.Sha256;
import io.marquetry.cli.CliRun;
import io.marquetry.store.Store;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Pictures of assets from the command line: added, described, moved, taken off, written out. */
class PictureCommandsTest {

    @TempDir private Path folder;

    @BeforeEach
    void create() {
        cli("asset", "create", "mail_spring", "--kind", "MAIL_TEMPLATE", "--text", "Hi {name}");
    }

    @Test
    void pictureIsAddedDescribedMovedAndComesOutByteByByte() throws IOException {
        byte[] first = MadePictures.png(1);
        byte[] second = MadePictures.of("JPEG", 300, 200, 2);
        CliRun added = picture("add", "mail_spring", file("a.png", first), "--alt", "A green sign");
        assertThat(added.out()).contains("picture 1: PNG, 120 × 80 pixels");
        // The name says nothing: what is in the file does.
        assertThat(picture("add", "mail_spring", file("b.png", second)).out()).contains("JPEG");
        assertThat(picture("edit", "mail_spring", "2", "--to", "1", "--alt", "Spring").code())
                .isZero();
        assertThat(picture("list", "mail_spring").out().lines().toList())
                .satisfies(
                        lines -> assertThat(lines.get(1)).contains("JPEG", "300 × 200", "Spring"))
                .satisfies(lines -> assertThat(lines.get(2)).contains("PNG", "A green sign"));
        Path out = folder.resolve("out.jpg");
        String hash = Sha256.of(second);
        assertThat(
                        picture(
                                        "export",
                                        "mail_spring",
                                        hash.substring(0, 8),
                                        "--out",
                                        out.toString())
                                .code())
                .isZero();
        assertThat(out).hasBinaryContent(second);
        assertThat(picture("export", "mail_spring", "1", "--out", out.toString()).code())
                .isEqualTo(1);
        assertThat(picture("remove", "mail_spring", "1").code()).isZero();
        assertThat(picture("remove", "mail_spring", "2").err()).contains("no picture “2”");
        JsonNode list = picture("list", "mail_spring", "--json").json();
        assertThat(list).hasSize(1);
        assertThat(list.get(0).get("sha256").asString()).isEqualTo(Sha256.of(first));
        assertThat(list.get(0).get("text").get("en").asString()).isEqualTo("A green sign");
        assertThat(cli("asset", "show", "mail_spring").out()).contains("picture: PNG, 1 KB");
        // Nothing else that is edited loses them.
        assertThat(cli("asset", "edit", "mail_spring", "--text", "Hello").code()).isZero();
        assertThat(picture("list", "mail_spring", "--json").json()).hasSize(1);
    }

    @Test
    void samePictureOfTwoAssetsIsKeptOnceAndNotShownTwiceByOne() throws IOException {
        cli("asset", "create", "push_spring", "--kind", "PUSH_TEMPLATE", "--text", "Hi");
        String picture = file("a.png", MadePictures.png(1));
        assertThat(picture("add", "mail_spring", picture).code()).isZero();
        assertThat(picture("add", "push_spring", picture).code()).isZero();
        assertThat(picture("add", "push_spring", picture).err())
                .contains("shows this picture already, as number 1");
        assertThat(cli("audit", "verify").code()).isZero();
        assertThat(audit().split("asset_file.added", -1)).hasSize(2);
    }

    @Test
    void whatIsRefusedLeavesTheAssetAsItWas() throws IOException {
        byte[] png = MadePictures.png(1);
        String before = cli("asset", "show", "mail_spring", "--json").out();
        assertThat(picture("add", "mail_spring", file("cut", Arrays.copyOf(png, 90))).err())
                .contains("cut off, broken");
        assertThat(picture("add", "mail_spring", file("bomb", MadePictures.pngOfSize(90_000, 900))))
                .satisfies(run -> assertThat(run.code()).isEqualTo(1))
                .satisfies(run -> assertThat(run.err()).contains("90,000 × 900 pixels"));
        assertThat(picture("add", "mail_spring", file("none", new byte[0])).err())
                .contains("is no PNG, JPEG or GIF");
        assertThat(picture("add", "mail_spring", folder.resolve("gone").toString()).code())
                .isEqualTo(1);
        assertThat(cli("asset", "show", "mail_spring", "--json").out()).isEqualTo(before);
        assertThat(audit()).doesNotContain("asset_file");
    }

    @Test
    void backupBringsBackWhatWasTakenOff() throws IOException {
        byte[] png = MadePictures.png(4);
        picture("add", "mail_spring", file("a.png", png));
        JsonNode backups = cli("workspace", "backups", "--json").json();
        String newest = backups.get(0).get("name").asString();
        picture("remove", "mail_spring", "1");
        assertThat(cli("workspace", "restore", newest).code()).isZero();
        Path out = folder.resolve("out.png");
        assertThat(picture("export", "mail_spring", "1", "--out", out.toString()).err()).isEmpty();
        assertThat(out).hasBinaryContent(png);
    }

    /** Versions name the picture for good, so the bytes stay with them. */
    @Test
    void pictureThatWasTakenOffStaysForTheVersionsThatShowIt() throws IOException {
        byte[] png = MadePictures.png(5);
        picture("add", "mail_spring", file("a.png", png));
        picture("remove", "mail_spring", "1");
        cli("asset", "delete", "mail_spring");
        try (Store store =
                Store.open(folder.resolve("workspace"), InstantSource.fixed(CliRun.NOW))) {
            assertThat(store.pictures().bytes(Sha256.of(png))).contains(png);
        }
    }

    @Test
    void fileOfAssetsBringsThePicturesAlongAndOneWithoutIsAsBefore() throws IOException {
        byte[] png = MadePictures.png(6);
        Path plain = folder.resolve("plain.json");
        cli("asset", "export", "--out", plain.toString());
        assertThat(plain).content().contains("\"formatVersion\":1").doesNotContain("pictures");
        picture("add", "mail_spring", file("a.png", png), "--alt", "A sign");
        Path file = folder.resolve("assets.json");
        assertThat(cli("asset", "export", "--out", file.toString()).err()).isEmpty();
        Path other = folder.resolve("other");
        assertThat(cli(other, "asset", "import", file.toString()).err()).isEmpty();
        assertShows(other, png);
        // What was changed on the way is refused, and nothing of the file is taken.
        String said = Files.readString(file);
        String content = Base64.getEncoder().encodeToString(png);
        String wrong = Base64.getEncoder().encodeToString(MadePictures.png(7));
        Files.writeString(file, said.replace(content, wrong));
        Path third = folder.resolve("third");
        assertThat(cli(third, "asset", "import", file.toString()).err())
                .contains("not what its hash says");
        Files.writeString(file, said.replace(content, "no base64!"));
        assertThat(cli(third, "asset", "import", file.toString()).code()).isEqualTo(1);
        assertThat(cli(third, "asset", "list").out()).isEmpty();
    }

    @Test
    void bundleBringsThePicturesAndADocumentTheirNames() throws IOException {
        byte[] png = MadePictures.png(8);
        cli("asset", "activate", "mail_spring");
        picture("add", "mail_spring", file("a.png", png), "--alt", "A sign");
        cli("tag", "import", file("tags.json", TAGS.getBytes(StandardCharsets.UTF_8)));
        cli("profiles", "import", file("people.csv", PEOPLE), "--source", "people", "--key", "id");
        assertThat(
                        cli(
                                        "package",
                                        "create",
                                        "pack_mail",
                                        "--source",
                                        "people",
                                        "--name",
                                        "Mail",
                                        "--expression",
                                        "user_level_gold",
                                        "--content",
                                        "mail_template_spring")
                                .err())
                .isEmpty();
        Path document = folder.resolve("pack.json");
        assertThat(cli("package", "export", "pack_mail", "--out", document.toString()).code())
                .isZero();
        assertThat(document).content().contains("\"formatVersion\":5", Sha256.of(png));
        assertThat(cli("package", "validate", document.toString()).code()).isZero();
        Path bundle = folder.resolve("pack.mqpack");
        assertThat(cli("package", "bundle", "pack_mail", "--out", bundle.toString()).err())
                .isEmpty();
        Path byName = folder.resolve("byName");
        assertThat(cli(byName, "package", "import", document.toString()).code()).isZero();
        assertThat(cli(byName, "asset", "picture", "list", "mail_spring").out())
                .contains("not here");
        Path out = folder.resolve("x.png");
        assertThat(export(byName, out).err()).contains("brought its name alone");
        Path lacking = folder.resolve("lacking.mqpack");
        assertThat(cli(byName, "package", "bundle", "--out", lacking.toString()).err())
                .contains("not in this workspace and so not in the bundle");
        // The bundle brings what the document did not.
        assertThat(cli(byName, "package", "import", bundle.toString()).code()).isZero();
        assertShows(byName, png);
        Path fresh = folder.resolve("fresh");
        assertThat(cli(fresh, "package", "import", bundle.toString()).code()).isZero();
        assertShows(fresh, png);
        Path again = folder.resolve("again.mqpack");
        cli("package", "bundle", "pack_mail", "--out", again.toString());
        assertThat(again).hasSameBinaryContentAs(bundle);
    }

    private static final String TAGS =
            """
            {"format":"marquetry/tags","formatVersion":1,"tags":[
             {"key":"mail_template_spring","category":"CONTENT","name":{"en":"Spring mail"},
              "topic":{"en":"Mails"},"asset":"mail_spring"},
             {"key":"user_level_gold","category":"AUDIENCE","name":{"en":"Gold"},
              "topic":{"en":"Level"},"rule":{"type":"compare","field":"level",
               "comparison":"EQUAL","value":{"text":"gold"}}}]}
            """;

    private static final byte[] PEOPLE =
            "id,level\n1,gold\n2,silver\n".getBytes(StandardCharsets.UTF_8);

    private static CliRun export(Path workspace, Path out) {
        return cli(
                workspace,
                "asset",
                "picture",
                "export",
                "mail_spring",
                "1",
                "--out",
                out.toString());
    }

    private void assertShows(Path workspace, byte[] picture) {
        Path out = folder.resolve(workspace.getFileName() + ".png");
        assertThat(export(workspace, out).err()).isEmpty();
        assertThat(out).hasBinaryContent(picture);
    }

    private String audit() {
        return cli("audit", "export").out();
    }

    private String file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    private CliRun picture(String... command) {
        List<String> all = new ArrayList<>(List.of("asset", "picture"));
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
