package io.marquetry.cli.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;
import io.marquetry.source.local.SixFormats;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Dumps of MySQL, PostgreSQL and Hive write \N where there is no value. */
class NullOfDumpsTest {

    private static final List<List<Object>> ROWS =
            List.of(
                    Arrays.asList("C1", "Graz", "10"),
                    Arrays.asList("C2", "\\N", "\\N"),
                    Arrays.asList("C3", null, "30"),
                    Arrays.asList("C4", "\\n", "40"));

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource(SixFormats.class)
    void markOfDumpsIsMissingInEveryFormat(SixFormats format) throws Exception {
        Path file = write(format);
        CliRun run = run("profiles", "import", file.toString(), "--source", "s", "--key", "id");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out() + run.err()).contains("2 cells with \\N");
        assertThat(count("[city is missing]")).isEqualTo(2);
        assertThat(count("[city = \"\\\\n\"]") + count("[city = \"\\n\"]")).isPositive();
        // The column is whole numbers, for the mark is no value.
        assertThat(count("[spend > 9]")).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(
            value = SixFormats.class,
            names = {"PARQUET", "DUCKDB"})
    void markOfDumpsIsMissingInPlace(SixFormats format) throws Exception {
        CliRun run = run("source", "add", write(format).toString(), "--name", "s", "--key", "id");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(count("[city is missing]")).isEqualTo(2);
    }

    @Test
    void sourcesWithOtherWordsForMissingCompare() throws Exception {
        Path one = Files.writeString(folder.resolve("one.csv"), "id,city\nC1,Graz\nC2,n/a\nC3,-\n");
        Path two =
                Files.writeString(
                        folder.resolve("two.csv"), "id,arm,conv\nC1,a,1\nC2,b,0\nC3,?,1\n");
        CliRun people =
                run(
                        "profiles",
                        "import",
                        one.toString(),
                        "--source",
                        "s",
                        "--key",
                        "id",
                        "--missing",
                        "*=n/a",
                        "--missing",
                        "city=-");
        assertThat(people.code()).as(people.err()).isZero();
        Path tags =
                Files.writeString(
                        folder.resolve("tags.json"),
                        """
                        {"format":"marquetry/tags","formatVersion":1,"tags":[
                         {"key":"user_city_graz","category":"AUDIENCE","name":{"en":"G"},"topic":{"en":"T"},
                          "rule":{"type":"compare","field":"city","comparison":"EQUAL","value":{"text":"Graz"}}}]}
                        """);
        assertThat(run("tag", "import", tags.toString()).code()).isZero();
        CliRun outcomes =
                run(
                        "outcomes",
                        "import",
                        two.toString(),
                        "--name",
                        "o",
                        "--map",
                        "profile=id",
                        "--map",
                        "arm=arm",
                        "--map",
                        "converted=conv",
                        "--missing",
                        "*=?");
        assertThat(outcomes.code()).as(outcomes.err()).isZero();
        CliRun shown =
                run("effect", "show", "--outcomes", "o", "--by", "tag:user_city_graz@s", "--json");
        assertThat(shown.code()).as(shown.err()).isZero();
        assertThat(shown.json().get("by").get(0).get("groups")).hasSize(2);
    }

    private Path write(SixFormats format) throws Exception {
        return format.write(
                folder.resolve("c" + format.ending()), List.of("id", "city", "spend"), ROWS);
    }

    private int count(String expression) {
        CliRun run = run("preview", "--source", "s", "--expression", expression, "--json");
        assertThat(run.code()).as(run.err()).isZero();
        return run.json().get("audience").asInt();
    }

    private CliRun run(String... arguments) {
        return CliRun.in(folder.resolve("workspace"), arguments);
    }
}
