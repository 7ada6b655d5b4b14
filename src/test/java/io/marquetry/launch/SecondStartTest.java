package io.marquetry.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.handoff.SampleDocument;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The whole program, started twice: the second start is answered by the window of the first. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondStartTest {

    private Path temp;
    private Process window;
    private BufferedReader said;

    @BeforeAll
    void aWindowOnAWorkspace(@TempDir Path folder) throws IOException {
        temp = folder;
        Path workspace = Files.createDirectories(temp.resolve("ws"));
        assertThat(run("tag", "list").code()).isZero();
        assertThat(workspace.resolve("marquetry.json")).exists();
        Files.createDirectories(temp.resolve("config"));
        Files.writeString(
                temp.resolve("config").resolve("settings.json"),
                "{\"language\":\"en\",\"tourSeen\":true}");
        window = program(WindowChild.class).start();
        said = window.inputReader();
        assertThat(next()).isEqualTo("open");
    }

    @AfterAll
    void close() throws InterruptedException {
        window.destroyForcibly();
        window.waitFor();
    }

    @Test
    void aSecondStartHandsItsFileToTheFirstWindow() throws IOException {
        Path document = temp.resolve("spring.json");
        Files.writeString(document, SampleDocument.text());
        Path table = Files.writeString(temp.resolve("people.csv"), "id,age\na,1\nb,2\n");

        assertThat(run().isSilent()).isTrue();
        assertThat(run(document.toString()).isSilent()).isTrue();
        assertThat(next()).startsWith("package: ");
        assertThat(run(table.toString()).isSilent()).isTrue();
        assertThat(next()).isEqualTo("table: " + table);
    }

    @Test
    void theWorkspaceItselfIsOpenedByTheWindowThatHasIt() throws IOException {
        String folder = temp.resolve("ws").toString();
        assertThat(run(folder).isSilent()).isTrue();
        assertThat(run(folder + File.separator + "marquetry.json").isSilent()).isTrue();
        assertThat(run("--workspace", folder).isSilent()).isTrue();
        assertThat(window.isAlive()).isTrue();
    }

    @Test
    void aCommandBesideTheWindowSaysWhoHasTheWorkspace() throws IOException {
        Ended list = run("tag", "list");
        assertThat(list.code()).isEqualTo(1);
        assertThat(list.err()).contains(Long.toString(window.pid())).contains("open");
        assertThat(run("tagg", "list").code()).isEqualTo(2);
    }

    private String next() throws IOException {
        return String.valueOf(said.readLine());
    }

    private record Ended(int code, String out, String err) {

        boolean isSilent() {
            assertThat(out + err).isEmpty();
            return code == 0;
        }
    }

    private Ended run(String... arguments) throws IOException {
        Path out = Files.createTempFile(temp, "out", "");
        Path err = Files.createTempFile(temp, "err", "");
        Process process =
                program(Main.class, arguments)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("it ends").isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private ProcessBuilder program(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // How windows are drawn is for the child as for this one.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(a -> a.matches("-D(glass|monocle|prism|testfx|java\\.awt)\\..*"))
                .forEach(command::add);
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Duser.language=en",
                        "-Dmarquetry.config=" + temp.resolve("config"),
                        "-Dmarquetry.logs=" + temp.resolve("logs"),
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder program = new ProcessBuilder(command);
        program.environment().put("MARQUETRY_WORKSPACE", temp.resolve("ws").toString());
        return program.redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
