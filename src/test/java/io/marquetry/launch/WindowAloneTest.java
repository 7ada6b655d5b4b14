package io.marquetry.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Texts;
import io.marquetry.cli.Commands;
import io.marquetry.cli.MarquetryCommand;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

class WindowAloneTest {

    @TempDir Path temp;

    @Test
    void opensWhatTheRootCommandWouldOpen() throws Exception {
        String file = Files.writeString(temp.resolve("people.csv"), "id").toString();
        for (List<String> arguments :
                List.of(
                        List.<String>of(),
                        List.of("--workspace", temp.toString()),
                        List.of("--workspace", "Marquetry"),
                        List.of(file),
                        List.of(temp.toString()))) {
            assertThat(WindowAlone.in(arguments)).isPresent().isEqualTo(byPicocli(arguments));
        }
    }

    @Test
    void leavesTheRestToTheCommandLine() throws Exception {
        String file = Files.writeString(temp.resolve("people.csv"), "id").toString();
        for (List<String> arguments :
                List.of(
                        List.of("tag"),
                        List.of("--help"),
                        List.of("--version"),
                        List.of("--workspace"),
                        List.of("--workspace", "--help"),
                        List.of("tag", "list"),
                        List.of(temp.resolve("absent.csv").toString()),
                        List.of("--workspace=" + temp),
                        List.of(file, file),
                        List.of("--workspace", temp.toString(), file))) {
            assertThat(WindowAlone.in(arguments)).describedAs("%s", arguments).isEmpty();
        }
    }

    private static Optional<WindowAlone> byPicocli(List<String> arguments) {
        List<WindowAlone> opened = new ArrayList<>();
        Texts texts = Texts.in(Locale.ENGLISH);
        CommandLine root =
                new CommandLine(
                        new MarquetryCommand(
                                texts,
                                (folder, file) -> {
                                    opened.add(new WindowAlone(folder, file));
                                    return 0;
                                }));
        root.setErr(new PrintWriter(Writer.nullWriter()));
        Commands.addTo(
                        root,
                        folder -> {
                            throw new AssertionError("nothing is opened");
                        },
                        texts,
                        InstantSource.system(),
                        arguments)
                .execute(arguments.toArray(String[]::new));
        return opened.stream().findFirst();
    }
}
