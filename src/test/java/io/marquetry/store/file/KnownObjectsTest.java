package io.marquetry.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.source.h2.FileContents;

import org.junit.jupiter.api.Test;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the check of foreign files knows is what the migrations make. */
class KnownObjectsTest {

    /** Written anew with {@code -Dmarquetry.schema.write=true}, after a migration was added. */
    @Test
    void whatIsKnownIsWhatEachMigrationLeaves() throws Exception {
        List<FileContents> versions = MigratedObjects.versions();
        String text = FileContents.toText(versions);
        if (Boolean.getBoolean("marquetry.schema.write")) {
            Files.writeString(Path.of("src/main/resources" + SchemaCheck.KNOWN), text);
        }
        try (InputStream known = SchemaCheck.class.getResourceAsStream(SchemaCheck.KNOWN)) {
            assertThat(known).hasContent(text);
        }
        FileContents all = FileContents.ofText(text);
        assertThat(versions).allMatch(all::holdsAllOf);
        assertThat(all.statements()).allSatisfy(one -> assertThat(one).doesNotEndWith("\n"));
        assertThat(FileContents.toText(List.of(all)).length()).isEqualTo(text.length());
    }
}
