package io.marquetry.cli.outcomes;

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
import java.util.Arrays;

/** {@code outcomes change}: what was left out at the import is said later, and the rows stay. */
class ChangedMeaningTest {

    @TempDir private Path folder;

    private String file = "";

    @BeforeEach
    void write() throws IOException {
        StringBuilder rows = new StringBuilder("who,arm,treated,bought\n");
        for (int i = 0; i < 400; i++) {
            boolean treated = i % 2 == 0;
            rows.append(
                    "p%d,%s,%s,%d%n"
                            .formatted(
                                    i,
                                    treated ? "mail" : "none",
                                    treated ? 1 : 0,
                                    i % 4 == 0 ? 1 : 0));
        }
        file = Files.writeString(folder.resolve("people.csv"), rows).toString();
    }

    @Test
    void armHeldOutIsSaidAfterTheImport() {
        imported("arm=arm");
        assertThat(run("effect", "show").out()).contains("No control group");

        assertThat(run("outcomes", "change", "people", "--control", "none").code()).isZero();

        assertThat(run("effect", "show").out()).isEqualTo(told("arm=arm", "--control", "none"));
    }

    @Test
    void armsMayBeNumbers() {
        imported("arm=treated");
        assertThat(run("outcomes", "change", "people", "--control", "0").code()).isZero();
        assertThat(run("effect", "show").out()).isEqualTo(told("arm=treated", "--control", "0"));
    }

    @Test
    void planAndTitleAreSaidLaterAndStay() {
        imported("arm=arm", "--control", "none");
        assertThat(
                        run(
                                        "outcomes",
                                        "change",
                                        "people",
                                        "--title",
                                        "春季短信",
                                        "--planned",
                                        "mail=0.9",
                                        "--planned",
                                        "none=0.1")
                                .code())
                .isZero();
        assertThat(run("outcomes", "list").out()).contains("春季短信");
        // 200 and 200 were not made by a plan of nine to one.
        assertThat(run("effect", "show").out()).contains("chance cannot have made these arms");

        assertThat(run("outcomes", "change", "people", "--control", "mail").code()).isZero();
        assertThat(run("outcomes", "list").out()).contains("春季短信");
    }

    @Test
    void nobodyHeldOutIsSaidLater() {
        imported("arm=arm", "--control", "none");
        assertThat(run("outcomes", "change", "people", "--no-control").code()).isZero();
        assertThat(run("effect", "show").out()).contains("No control group");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--control nobody",
                "--control NONE",
                "--control none --no-control",
                "--planned mail=0.5",
                "--control none --planned mail=0",
                "--control none --planned sms=0.5",
                "--control none --planned-people 0",
                "--package no_such key",
                "--title",
                ""
            })
    void whatCannotBeIsRefusedAndNothingChanges(String options) {
        imported("arm=arm");
        String before = run("outcomes", "list", "--json").out();
        String[] said = options.isEmpty() ? new String[0] : options.split(" ");
        String[] command = {"outcomes", "change", "people"};
        String[] all = Arrays.copyOf(command, command.length + said.length);
        System.arraycopy(said, 0, all, command.length, said.length);
        CliRun refused = run(all);
        assertThat(refused.code()).isNotZero();
        assertThat(refused.err()).isNotBlank();
        assertThat(run("outcomes", "list", "--json").out()).isEqualTo(before);
    }

    @Test
    void outcomesWithoutArmsCannotHaveHeldAnybodyOut() {
        imported("hit=treated");
        assertThat(run("outcomes", "change", "people", "--control", "none").err())
                .contains("map the column that tells the arm");
    }

    @Test
    void outcomesThatAreNotThereAreTold() {
        assertThat(run("outcomes", "change", "nothing", "--title", "x").err())
                .startsWith("There are no outcomes called “nothing”.");
    }

    private void imported(String map, String... options) {
        String[] command = {
            "outcomes",
            "import",
            file,
            "--map",
            "profile=who",
            "--map",
            "converted=bought",
            "--map",
            map
        };
        String[] all = Arrays.copyOf(command, command.length + options.length);
        System.arraycopy(options, 0, all, command.length, options.length);
        assertThat(run(all).err()).isEmpty();
    }

    /** Returns what is told where the same was said at the import. */
    private String told(String map, String... options) {
        assertThat(run("outcomes", "remove", "people").code()).isZero();
        imported(map, options);
        return run("effect", "show").out();
    }

    private Workspace open(Path workspace) {
        return new Wiring(InstantSource.fixed(CliRun.NOW)).open(workspace);
    }

    private CliRun run(String... arguments) {
        return CliRun.in(this::open, folder.resolve("workspace"), arguments);
    }
}
