package io.marquetry.cli.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;
import io.marquetry.source.local.SixFormats;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Text is compared as people see it, wherever it comes from and wherever it is typed. */
class SeenTextTest {

    private static final List<List<Object>> ROWS =
            List.of(
                    Arrays.asList("C1\u00A0", "Zu\u0308rich"),
                    Arrays.asList("C2", "\u200BZ\u00FCrich "),
                    Arrays.asList("C3", " \u3000"),
                    Arrays.asList("C4", ""),
                    Arrays.asList("C5", null));

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource(SixFormats.class)
    void blanksAndAccentsCountInNoFormat(SixFormats format) throws Exception {
        Path file =
                format.write(folder.resolve("c" + format.ending()), List.of("id", "city"), ROWS);
        done("profiles", "import", file.toString(), "--source", "s", "--key", "id");
        assertSeen("s");
    }

    @ParameterizedTest
    @EnumSource(
            value = SixFormats.class,
            names = {"PARQUET", "DUCKDB"})
    void blanksAndAccentsCountNowhereInPlace(SixFormats format) throws Exception {
        Path file =
                format.write(folder.resolve("c" + format.ending()), List.of("id", "city"), ROWS);
        done("source", "add", file.toString(), "--name", "s", "--key", "id");
        assertSeen("s");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna@Example.org",
                " anna@example.org",
                "ANNA@EXAMPLE.ORG\u00A0",
                "Ａnna@example.org"
            })
    void mailAddressIsFoundAsPeopleSeeIt(String typed) throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("m.csv"), "mail,city\nAnna@Example.org,Z\u00FCrich\n");
        done("profiles", "import", file.toString(), "--source", "s", "--key", "mail");
        tags();
        assertThat(
                        done(
                                "audience",
                                "explain",
                                typed,
                                "--source",
                                "s",
                                "--expression",
                                "user_city_part"))
                .startsWith("in the audience");
    }

    @Test
    void keysThatDifferInLetterCaseAreTwoUnlessPeopleSayOtherwise() throws Exception {
        Path file = Files.writeString(folder.resolve("k.csv"), "id,n\nab,1\nAB,2\ncd,3\n");
        done("profiles", "import", file.toString(), "--source", "two", "--key", "id");
        done(
                "profiles",
                "import",
                file.toString(),
                "--source",
                "one",
                "--key",
                "id",
                "--key-case",
                "folded");
        assertThat(done("source", "list")).containsPattern("two +3").containsPattern("one +2");
    }

    private void assertSeen(String source) throws Exception {
        tags();
        assertThat(count(source, "user_city_zurich")).isEqualTo(2);
        assertThat(count(source, "user_city_part")).isEqualTo(2);
        assertThat(count(source, "user_city_none")).isEqualTo(3);
        assertThat(
                        done(
                                "audience",
                                "explain",
                                "C1",
                                "--source",
                                source,
                                "--expression",
                                "user_city_part"))
                .startsWith("in the audience");
    }

    private int count(String source, String tag) {
        return run("preview", "--source", source, "--expression", tag, "--json")
                .json()
                .get("audience")
                .asInt();
    }

    private void tags() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("tags.json"),
                        """
                        {"format":"marquetry/tags","formatVersion":1,"tags":[
                         {"key":"user_city_zurich","category":"AUDIENCE","name":{"en":"Z"},"topic":{"en":"T"},
                          "rule":{"type":"compare","field":"city","comparison":"EQUAL","value":{"text":"Zu\u0308rich"}}},
                         {"key":"user_city_part","category":"AUDIENCE","name":{"en":"P"},"topic":{"en":"T"},
                          "rule":{"type":"match","field":"city","part":"CONTAINS","text":"u\u0308ri"}},
                         {"key":"user_city_none","category":"AUDIENCE","name":{"en":"N"},"topic":{"en":"T"},
                          "rule":{"type":"missing","field":"city"}}]}
                        """);
        done("tag", "import", file.toString());
    }

    private String done(String... arguments) {
        CliRun run = run(arguments);
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }

    private CliRun run(String... arguments) {
        return CliRun.in(folder.resolve("workspace"), arguments);
    }
}
