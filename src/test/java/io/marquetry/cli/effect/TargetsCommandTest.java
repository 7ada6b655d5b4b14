package io.marquetry.cli.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;
import io.marquetry.launch.Wiring;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** {@code effect targets}, and what the figures say of them. */
class TargetsCommandTest {

    @TempDir private Path folder;

    /** 100 of 1,000 bought: 95 % CI 8.3 to 12.0 %. */
    @BeforeEach
    void bring() throws IOException {
        StringBuilder rows = new StringBuilder("who,bought\n");
        for (int i = 0; i < 1_000; i++) {
            rows.append("p%d,%d%n".formatted(i, i % 10 == 0 ? 1 : 0));
        }
        Path file = Files.writeString(folder.resolve("people.csv"), rows);
        assertThat(
                        run(
                                        "outcomes",
                                        "import",
                                        file.toString(),
                                        "--map",
                                        "profile=who",
                                        "--map",
                                        "converted=bought")
                                .err())
                .isEmpty();
    }

    @Test
    void figuresTellWhetherTheTargetIsReached() {
        assertThat(standing("5%")).isEqualTo("REACHED");
        assertThat(standing("9%")).isEqualTo("OPEN");
        assertThat(standing("13%")).isEqualTo("MISSED");
        assertThat(run("effect", "show").out()).contains("target 13.00 % missed");
        assertThat(run("effect", "targets", "conversion=none").err())
                .startsWith("No target is set.");
        assertThat(run("effect", "show").out()).doesNotContain("target 13");
    }

    @Test
    void targetOfFigureThatIsNotThereIsNotTold() {
        run("effect", "targets", "hit=10%", "return=2");
        assertThat(run("effect", "targets").out()).isEqualTo("hit=10%\nreturn=2\n");
        assertThat(run("effect", "show", "--json").json().get("targets")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversion=5", "conversion=0%", "revenue=3", "return=5%", "hit=many"})
    void whatIsNoTargetIsRefusedAndNothingIsKept(String text) {
        CliRun refused = run("effect", "targets", "reach=90%", text);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("target");
        assertThat(run("effect", "targets", "--json").out().strip()).isEqualTo("{}");
    }

    private String standing(String target) {
        assertThat(run("effect", "targets", "conversion=" + target).out())
                .isEqualTo("conversion=" + target + "\n");
        return run("effect", "show", "--json")
                .json()
                .get("targets")
                .get(0)
                .get("standing")
                .asString();
    }

    private Workspace open(Path workspace) {
        return new Wiring(InstantSource.fixed(CliRun.NOW)).open(workspace);
    }

    private CliRun run(String... arguments) {
        return CliRun.in(this::open, folder.resolve("workspace"), arguments);
    }
}
