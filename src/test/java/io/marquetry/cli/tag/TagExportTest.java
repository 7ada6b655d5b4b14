package io.marquetry.cli.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;
import io.marquetry.workspace.SmallWorkspace;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipInputStream;

/** Tags go from one workspace to another without a package. */
class TagExportTest {

    @TempDir private Path folder;

    @BeforeEach
    void tagsAreThere() {
        SmallWorkspace.open(folder).close();
    }

    @Test
    void wholeDictionaryComesInElsewhereAsItWas() {
        in("workspace", "tag", "export", "--out", at("all.mqpack"));
        in("receiver", "package", "import", at("all.mqpack"));
        assertThat(in("receiver", "tag", "list", "--json").out())
                .isEqualTo(in("workspace", "tag", "list", "--json").out());
        in("receiver", "profiles", "import", at("customers.csv"), "--key", "id");
        in("receiver", "tag", "export", "--out", at("again.mqpack"));
        assertThat(Path.of(at("again.mqpack"))).hasSameBinaryContentAs(Path.of(at("all.mqpack")));
    }

    @Test
    void topicGoesAloneAndTheManifestTellsOfItsFields() throws Exception {
        in("workspace", "tag", "export", "--topic", "city", "--out", at("city.mqpack"));
        try (ZipInputStream zip =
                new ZipInputStream(
                        new ByteArrayInputStream(Files.readAllBytes(Path.of(at("city.mqpack")))))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("manifest.json");
            assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(
                            "\"formatVersion\":2",
                            "{\"fields\":[{\"path\":\"city\",\"type\":\"TEXT\"}],"
                                    + "\"name\":\"customers\",\"title\":\"customers.csv\"}");
        }
        CliRun run = in("receiver", "package", "import", at("city.mqpack"), "--json");
        assertThat(run.json().get("items").size()).isEqualTo(1);
    }

    @Test
    void nothingOfTheKindIsRefused() {
        assertThat(run("workspace", "tag", "export", "--topic", "x", "--out", at("x")).err())
                .contains("No tag is like that");
        assertThat(Path.of(at("x"))).doesNotExist();
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private CliRun in(String workspace, String... arguments) {
        CliRun run = run(workspace, arguments);
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }

    private CliRun run(String workspace, String... arguments) {
        return CliRun.in(folder.resolve(workspace), arguments);
    }
}
