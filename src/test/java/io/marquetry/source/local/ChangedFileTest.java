package io.marquetry.source.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.plan.ImportPlan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** A file that somebody writes to while it is read is told of, and nothing of it is kept. */
class ChangedFileTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = SixFormats.class,
            names = {"CSV", "TSV", "JSON_LINES"})
    void fileThatGrowsWhileItIsReadIsRefused(SixFormats format) throws Exception {
        Path file =
                format.write(
                        folder.resolve("g" + format.ending()),
                        List.of("id", "n"),
                        List.of(List.of("a", 1), List.of("b", 2)));
        Importing importing = new Importing(folder.resolve("w"));
        ImportPlan plan = importing.plan(file, Optional.of("id"));
        ImportListener grows =
                progress -> {
                    try {
                        Files.writeString(file, "c,3\n", StandardOpenOption.APPEND);
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                };
        assertThatThrownBy(() -> importing.imports().importFile(plan, grows, new CancelSignal()))
                .isInstanceOf(ProblemException.class)
                .extracting(e -> ((ProblemException) e).problem())
                .isEqualTo(Problem.of("problem.import.changed", "g" + format.ending()));
        assertThat(importing.files()).isEmpty();
    }

    @Test
    void fileThatGrewAfterItsColumnsWereLookedAtIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("g.csv"), "id,n\na,1\nb,2\n");
        Importing importing = new Importing(folder.resolve("w"));
        ImportPlan plan = importing.plan(file, Optional.of("id"));
        Files.writeString(file, "c,3\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> importing.run(plan)).isInstanceOf(ProblemException.class);
    }
}
