package io.marquetry.source.ask;

import static io.marquetry.workspace.SmallWorkspace.CUSTOMERS;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.AudienceReader;
import io.marquetry.base.CancelSignal;
import io.marquetry.workspace.SmallWorkspace;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

/** What a source knows of one person. */
class PersonTest {

    @TempDir private Path folder;

    @Test
    void attributesComeByNameAndMissingOnesDoNot() {
        try (Workspace workspace = SmallWorkspace.open(folder)) {
            AudienceReader reader = workspace.audiences().readers().reader(CUSTOMERS);
            CancelSignal signal = new CancelSignal();
            assertThat(reader.person("1", signal)).isEqualTo(Map.of("level", "gold", "city", "北京"));
            assertThat(reader.person("4", signal)).isEmpty();
            assertThat(reader.person("nobody' or '1'='1", signal)).isEmpty();
        }
    }
}
