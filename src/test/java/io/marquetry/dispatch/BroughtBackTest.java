package io.marquetry.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.ProblemException;
import io.marquetry.cli.CliRun;
import io.marquetry.dispatch.desk.Dispatches;
import io.marquetry.dispatch.desk.Status;
import io.marquetry.source.SourceEngine;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is brought back, copied or started twice sends nothing by itself. */
class BroughtBackTest {

    private static final DispatchId ONE = new DispatchId(1);

    @TempDir private Path folder;
    private Instant now = ReadyToSend.NOW;

    @BeforeEach
    void approve() {
        ReadyToSend.fill(folder, 200, SourceEngine.H2);
        CliRun planned =
                run(
                        "workspace",
                        "li",
                        ReadyToSend.plan(
                                "--quiet", "none", "--zone", "UTC", "--pause-after", "50"));
        assertThat(planned.code()).as(planned.err()).isZero();
        assertThat(run("workspace", "chen", "dispatch", "approve", "1").code()).isZero();
    }

    private CliRun run(String workspace, String who, String... arguments) {
        now = now.plusSeconds(60);
        return ReadyToSend.run(folder, workspace, who, now, arguments);
    }

    private Status status(String workspace) {
        try (Workspace open =
                ReadyToSend.wiring(folder, "li", now).open(folder.resolve(workspace))) {
            return open.dispatches().status(ONE);
        }
    }

    private void copy(String from, String to) throws IOException {
        Path source = folder.resolve(from);
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path target = folder.resolve(to).resolve(source.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    @Test
    void aCopiedFolderSendsNothingWhileTheFirstGoesOn() throws IOException {
        copy("workspace", "copy");
        run("copy", "chen", "dispatch", "run", "--due");
        assertThat(status("copy").state()).isEqualTo(DispatchState.PAUSED);
        assertThat(status("copy").steps().getLast().cause()).contains(StateStep.Cause.COPIED);
        assertThat(status("copy").in(RecipientState.SENT)).isZero();
        run("copy", "chen", "dispatch", "run", "--due");
        assertThat(status("copy").in(RecipientState.SENT)).isZero();
        run("workspace", "chen", "dispatch", "run", "--due");
        assertThat(status("workspace").in(RecipientState.SENT)).isEqualTo(50);
    }

    @Test
    void aFolderThatWasBroughtBackSendsNobodyAgain() throws IOException {
        copy("workspace", "kept");
        run("workspace", "chen", "dispatch", "run", "--due");
        assertThat(status("workspace").in(RecipientState.SENT)).isEqualTo(50);
        Files.move(folder.resolve("workspace"), folder.resolve("newer"));
        copy("kept", "workspace");
        run("workspace", "chen", "dispatch", "run", "--due");
        assertThat(status("workspace").steps().getLast().cause()).contains(StateStep.Cause.COPIED);
        assertThat(status("workspace").in(RecipientState.SENT)).isZero();
    }

    @Test
    void aBackupThatWasBroughtBackUnsendsNothing() throws IOException {
        run("workspace", "chen", "dispatch", "run", "1");
        for (int i = 0; status("workspace").state() != DispatchState.DONE && i < 9; i++) {
            run("workspace", "chen", "dispatch", "resume", "1");
        }
        Status done = status("workspace");
        assertThat(done.state()).isEqualTo(DispatchState.DONE);
        run("workspace", "li", "suppress", "add", "x1", "--channel", "PUSH", "--because", "T");
        CliRun list = run("workspace", "li", "workspace", "backups", "--json");
        String oldest = list.json().get(list.json().size() - 1).get("name").asString();
        CliRun back = run("workspace", "li", "workspace", "restore", oldest);
        assertThat(back.code()).as(back.err() + list.out()).isZero();
        run("workspace", "chen", "dispatch", "run", "--due");
        assertThat(status("workspace").people()).isEqualTo(done.people());
        assertThat(status("workspace").state()).isEqualTo(DispatchState.DONE);
        // Nor does it shorten the list of those who must not be written to.
        assertThat(run("workspace", "li", "suppress", "list", "--json").json()).hasSize(1);
    }

    @Test
    void aSecondStartSendsNothing() {
        try (Workspace first =
                ReadyToSend.wiring(folder, "chen", now).open(folder.resolve("workspace"))) {
            CliRun second = run("workspace", "chen", "dispatch", "run", "1");
            assertThat(second.code()).isEqualTo(1);
            Dispatches dispatches = first.dispatches();
            List<Throwable> failed = new ArrayList<>();
            dispatches.run(
                    ONE,
                    status -> {
                        if (failed.isEmpty()) {
                            try {
                                dispatches.run(ONE, again -> {}, new CancelSignal());
                            } catch (ProblemException e) {
                                failed.add(e);
                            }
                        }
                    },
                    new CancelSignal());
            assertThat(failed).hasSize(1);
            assertThat(dispatches.status(ONE).in(RecipientState.SENT)).isEqualTo(50);
            assertThatThrownBy(() -> dispatches.approve(ONE, false))
                    .isInstanceOf(ProblemException.class);
        }
    }
}
