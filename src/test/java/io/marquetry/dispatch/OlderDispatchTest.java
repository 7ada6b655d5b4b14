package io.marquetry.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.CancelSignal;
import io.marquetry.dispatch.channel.Answer;
import io.marquetry.dispatch.channel.Channel;
import io.marquetry.dispatch.channel.Message;
import io.marquetry.dispatch.send.Objections;
import io.marquetry.dispatch.send.Progress;
import io.marquetry.dispatch.send.Runner;
import io.marquetry.store.dispatch.H2DispatchFiles;
import io.marquetry.store.dispatch.H2Reach;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A dispatch of a program from before there were several accounts, which was killed: 360 people
 * were to get it, 355 had it, and the list of the provider names two more whose answer was cut.
 */
class OlderDispatchTest {

    private static final Instant SOON_AFTER = Instant.parse("2026-11-30T05:00:00Z");

    @TempDir private Path workspace;

    private void unpack() throws IOException {
        try (InputStream packed =
                        Objects.requireNonNull(
                                getClass()
                                        .getResourceAsStream(
                                                "/dispatch/killed-by-an-older-program.zip"));
                ZipInputStream zip = new ZipInputStream(packed)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = workspace.resolve(entry.getName());
                Files.createDirectories(file.resolveSibling(""));
                Files.copy(zip, file);
            }
        }
    }

    @Test
    void itGoesOnWithTheSameKeys() throws IOException {
        unpack();
        Set<String> before = Set.copyOf(Files.readAllLines(workspace.resolve("ledger.txt")));
        assertThat(before).hasSize(357);
        Set<String> asked = ConcurrentHashMap.newKeySet();
        try (DispatchFile file = new H2DispatchFiles(workspace).open(FrozenExample.ID);
                H2Reach reach = new H2Reach(workspace)) {
            MessageKey keys = new MessageKey(file.dispatch(), 0);
            Progress killed = Progress.read(file);
            Set<String> had = of(killed.in(RecipientState.SENT), keys);
            Set<String> left = of(killed.in(RecipientState.RETRY), keys);
            assertThat(had).hasSize(355).isSubsetOf(before);
            assertThat(left).hasSize(5);
            Runner.Ended ended =
                    new Runner(
                                    file,
                                    FrozenExample.account(30 * 86_400, false),
                                    new Taking(asked),
                                    reach,
                                    Objections.NONE,
                                    () -> SOON_AFTER,
                                    new Random(1))
                            .run(progress -> {}, new CancelSignal());
            assertThat(ended).isInstanceOf(Runner.Ended.Done.class);
            assertThat(Progress.read(file).count(RecipientState.SENT)).isEqualTo(360);
            assertThat(asked).as("who was left, and nobody else").isEqualTo(left);
        }
        // The two whose answer was cut come with the key that the provider knows.
        Set<String> again = new HashSet<>(asked);
        again.retainAll(before);
        assertThat(again).hasSize(2);
    }

    private static Set<String> of(int[] people, MessageKey keys) {
        return Arrays.stream(people).mapToObj(keys::of).collect(Collectors.toSet());
    }

    /** Takes whatever comes, and writes down the keys. */
    private record Taking(Set<String> keys) implements Channel {

        @Override
        public Answer send(Message message) {
            keys.add(message.key());
            return new Answer.Taken(message.key());
        }

        @Override
        public Optional<Answer> lookUp(String key) {
            return Optional.empty();
        }

        @Override
        public List<Told> receipts() {
            return List.of();
        }

        @Override
        public void close() {}
    }
}
