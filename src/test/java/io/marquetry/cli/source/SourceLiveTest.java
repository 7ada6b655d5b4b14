package io.marquetry.cli.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** {@code source live}: index or live, by measuring. */
class SourceLiveTest {

    @TempDir private Path folder;

    @Test
    void whatIsRefusedChangesNothing() throws IOException {
        Path people = folder.resolve("people.csv");
        Files.writeString(people, "id,shoes\n1,3\n2,4\n3,5\n");
        String[] imported = {
            "profiles", "import", people.toString(), "--key", "id", "--source", "shop"
        };
        assertThat(run(imported).code()).isZero();
        long usual = run("source", "live", "shop", "--json").json().get("limit").asLong();

        assertThat(run("source", "live", "shop", "--limit", "2", "--use", "never").code())
                .isEqualTo(2);
        Path data;
        try (Stream<Path> files = Files.list(folder.resolve("workspace/sources"))) {
            data = files.findFirst().orElseThrow();
        }
        Path away = Files.move(data, folder.resolve("away"));
        assertThat(run("source", "live", "shop", "--limit", "2", "--use", "live").code())
                .isEqualTo(1);
        Files.move(away, data);

        JsonNode before = run("source", "live", "shop", "--json").json();
        assertThat(before.get("limit").asLong()).isEqualTo(usual);
        assertThat(before.get("use").asString()).isEqualTo("by-size");
        JsonNode after =
                run("source", "live", "shop", "--limit", "2", "--use", "index", "--json").json();
        assertThat(after.get("limit").asLong()).isEqualTo(2);
        assertThat(after.get("use").asString()).isEqualTo("index");
        assertThat(after.get("proposed").asString()).isEqualTo("live");
    }

    private CliRun run(String... arguments) {
        return CliRun.in(folder.resolve("workspace"), arguments);
    }
}
