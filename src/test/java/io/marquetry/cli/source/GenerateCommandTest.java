package io.marquetry.cli.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;
import io.marquetry.launch.Wiring;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

class GenerateCommandTest {

    @TempDir private Path folder;

    @Test
    void sampleIsCountedByTheOtherCommands() {
        CliRun made = run("generate", "--profiles", "2000", "--json");
        assertThat(made.code()).as(made.err()).isZero();
        JsonNode sample = made.json();
        assertThat(sample.get("profiles").asInt()).isEqualTo(2_000);
        assertThat(sample.get("purchases").asInt()).isGreaterThan(2_000);
        assertThat(sample.get("tags").asInt()).isEqualTo(300);
        assertThat(sample.get("tagsKept").asInt()).isZero();
        assertThat(sample.get("engine").asString()).isEqualTo("H2");
        assertThat(sample.get("bytes").asLong()).isPositive();
        assertThat(sample.get("seconds").asDouble()).isPositive();
        assertThat(sample.get("source").get("name").asString()).isEqualTo("generated-2k");
        assertThat(sample.get("source").get("today").asString()).isEqualTo("2026-01-01");
        CliRun preview =
                run("preview", "--package", sample.get("packages").get(0).asString(), "--json");
        assertThat(preview.code()).as(preview.err()).isZero();
        assertThat(preview.json().get("audience").asInt()).isPositive();
        assertThat(run("tag", "lint", "--source", "generated-2k").code()).isZero();
    }

    @Test
    void resultIsToldInWords() {
        CliRun made =
                run(
                        "generate",
                        "--profiles",
                        "500",
                        "--tags",
                        "20",
                        "--engine",
                        "duckdb",
                        "--seed",
                        "7",
                        "--source",
                        "seven",
                        "--title",
                        "Seven");
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out())
                .startsWith("Source “seven”: 500 profiles with ")
                .contains("20 audience tags")
                .contains("Package in work: pack_upgrade_seven");
    }

    @Test
    void wrongRequestsAreRefusedInOneSentence() {
        assertThat(run("generate", "--profiles", "100", "--source", "one").code()).isZero();
        assertRefused(1, "There is a source “one” already", "--source", "one");
        assertRefused(2, "“My Shop” is no source name", "--source", "My Shop");
        assertRefused(2, "A sample cannot have 0 profiles", "--profiles", "0");
        assertRefused(2, "A sample cannot have 19 tags", "--tags", "19");
        assertThat(run("generate", "--engine", "oracle").code()).isEqualTo(2);
    }

    private void assertRefused(int code, String sentence, String... options) {
        List<String> arguments = new ArrayList<>(List.of("generate"));
        arguments.addAll(List.of(options));
        CliRun run = run(arguments.toArray(String[]::new));
        assertThat(run.code()).isEqualTo(code);
        assertThat(run.err().lines()).singleElement().asString().startsWith(sentence);
        assertThat(run.out()).isEmpty();
    }

    private CliRun run(String... arguments) {
        return CliRun.in(
                new Wiring(InstantSource.system()), folder.resolve("workspace"), arguments);
    }
}
