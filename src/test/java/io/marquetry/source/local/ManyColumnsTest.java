package io.marquetry.source.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marquetry.base.ProblemException;
import io.marquetry.source.plan.FileReading;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A file of more columns than a source can have ends in a sentence, not in memory. */
class ManyColumnsTest {

    private static final int COLUMNS = 100_000;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"csv", "tsv", "jsonl", "json"})
    void fileOfTooManyColumnsIsRefused(String ending) throws Exception {
        Path file = Files.writeString(folder.resolve("wide." + ending), text(ending));
        ProblemException refused =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> Importing.inspect(FileReading.AS_FOUND.look(file)));
        assertThat(refused.problem().key()).isEqualTo("problem.import.tooManyColumns");
        assertThat(refused.problem().args()).contains(4_096);
    }

    private static String text(String ending) {
        boolean json = ending.startsWith("json");
        String between = ending.equals("tsv") ? "\t" : ",";
        String row =
                IntStream.range(0, COLUMNS)
                        .mapToObj(i -> json ? "\"c" + i + "\":" + i : "c" + i)
                        .collect(Collectors.joining(between));
        return ending.equals("json")
                ? "[{" + row + "}]"
                : json ? "{" + row + "}\n" : row + "\n" + row + "\n";
    }
}
