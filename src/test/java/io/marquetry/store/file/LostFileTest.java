package io.marquetry.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.pack.Drafts;
import io.marquetry.store.Examples;
import io.marquetry.store.Store;
import io.marquetry.store.StoreProblems;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A save that is acknowledged is in the file at its place, whatever others did to the file. */
class LostFileTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Examples.NOON);

    @TempDir Path temporary;

    private final List<Problem> told = new ArrayList<>();

    @Test
    void savesOfAUsualDayAreNotTakenForLost() {
        try (Store workspace = open()) {
            for (int i = 0; i < 30; i++) {
                Drafts.put(workspace.packages(), Examples.everyEdit());
                workspace.tags().catalog();
                workspace.settings().put("n", "" + i);
            }
        }
        assertThat(told).isEmpty();
    }

    @Test
    void deletedFileIsWrittenAnew() throws IOException {
        survives(() -> Files.delete(database()), "problem.lost.written");
    }

    @Test
    void replacedFileIsWrittenAnewAndTheOtherOneIsKept() throws IOException {
        survives(
                () -> {
                    Path other = Files.writeString(temporary.resolve("other"), "of somebody else");
                    Files.move(other, database(), StandardCopyOption.REPLACE_EXISTING);
                },
                "problem.lost.writtenBeside");
        try (var kept = Files.list(folder().resolve("damaged"))) {
            assertThat(kept.toList())
                    .singleElement()
                    .satisfies(file -> assertThat(file).hasContent("of somebody else"));
        }
    }

    @Test
    void movedFolderIsWrittenAnew() throws IOException {
        survives(() -> Files.move(folder(), temporary.resolve("moved")), "problem.lost.written");
    }

    @Test
    void cutFileLosesNothingThatIsAcknowledged() throws IOException {
        survivesOrRefuses(
                () -> {
                    try (RandomAccessFile file = new RandomAccessFile(database().toFile(), "rw")) {
                        file.setLength(0);
                    }
                });
    }

    @Test
    void overwrittenFileLosesNothingThatIsAcknowledged() throws IOException {
        survivesOrRefuses(
                () -> {
                    try (RandomAccessFile file = new RandomAccessFile(database().toFile(), "rw")) {
                        long length = file.length();
                        file.write(new byte[(int) length]);
                    }
                });
    }

    @Test
    void fileThatWasDeletedAfterTheLastSaveIsWrittenAnewAtTheClose() throws IOException {
        try (Store workspace = open()) {
            workspace.settings().put("n", "1");
            Files.delete(database());
        }
        assertThat(told).extracting(Problem::key).containsExactly("problem.lost.written");
        assertSaved("1");
    }

    private void survives(Change change, String expected) throws IOException {
        try (Store workspace = open()) {
            Drafts.put(workspace.packages(), Examples.everyEdit());
            workspace.settings().put("n", "1");
            change.make();
            workspace.settings().put("n", "2");
            assertThat(told).extracting(Problem::key).containsExactly(expected);
            assertThat(StoreProblems.sentence(told.getFirst())).contains("nothing is lost");
            workspace.settings().put("n", "3");
        }
        assertThat(told).hasSize(1);
        assertSaved("3");
        try (Store workspace = open()) {
            assertThat(workspace.packages().draft(Examples.SPRING)).isPresent();
        }
    }

    // What H2 has read is in its memory, or not: either way nothing is acknowledged and lost.
    private void survivesOrRefuses(Change change) throws IOException {
        String last = "1";
        boolean refused = false;
        try (Store workspace = open()) {
            workspace.settings().put("n", "1");
            change.make();
            for (int i = 2; i < 5 && !refused; i++) {
                try {
                    workspace.settings().put("n", "" + i);
                    last = "" + i;
                } catch (ProblemException e) {
                    assertThat(e.problem().key()).isEqualTo("problem.lost.notWritten");
                    refused = true;
                }
            }
        }
        if (refused) {
            WorkspaceRecovery recovery = new WorkspaceRecovery(folder(), CLOCK);
            assertThat(StoreProblems.problem(this::open).key())
                    .isEqualTo("problem.workspace.damaged");
            assertThat(recovery.backups()).isNotEmpty();
        } else {
            assertThat(told).isNotEmpty();
            assertSaved(last);
        }
    }

    private void assertSaved(String expected) {
        try (Store workspace = open()) {
            assertThat(workspace.settings().get("n")).contains(expected);
        }
    }

    private Store open() {
        boolean isNew = !Files.exists(folder());
        Store workspace = Store.open(folder(), CLOCK);
        workspace.warnings().follow(told::add);
        if (isNew) {
            workspace.settings().put("n", "0");
            workspace.backUp();
        }
        return workspace;
    }

    private Path folder() {
        return temporary.resolve("workspace");
    }

    private Path database() {
        return WorkspaceFiles.in(folder()).database();
    }

    /** What others do to the file. */
    private interface Change {
        void make() throws IOException;
    }
}
