package io.marquetry.cli.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** {@code source remove}: forgets a source that nothing stands on. */
class SourceRemoveTest {

    @TempDir private Path folder;

    @BeforeEach
    void customersAreImported() throws IOException {
        Path people = folder.resolve("people.csv");
        Files.writeString(people, "id,shoes\n1,3\n2,4\n3,5\n");
        String[] imported = {
            "profiles", "import", people.toString(), "--key", "id", "--source", "shop"
        };
        assertThat(run(imported).code()).isZero();
    }

    @Test
    void nothingOfItIsLeftAndItsNameIsFree() throws IOException {
        run("source", "live", "shop", "--use", "live");
        CliRun removed = run("source", "remove", "shop", "--json");
        assertThat(removed.code()).as(removed.err()).isZero();
        assertThat(removed.out()).isEqualToIgnoringNewLines("{\"removed\":\"shop\"}");
        assertThat(run("source", "list", "--json").json()).isEmpty();
        try (Stream<Path> left = Files.list(folder.resolve("workspace/sources"))) {
            assertThat(left).isEmpty();
        }
        assertThat(folder.resolve("people.csv")).exists();
        customersAreImported();
        assertThat(run("source", "live", "shop", "--json").json().get("use").asString())
                .isEqualTo("by-size");
        assertThat(run("source", "remove", "shop").err()).contains("Source shop was removed.");
    }

    @Test
    void whatItIsUsedByKeepsItAndIsNamed() {
        CliRun made = run("package", "create", "pack_gold", "--name", "Gold", "--source", "shop");
        assertThat(made.code()).as(made.err()).isZero();
        CliRun refused = run("source", "remove", "shop");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("shop cannot be removed").contains("pack_gold");
        assertThat(run("source", "list", "--json").json()).hasSize(1);
        CliRun unknown = run("source", "remove", "shops");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("shops");
    }

    private CliRun run(String... arguments) {
        return CliRun.in(folder.resolve("workspace"), arguments);
    }
}
