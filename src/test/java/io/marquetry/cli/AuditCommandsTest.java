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
        CliRun verified = run(Locale.ENGLISH, "verify", "--json");
        assertThat(verified.code()).isZero();
        assertThat(verified.json().get("whole").asBoolean()).isTrue();
        long entries = verified.json().get("entries").asLong();
        CliRun exported = run(Locale.ENGLISH, "export");
        assertThat(exported.out().lines()).hasSize((int) entries);
        assertThat(exported.out().lines().reduce((a, b) -> b).orElseThrow())
                .contains(verified.json().get("sha256").asString());
        assertThat(run(Locale.SIMPLIFIED_CHINESE, "verify").out()).contains("条记录，完整");
    }

    private CliRun run(Locale language, String verb, String... more) {
        String[] all = new String[4 + more.length];
        all[0] = "audit";
        all[1] = verb;
        all[2] = "--workspace";
        all[3] = folder.resolve("workspace").toString();
        System.arraycopy(more, 0, all, 4, more.length);
        return CliRun.of(SmallWorkspace.wiring(folder, "li"), language, all);
    }
}
