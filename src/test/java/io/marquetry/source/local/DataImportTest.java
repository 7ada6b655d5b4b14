package io.marquetry.source.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.file.DataFile;
import io.marquetry.source.file.DataFiles;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Files with types of their own are imported whole, or refused with one sentence. */
class DataImportTest {

    @TempDir private Path folder;

    @Test
    void parquetIsTypedByTheFileAndLeavesOutWhatNoRuleCanAsk() throws Exception {
        Path file = DataFiles.parquet(folder.resolve("it's.parquet"), 3_000);
        try (ImportResult result = run(file, Optional.of("key"))) {
            ProfileSource source = result.source().orElseThrow();
            assertThat(source.profiles()).isEqualTo(3_000);
            assertThat(source.model().attributes())
                    .contains(
                            new Attribute("key", AttributeType.TEXT, "key"),
                            new Attribute("spend", AttributeType.DECIMAL, "spend"),
                            new Attribute("ratio", AttributeType.DECIMAL, "ratio"),
                            new Attribute("seen", AttributeType.DATETIME, "seen"));
            assertThat(result.leftOut()).containsExactly("list (BIGINT[])");
        }
    }

    @Test
    void jsonLinesAreTypedByAllLines() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("x.jsonl"),
                        """
                        {"id":"a","n":1}
                        {"id":"b","n":2.5}
                        {"id":"c","city":"北京"}
                        """);
        try (ImportResult result = run(file, Optional.of("id"))) {
            assertThat(result.source().orElseThrow().profiles()).isEqualTo(3);
            assertThat(result.source().orElseThrow().model().attribute("n").orElseThrow().type())
                    .isEqualTo(AttributeType.DECIMAL);
        }
    }

    @Test
    void tableOfDuckDbIsChosenByName() throws Exception {
        Path file = DataFiles.duckDb(folder.resolve("shop.duckdb"));
        DataFile people = DataFile.of(file, Optional.of("people"));
        try (ImportResult result = run(people, Optional.of("key"))) {
            assertThat(result.source().orElseThrow().profiles()).isEqualTo(99);
        }
        assertThat(refused(DataFile.of(file, Optional.empty()), Optional.empty()))
                .isEqualTo(
                        Problem.of(
                                "problem.datafile.whichTable", "shop.duckdb", 2, "orders, people"));
        assertThat(refused(DataFile.of(file, Optional.of("x")), Optional.empty()).key())
                .isEqualTo("problem.datafile.noTable");
    }

    @Test
    void eachBadFileIsRefusedWithOneSentenceAndLeavesNothing() throws Exception {
        Path good = DataFiles.parquet(folder.resolve("good.parquet"), 100);
        byte[] bytes = Files.readAllBytes(good);
        Path cut = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(bytes, 700));
        Path text = Files.writeString(folder.resolve("text.duckdb"), "hello ".repeat(9_000));
        Path broken = Files.writeString(folder.resolve("b.jsonl"), "{\"id\":1}\n{\"id\":\n");
        Path same =
                Files.writeString(folder.resolve("s.jsonl"), "{\"i\":1}\n{\"i\":2}\n{\"i\":1}\n");
        Path none = Files.writeString(folder.resolve("n.jsonl"), "{\"i\":1}\n{\"x\":2}\n");
        assertThat(refused(cut, Optional.empty()).key()).isEqualTo("problem.datafile.unreadable");
        assertThat(refused(text, Optional.empty()).key()).isEqualTo("problem.datafile.unreadable");
        assertThat(refused(broken, Optional.empty()).key())
                .isEqualTo("problem.datafile.unreadable");
        assertThat(refused(same, Optional.of("i")))
                .isEqualTo(Problem.of("problem.datafile.sameKey", "s.jsonl", "i", "1", 1L, 3L));
        assertThat(refused(none, Optional.of("i")))
                .isEqualTo(Problem.of("problem.datafile.noKey", "n.jsonl", "i", 1, 2L));
        assertThat(refused(good, Optional.of("x")).key()).isEqualTo("problem.import.noColumn");
        assertThat(refused(good, Optional.of("list")).key()).isEqualTo("problem.import.noColumn");
        assertThat(new Importing(folder.resolve("w")).files()).isEmpty();
    }

    private Problem refused(Path file, Optional<String> key) {
        return refused(DataFile.of(file, Optional.empty()), key);
    }

    private Problem refused(DataFile file, Optional<String> key) {
        return catchThrowableOfType(ProblemException.class, () -> run(file, key).close()).problem();
    }

    private ImportResult run(Path file, Optional<String> key) throws IOException {
        return run(DataFile.of(file, Optional.empty()), key);
    }

    private ImportResult run(DataFile file, Optional<String> key) {
        Importing importing = new Importing(folder.resolve("w"));
        DataPlan plan =
                new DataPlan(
                        file,
                        key,
                        importing.imports().freeName(file.label()),
                        file.label(),
                        Optional.empty());
        return importing.imports().run(plan, new CancelSignal());
    }
}
