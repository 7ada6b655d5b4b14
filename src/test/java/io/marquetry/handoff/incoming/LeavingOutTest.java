package io.marquetry.handoff.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What cannot be counted here stays out where somebody wants that, and is named. */
class LeavingOutTest {

    private static final String TAGS =
            """
            {"format":"marquetry/tags","formatVersion":1,"tags":[
             {"key":"user_level_gold","category":"AUDIENCE","name":{"en":"Gold","zh":"金卡"},
              "topic":{"en":"Level","zh":"等级"},"rule":{"type":"compare","field":"level",
              "comparison":"EQUAL","value":{"text":"gold"}}},
             {"key":"user_age_adult","category":"AUDIENCE","name":{"en":"Adult","zh":"成年"},
              "topic":{"en":"Age","zh":"年龄"},"rule":{"type":"compare","field":"age",
              "comparison":"AT_LEAST","value":{"number":"18"}}},
             {"key":"user_vip_one","category":"AUDIENCE","name":{"en":"VIP","zh":"贵宾"},
              "topic":{"en":"Level","zh":"等级"},"rule":{"type":"all","rules":[
               {"type":"hasTag","tag":"user_age_adult"},{"type":"hasTag","tag":"user_level_gold"}]}}]}
            """;

    @TempDir private Path folder;

    @BeforeEach
    void packagesAreExported() throws IOException {
        people("sender", "id,level,age\n1,gold,30\n2,silver,17\n");
        people("receiver", "id,level\n1,gold\n2,silver\n3,gold\n");
        in("sender", "tag", "import", Files.writeString(folder.resolve("t.json"), TAGS).toString());
        create("pack_gold", "user_level_gold");
        create("pack_vip", "user_level_gold and user_vip_one");
        Files.createDirectories(folder.resolve("sent"));
        in("sender", "package", "export", "--all", "--out", sent());
        in("sender", "package", "bundle", "--out", sent() + "/both.mqpack");
        in("sender", "tag", "export", "--out", folder.resolve("tags.mqpack").toString());
    }

    @Test
    void whatAsksForAFieldThatIsNotHereStaysOutWithAllThatRestsOnIt() {
        CliRun shown = in("receiver", "package", "import", sent(), "--dry-run");
        assertThat(shown.out()).contains("pack_gold", "pack_vip", "user_vip_one");
        assertThat(shown.err()).contains("Rules ask for “age”");
        CliRun run = in("receiver", "package", "import", sent(), "--leave-out-unmapped");
        assertThat(run.err())
                .contains("2 tags are left out: user_age_adult, user_vip_one.")
                .contains("One package is left out: pack_vip.")
                .contains("ask for age, which your source has not")
                .doesNotContain("--map");
        assertThat(run.out()).contains("1 package, 1 tag");
        assertThat(in("receiver", "package", "list").out())
                .contains("pack_gold")
                .doesNotContain("pack_vip");
        assertThat(in("receiver", "tag", "list").out())
                .contains("user_level_gold")
                .doesNotContain("user_vip_one", "user_age_adult");
        CliRun counted = in("receiver", "preview", "--package", "pack_gold", "--json");
        assertThat(counted.json().get("audience").longValue()).isEqualTo(2);
    }

    @Test
    void tagsAloneStayOutToo() {
        CliRun run =
                in(
                        "receiver",
                        "package",
                        "import",
                        folder.resolve("tags.mqpack").toString(),
                        "--source",
                        "people",
                        "--leave-out-unmapped",
                        "--json");
        assertThat(run.json().at("/leftOut/tags").toString())
                .isEqualTo("[\"user_age_adult\",\"user_vip_one\"]");
        assertThat(run.json().at("/leftOut/packages").size()).isZero();
        assertThat(in("receiver", "tag", "list").out()).contains("user_level_gold");
    }

    @Test
    void whatIsMappedComesIn() {
        CliRun run =
                in(
                        "receiver",
                        "package",
                        "import",
                        sent(),
                        "--leave-out-unmapped",
                        "--map",
                        "age=level");
        // A text answers no rule about numbers.
        assertThat(run.err()).contains("One package is left out");
        people("other", "id,level,years\n1,gold,30\n");
        CliRun mapped =
                in(
                        "other",
                        "package",
                        "import",
                        sent(),
                        "--leave-out-unmapped",
                        "--map",
                        "age=years");
        assertThat(mapped.out()).contains("2 packages, 3 tags");
        assertThat(mapped.err()).isEmpty();
    }

    @Test
    void folderIsTakenAsOneAndAnEmptyOneRefused() throws IOException {
        CliRun run = in("sender", "package", "import", sent(), "--dry-run");
        assertThat(run.out()).contains("pack_gold", "pack_vip").doesNotContain("different");
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Files.createSymbolicLink(empty.resolve("a.json"), folder.resolve("sent/pack_gold.json"));
        Files.createDirectories(empty.resolve("b.json"));
        CliRun refused = run("receiver", "package", "import", empty.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("There is no package document or bundle in the folder");
    }

    private String sent() {
        return folder.resolve("sent").toString();
    }

    private void create(String key, String expression) {
        in("sender", "package", "create", key, "--name", key, "--expression", expression);
    }

    private void people(String workspace, String csv) {
        try {
            Path file = Files.writeString(folder.resolve(workspace + ".csv"), csv);
            in(
                    workspace,
                    "profiles",
                    "import",
                    file.toString(),
                    "--source",
                    "people",
                    "--key",
                    "id");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private CliRun in(String workspace, String... arguments) {
        CliRun run = run(workspace, arguments);
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }

    private CliRun run(String workspace, String... arguments) {
        return CliRun.in(folder.resolve("in-" + workspace), arguments);
    }
}
