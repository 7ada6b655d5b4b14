package io.marquetry.store.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marquetry.base.ProblemException;
import io.marquetry.dispatch.ChannelKind;
import io.marquetry.dispatch.FrozenExample;
import io.marquetry.dispatch.Reach;
import io.marquetry.store.file.HostileFile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The files beside somebody else's workspace are data, never programs. */
class HostileSideFilesTest {

    @TempDir private Path folder;
    private Path canary;

    @BeforeEach
    void plant() throws IOException {
        canary = Files.createDirectory(folder.resolve("canary"));
        Files.writeString(folder.resolve("secret.csv"), "key\nsecret\n");
    }

    static List<HostileFile> ofRecipients() {
        return HostileFile.all("RECIPIENT", "PROFILE_KEY");
    }

    static List<HostileFile> ofContacts() {
        return HostileFile.all("CONTACT", "PROFILE_KEY");
    }

    @ParameterizedTest
    @MethodSource("ofRecipients")
    void dispatchOfSomebodyElseIsRefusedAndNothingInItRuns(HostileFile hostile) throws Exception {
        H2DispatchFiles files =
                FrozenExample.freeze(folder, 30, Instant.parse("2026-03-01T12:00:00Z"));
        Path file = folder.resolve("dispatches/1.mv.db");
        change(hostile, file);

        assertRefused(() -> files.open(FrozenExample.ID).close(), file);
    }

    @ParameterizedTest
    @MethodSource("ofContacts")
    void reachOfSomebodyElseIsRefusedAndNothingInItRuns(HostileFile hostile) throws Exception {
        try (H2Reach reach = new H2Reach(folder)) {
            reach.nextNumber();
        }
        Path file = folder.resolve("reach.mv.db");
        change(hostile, file);

        try (H2Reach reach = new H2Reach(folder)) {
            assertRefused(reach::suppressions, file);
        }
    }

    @Test
    void filesOfOurOwnOpenAsOftenAsOneLikes() {
        Reach.Suppression entry =
                new Reach.Suppression(
                        ChannelKind.SMS, "+8613800138000", "stop", "test", Instant.EPOCH);
        for (int i = 0; i < 3; i++) {
            try (H2Reach reach = new H2Reach(folder)) {
                reach.suppress(List.of(entry));
                reach.erase("nobody", List.of());
            }
        }
        H2DispatchFiles files = FrozenExample.freeze(folder, 30, Instant.EPOCH);
        for (int i = 0; i < 3; i++) {
            assertThatCode(() -> files.open(FrozenExample.ID).close()).doesNotThrowAnyException();
        }
    }

    private void change(HostileFile hostile, Path file) throws Exception {
        hostile.change().on(file, canary);
        try (Stream<Path> found = Files.list(canary)) {
            for (Path path : found.toList()) {
                Files.delete(path);
            }
        }
    }

    private void assertRefused(Runnable opening, Path file) throws IOException {
        byte[] before = Files.readAllBytes(file);
        assertThat(catchThrowableOfType(ProblemException.class, opening::run).problem().key())
                .isEqualTo("problem.sideFile.foreign");
        assertThat(canary).isEmptyDirectory();
        assertThat(file).hasBinaryContent(before);
    }
}
