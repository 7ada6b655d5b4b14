package io.marquetry.cli.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;
import io.marquetry.launch.Wiring;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** How rows and columns of outcomes are read, the same for every kind of file and engine. */
class OutcomesReadingTest {

    private static final String TWICE =
            """
            pack,who,visit
            spring,a,1
            spring,b,0
            summer,a,1
            spring,a,1
            ,a,1
            summer,,1
            summer,a,0
            """;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"H2 csv", "DUCKDB csv", "DUCKDB jsonl", "DUCKDB parquet"})
    void profileCountsOnceForEachPackage(String kind) throws Exception {
        String[] words = kind.split(" ", 2);
        Path file = as(words[1], TWICE);
        CliRun imported =
                run(
                        "outcomes",
                        "import",
                        file.toString(),
                        "--engine",
                        words[0],
                        "--map",
                        "package=pack",
                        "--map",
                        "profile=who",
                        "--map",
                        "hit=visit",
                        "--json");
        assertThat(imported.code()).as(imported.err()).isZero();

        JsonNode told = imported.json();

        assertThat(told.get("files").get(0).get("rows").asInt()).isEqualTo(7);
        assertThat(told.get("files").get(0).get("accepted").asInt()).isEqualTo(4);
        int first = words[1].equals("csv") ? 2 : 1;
        assertThat(codes(told))
                .containsExactlyInAnyOrder(
                        first + 3 + " problem.row.again",
                        first + 5 + " problem.row.noKey",
                        first + 6 + " problem.row.again");
        assertThat(sentences(told))
                .contains(
                        "“a” stands in “spring” on line "
                                + first
                                + " already, and counts once for it.");
        JsonNode groups =
                run("effect", "show", "--by", "package", "--json").json().get("by").get(0);
        assertThat(groups.get("groups"))
                .extracting(
                        g ->
                                g.get("values").get(0).toString()
                                        + g.get("arms").get(0).get("targeted").asInt()
                                        + g.get("arms").get(0).get("hit").get("count").asInt())
                .contains("\"spring\"21", "\"summer\"11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2 csv", "DUCKDB csv", "DUCKDB jsonl", "DUCKDB parquet"})
    void withoutAPackageAProfileCountsOnce(String kind) throws Exception {
        String[] words = kind.split(" ", 2);
        Path file = as(words[1], "who,visit\na,1\nb,0\na,0\n");
        JsonNode told =
                run(
                                "outcomes",
                                "import",
                                file.toString(),
                                "--engine",
                                words[0],
                                "--map",
                                "profile=who",
                                "--map",
                                "hit=visit",
                                "--json")
                        .json();
        assertThat(told.get("files").get(0).get("accepted").asInt()).isEqualTo(2);
        assertThat(codes(told))
                .containsExactly((words[1].equals("csv") ? 4 : 3) + " problem.row.sameKey");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl"})
    void correctionsAreKeptWithTheMappingAndUsedAgain(String kind) throws Exception {
        String rows = "who,at,seen,spent\na,01/02/2017,ja,1\nb,03/02/2017,nein,k.A.\n";
        CliRun first =
                run(
                        "outcomes",
                        "import",
                        as(kind, rows).toString(),
                        "--map",
                        "profile=who",
                        "--map",
                        "when=at",
                        "--map",
                        "hit=seen==ja",
                        "--map",
                        "revenue=spent",
                        "--type",
                        "at=DATE",
                        "--dates",
                        "at=DAY_FIRST",
                        "--type",
                        "spent=DECIMAL",
                        "--missing",
                        "*=k.A.",
                        "--save-mapping",
                        "shop");
        assertThat(first.code()).as(first.err() + first.out()).isZero();
        JsonNode days = run("effect", "show", "--by", "day", "--json").json();
        assertThat(days.get("by").get(0).get("groups"))
                .extracting(g -> g.get("values").get(0).asString())
                .containsExactly("2017-02-01", "2017-02-03");

        Path next = as(kind, rows.replace("a,01/02/2017,ja,1", "c,04/02/2017,ja,2.5"));
        CliRun second = run("outcomes", "import", next.toString(), "--mapping", "shop", "--json");

        assertThat(second.code()).as(second.err()).isZero();
        assertThat(second.json().get("files").get(0).get("rejected").asInt()).isZero();
    }

    @Test
    void badValueIsNamedByLineAndColumn() throws Exception {
        Path file = as("jsonl", "who,at,visit\na,31/01/2017,1\nb,31/13/2017,0\n");
        CliRun imported =
                run(
                        "outcomes",
                        "import",
                        file.toString(),
                        "--map",
                        "hit=visit",
                        "--map",
                        "when=at",
                        "--type",
                        "at=DATE",
                        "--dates",
                        "at=DAY_FIRST");
        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(imported.out().lines())
                .contains(
                        file.getFileName()
                                + ": 1 row rejected, first line 2: Column “at”: “31/13/2017” is no date. Accepted are:"
                                + " 31/01/2017, 31.1.2017, 31-1-2017.");
        assertThat(run("outcomes", "import", file.toString(), "--dates", "nowhere=DAY_FIRST").err())
                .contains("has no column “nowhere”");
    }

    private Path as(String kind, String csv) throws IOException, SQLException {
        int number = folder.toFile().list().length;
        Path text = Files.writeString(folder.resolve("rows" + number + ".csv"), csv);
        if (kind.equals("csv")) {
            return text;
        }
        Path file = folder.resolve("rows" + number + "." + kind);
        String format = kind.equals("jsonl") ? "JSON" : "PARQUET";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "COPY (SELECT * FROM read_csv('%s')) TO '%s' (FORMAT %s)"
                            .formatted(text, file, format));
        }
        return file;
    }

    private static List<String> codes(JsonNode told) {
        List<String> codes = new ArrayList<>();
        told.get("rejected")
                .forEach(r -> codes.add(r.get("line").asInt() + " " + r.get("code").asString()));
        return codes;
    }

    private static List<String> sentences(JsonNode told) {
        List<String> sentences = new ArrayList<>();
        told.get("rejected").forEach(row -> sentences.add(row.get("reason").asString()));
        return sentences;
    }

    private CliRun run(String... command) {
        return CliRun.in(new Wiring(InstantSource.system()), folder.resolve("w"), command);
    }
}
