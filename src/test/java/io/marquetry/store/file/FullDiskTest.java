package io.marquetry.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.marquetry.ChildJvm;
import io.marquetry.store.Store;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A save that finds no room says so; what was acknowledged before is safe. */
class FullDiskTest {

    @TempDir Path folder;

    @Test
    void aSaveWithoutRoomIsRefusedAndLosesNothing() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "the limit is set by a shell");
        ChildJvm child = ChildJvm.startWithLittleRoom(SavingChild.class, "fill", folder, 4_096);
        List<String> lines = child.restOfLines();
        assertThat(lines.getLast()).isEqualTo("problem.workspace.diskFull");
        int acknowledged = Integer.parseInt(lines.get(lines.size() - 2));
        try (Store workspace = Store.open(folder, Clock.systemUTC())) {
            assertThat(SavingChild.next(workspace) - 1).isBetween(acknowledged, acknowledged + 1);
            workspace.settings().put("room", "again");
        }
    }

    @Test
    void aWorkspaceThatFindsNoRoomIsNotHalfMade() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "the limit is set by a shell");
        Path made = folder.resolve("new");
        ChildJvm child = ChildJvm.startWithLittleRoom(SavingChild.class, "fill", made, 4);
        assertThat(child.restOfLines()).containsExactly("problem.workspace.diskFull");
        try (Store workspace = Store.open(made, Clock.systemUTC())) {
            assertThat(workspace.packages().list()).isEmpty();
        }
    }
}
