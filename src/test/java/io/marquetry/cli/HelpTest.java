package io.marquetry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Texts;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;

class HelpTest {

    @Test
    void everyCommandSaysWhatItDoesInBothLanguages() {
        for (Locale language : Texts.LANGUAGES) {
            assertDescribed(Commands.worded(root(language), Texts.in(language)));
        }
    }

    private static CommandLine root(Locale language) {
        Texts texts = Texts.in(language);
        return Commands.addTo(
                new CommandLine(new MarquetryCommand(texts, (folder, file) -> 0)),
                folder -> {
                    throw new AssertionError("help opens no workspace");
                },
                texts,
                InstantSource.system());
    }

    @Test
    void memoryThatDoesNotSufficeEndsInASentence() {
        for (Locale language : Texts.LANGUAGES) {
            CliRun run =
                    CliRun.of(
                            folder -> {
                                throw new OutOfMemoryError("Java heap space");
                            },
                            language,
                            "tag",
                            "list");
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).contains("MB").doesNotContain("OutOfMemoryError");
        }
    }

    @Test
    void helpIsFormattedInBothLanguages() {
        for (Locale language : Texts.LANGUAGES) {
            PrintStream before = System.err;
            ByteArrayOutputStream warned = new ByteArrayOutputStream();
            System.setErr(new PrintStream(warned, true, StandardCharsets.UTF_8));
            try {
                assertFormatted(root(language));
            } finally {
                System.setErr(before);
            }
            assertThat(warned.toString(StandardCharsets.UTF_8)).isEmpty();
        }
    }

    @Test
    void aWordThatIsNoCommandIsNamed() {
        for (Locale language : Texts.LANGUAGES) {
            CliRun run =
                    CliRun.of(
                            folder -> {
                                throw new AssertionError("nothing is opened");
                            },
                            language,
                            "pakage",
                            "list");
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("“pakage”", "--help").doesNotContain("index", "{0}");
        }
    }

    private static void assertFormatted(CommandLine command) {
        assertThat(command.getUsageMessage())
                .as(command.getCommandSpec().qualifiedName())
                .doesNotContain("''", "%%");
        command.getSubcommands().values().forEach(HelpTest::assertFormatted);
    }

    private static void assertDescribed(CommandLine command) {
        assertThat(command.getCommandSpec().usageMessage().description())
                .as(command.getCommandSpec().qualifiedName())
                .isNotEmpty()
                // picocli takes them for formats, and prints a warning where they are none.
                .allSatisfy(text -> assertThat(String.format(text)).isNotEmpty());
        assertThat(command.getUsageMessage()).doesNotContain("''", "%%");
        command.getSubcommands().values().forEach(HelpTest::assertDescribed);
    }
}
