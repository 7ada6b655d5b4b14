package io.marquetry.cli.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** {@code source refresh --file}: a newer file takes the place of the one before. */
class SourceRenewTest {

    @TempDir private Path folder;
    private Path newer = Path.of("");

    @BeforeEach
    void shopIsImportedWithCorrections() throws IOException {
        newer = folder.resolve("november.csv");
        Path people = folder.resolve("october.csv");
        Files.writeString(
                people,
                """
                Id;city;age;seen;note
                A1;Paris;30;03/04/2025;x
                A2;n/a;41;05/06/2025;y
                A3;Rome;52;07/08/2025;z
                """);
        Path orders = folder.resolve("orders.csv");
        Files.writeString(orders, "who,at,amount\nA1,2025-01-01,5\nA3,2025-01-02,7\n");
        assertOk(
                run(
                        "profiles",
                        "import",
                        people.toString(),
                        "--key",
                        "Id",
                        "--source",
                        "shop",
                        "--title",
                        "The shop",
                        "--dates",
                        "seen=DAY_FIRST",
                        "--type",
                        "seen=DATE",
                        "--missing",
                        "city=n/a",
                        "--events",
                        "buys=" + orders + ":who:at"));
        assertOk(run("source", "label", "shop", "city", "--en", "Town"));
        assertOk(run("tag", "import", tag().toString()));
    }

    @Test
    void newerFileIsReadAsTheOneBeforeAndTheSizeIsTold() throws IOException {
        Files.writeString(
                newer,
                """
                Id;seen;city;age;note
                A1;04/04/2025;n/a;31;x
                A3;08/08/2025;Rome;53;z
                A4;09/09/2025;Rome;20;w
                A5;10/10/2025;Oslo;21;v
                """);
        assertThat(audience("user_city_rome")).isEqualTo(1);

        CliRun looked = run("source", "refresh", "shop", "--file", newer.toString(), "--dry-run");
        assertThat(looked.code()).as(looked.err()).isZero();
        assertThat(looked.out())
                .contains("3 customers now; the newer file has 4 rows.")
                .contains("The columns are the same.")
                .contains("Nothing was replaced.");
        assertThat(audience("user_city_rome")).as("nothing was replaced").isEqualTo(1);

        CliRun done = run("source", "refresh", "shop", "--file", newer.toString());
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.out())
                .contains("“The shop” was read anew: 3 customers before, 4 now, no rows rejected.");
        assertThat(audience("user_city_rome")).isEqualTo(2);
        assertThat(count("[city is missing]")).as("n/a still means no value").isEqualTo(1);
        assertThat(count("[seen = 2025-04-04]")).as("the day still stands first").isEqualTo(1);
        assertThat(count("user_buys_any")).as("A1 and A3 bought").isEqualTo(2);
        JsonNode source = run("source", "list", "--json").json().get(0);
        assertThat(source.get("title").asString()).isEqualTo("The shop");
        assertThat(source.get("labels").get("city").get("en").asString()).isEqualTo("Town");
        try (Stream<Path> files = Files.list(folder.resolve("workspace/sources"))) {
            assertThat(files.filter(f -> f.getFileName().toString().startsWith("shop-")))
                    .as("the database of before is gone")
                    .hasSize(1);
        }
    }

    @Test
    void whatWouldBeLostIsToldAndNothingIsReplaced() throws IOException {
        Files.writeString(
                newer, "Id;age;seen;note;plan\nA1;old;04/04/2025;x;p\nA3;53;08/08/2025;z;q\n");

        CliRun refused = run("source", "refresh", "shop", "--file", newer.toString());

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out())
                .contains("Columns that are gone: city")
                .contains("New columns: plan")
                .contains("“age”: 1 row does not fit its type any more");
        assertThat(refused.err()).contains("--force");
        assertThat(audience("user_city_rome")).as("as before").isEqualTo(1);

        CliRun forced = run("source", "refresh", "shop", "--file", newer.toString(), "--force");
        assertThat(forced.code()).as(forced.err()).isZero();
        assertThat(forced.out()).contains("3 customers before, 1 now, one row rejected");
        assertThat(run("tag", "list", "--json").out()).as("tags stay").contains("user_city_rome");
        assertThat(run("preview", "--expression", "user_city_rome").code()).isEqualTo(1);
    }

    @Test
    void fileWithoutTheKeyIsRefusedAndNothingChanges() throws IOException {
        Files.writeString(newer, "city;age\nRome;3\n");
        CliRun refused = run("source", "refresh", "shop", "--file", newer.toString(), "--force");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("no column “Id”");
        assertThat(audience("user_city_rome")).isEqualTo(1);
    }

    private Path tag() throws IOException {
        Path file = folder.resolve("tags.json");
        Files.writeString(
                file,
                """
                {"format":"marquetry/tags","formatVersion":1,"tags":[
                 {"key":"user_city_rome","category":"AUDIENCE","name":{"en":"Rome"},
                  "topic":{"en":"City"},
                  "rule":{"type":"compare","field":"city","comparison":"EQUAL","value":{"text":"Rome"}}},
                 {"key":"user_buys_any","category":"AUDIENCE","name":{"en":"Bought"},
                  "topic":{"en":"Buys"},
                  "rule":{"type":"events","stream":"buys","aggregate":"COUNT",
                          "window":{"type":"always"},"comparison":"AT_LEAST",
                          "value":{"number":"1"}}}]}
                """);
        return file;
    }

    private long audience(String tag) {
        return count(tag);
    }

    private long count(String expression) {
        CliRun run = run("preview", "--source", "shop", "--expression", expression, "--json");
        assertThat(run.code()).as(run.err()).isZero();
        return run.json().get("audience").asLong();
    }

    private static void assertOk(CliRun run) {
        assertThat(run.code()).as(run.err()).isZero();
    }

    private CliRun run(String... args) {
        return CliRun.in(folder.resolve("workspace"), args);
    }
}
