package io.marquetry.source.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.base.CancelSignal;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.infer.ImportProgress;
import io.marquetry.source.plan.ImportPlan;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An import that is stopped or killed leaves nothing behind. */
class CancelledImportTest {

    @TempDir private Path folder;
    private Path file;
    private Importing importing;
    private final List<ImportProgress> told = new ArrayList<>();

    @BeforeEach
    void manyRows() throws IOException {
        StringBuilder text = new StringBuilder("id,name\n");
        for (int i = 0; i < 200_000; i++) {
            text.append(i).append(",name of ").append(i).append('\n');
        }
        file = Files.writeString(folder.resolve("many.csv"), text);
        importing = new Importing(folder.resolve("workspace"));
    }

    @Test
    void cancellingWhileRowsAreReadLeavesNothing() throws IOException {
        ImportPlan plan = importing.plan(file, Optional.of("id"));
        CancelSignal signal = new CancelSignal();
        ImportListener cancelsSoon =
                progress -> {
                    told.add(progress);
                    signal.cancel();
                };
        assertThatThrownBy(() -> importing.imports().importFile(plan, cancelsSoon, signal))
                .isInstanceOf(CancelSignal.Cancelled.class);
        assertThat(told).hasSize(1);
        assertThat(importing.files()).isEmpty();
        assertThat(importing.sources().list()).isEmpty();
    }

    @Test
    void cancellingAtTheLastRowLeavesNothing() throws IOException {
        ImportPlan plan = importing.plan(file, Optional.of("id"));
        CancelSignal signal = new CancelSignal();
        ImportListener cancelsLate =
                progress -> {
                    if (progress.rows() == 200_000) {
                        signal.cancel();
                    }
                };
        assertThatThrownBy(() -> importing.imports().importFile(plan, cancelsLate, signal))
                .isInstanceOf(CancelSignal.Cancelled.class);
        assertThat(importing.files()).isEmpty();
    }

    @Test
    void progressEndsWithAllRows() {
        ImportPlan plan = importing.plan(file, Optional.empty());
        importing.imports().importFile(plan, told::add, new CancelSignal()).close();
        assertThat(told.getLast().rows()).isEqualTo(200_000);
        assertThat(told.getLast().share()).isEqualTo(1);
        assertThat(told.getLast().rowsPerSecond()).isPositive();
    }

    @Test
    void whatAKilledImportLeavesIsRemovedAtTheNextOpening() throws IOException {
        ProfileSource kept = importing.run(file, Optional.empty()).source().orElseThrow();
        Path sources = folder.resolve("workspace/sources");
        Path unfinished = Files.createDirectory(sources.resolve(".incoming-123"));
        Files.writeString(unfinished.resolve("profiles.mv.db"), "half");
        Files.writeString(sources.resolve("late-1.mv.db"), "moved, but never listed");
        Files.createFile(sources.resolve("late-1.pending"));
        // Killed between the entry in the list and the removal of its mark.
        Path mark =
                Files.createFile(
                        folder.resolve("workspace")
                                .resolve(Importing.sealed(kept).file() + ".pending"));

        new LocalSourceFiles(folder.resolve("workspace")).removeLeftovers(importing.places());

        assertThat(mark).doesNotExist();
        assertThat(importing.files()).hasSize(1);
        assertThat(folder.resolve("workspace").resolve(Importing.sealed(kept).file() + ".mv.db"))
                .exists();
    }

    @Test
    void aRemovedSourceLosesItsFile() throws IOException {
        ProfileSource source = importing.run(file, Optional.empty()).source().orElseThrow();
        importing.sources().remove(source.name());
        new LocalSourceFiles(folder.resolve("workspace")).delete(source);
        assertThat(importing.files()).isEmpty();
    }
}
