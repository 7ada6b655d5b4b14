package io.marquetry.cli.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.marquetry.cli.CliRun;
import io.marquetry.launch.Wiring;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * People who are in several packages vary as one, against what statsmodels 0.15.0 makes of the same
 * rows: {@code stats/clusters.csv}.
 */
class RepeatedPeopleTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"0, H2", "1, DUCKDB", "2, DUCKDB", "3, H2"})
    void peopleVaryNotRows(int number, String engine) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("rows.csv"), read("/stats/clusters-" + number + ".csv"));
        take(file, engine, "--map", "revenue=spend");
        // Who stands in several packages is one person and several contacts.
        assertThat(run("effect", "show").out()).contains(" contacts").doesNotContain(" profiles\n");
        JsonNode answer = run("effect", "show", "--json").json();
        List<String> cases =
                read("/stats/clusters.csv")
                        .lines()
                        .filter(line -> line.startsWith(number + ","))
                        .toList();
        assertThat(cases).hasSize(4);
        for (String line : cases) {
            String[] cells = line.split(",", -1);
            JsonNode found =
                    switch (cells[1]) {
                        case "MEAN_CONVERSION" -> answer.at("/arms/0/conversion");
                        case "MEAN_REVENUE" -> answer.at("/arms/0/revenue/perHead");
                        default -> comparison(answer, cells[1]);
                    };
            assertThat(found.get("method").asString()).as(line).isEqualTo("CLUSTERED");
            double low = Double.parseDouble(cells[5]);
            double high = Double.parseDouble(cells[6]);
            assertThat(found.get("low").asDouble()).as(line).isEqualTo(low, within(1e-8));
            assertThat(found.get("high").asDouble()).as(line).isEqualTo(high, within(1e-8));
            if (!cells[7].isEmpty()) {
                assertThat(found.get("p").asDouble())
                        .as(line)
                        .isEqualTo(Double.parseDouble(cells[7]), within(1e-8));
            }
        }
        assertThat(answer.at("/treated/people").asInt())
                .isLessThan(answer.at("/treated/targeted").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "DUCKDB"})
    void controlOfFewPeopleIsNoGroundForAClaim(String engine) throws IOException {
        StringBuilder rows = new StringBuilder("who,pack,arm,conv\n");
        for (int person = 0; person < 400; person++) {
            boolean held = person < 8;
            for (String pack : List.of("one", "two", "three")) {
                int did = !held && (person * 7 + pack.length()) % 10 == 0 ? 1 : 0;
                rows.append("p%d,%s,%s,%d%n".formatted(person, pack, held ? "none" : "mail", did));
            }
        }
        Path file = Files.writeString(folder.resolve("few.csv"), rows.toString());
        take(file, engine);
        JsonNode found = comparison(run("effect", "show", "--json").json(), "CONVERSION");
        // Nobody of eight did, so the control varies by nothing and the plain interval leaves out
        // 0.
        assertThat(found.get("method").asString()).isEqualTo("CLUSTERED");
        assertThat(found.get("low").asDouble()).isPositive();
        assertThat(found.get("footing").asString()).isEqualTo("SPARSE");
        assertThat(found.get("verdict").asString()).isEqualTo("UNSURE");
    }

    private void take(Path file, String engine, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("outcomes", "import", file.toString(), "--engine", engine));
        arguments.addAll(List.of("--control", "none", "--map", "profile=who"));
        arguments.addAll(List.of("--map", "package=pack", "--map", "arm=arm"));
        arguments.addAll(List.of("--map", "converted=conv"));
        arguments.addAll(List.of(more));
        CliRun imported = run(arguments.toArray(String[]::new));
        assertThat(imported.code()).as(imported.err()).isZero();
    }

    private static JsonNode comparison(JsonNode answer, String measure) {
        for (JsonNode comparison : answer.at("/uplift/comparisons")) {
            if (comparison.get("measure").asString().equals(measure)) {
                return comparison;
            }
        }
        throw new AssertionError("no comparison of " + measure);
    }

    private CliRun run(String... arguments) {
        return CliRun.in(
                new Wiring(InstantSource.system()), folder.resolve("workspace"), arguments);
    }

    private static String read(String name) throws IOException {
        try (InputStream in = RepeatedPeopleTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
