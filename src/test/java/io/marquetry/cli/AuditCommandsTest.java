package io.marquetry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.workspace.SmallWorkspace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Locale;

class AuditCommandsTest {

    @TempDir private Path folder;

    @Test
    void auditIsWholeAndHandedOutLineByLine() {
        SmallWorkspace.open(folder).close();
        CliRun verified = run(Locale.ENGLISH, "audit", "verify", "--json");
        assertThat(verified.code()).isZero();
        assertThat(verified.json().get("whole").asBoolean()).isTrue();
        long entries = verified.json().get("entries").asLong();
        CliRun exported = run(Locale.ENGLISH, "audit", "export");
        assertThat(exported.out().lines()).hasSize((int) entries);
        assertThat(exported.out().lines().reduce((a, b) -> b).orElseThrow())
                .contains(verified.json().get("sha256").asString());
        assertThat(run(Locale.SIMPLIFIED_CHINESE, "audit", "verify").out()).contains("条记录，完整");
    }

    private CliRun run(Locale language, String... command) {
        return CliRun.in(
                SmallWorkspace.wiring(folder, "li"),
                language,
                folder.resolve("workspace"),
                command);
    }
}
