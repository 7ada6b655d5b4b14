package io.marquetry.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.CancelSignal;
import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.ChannelKind;
import io.marquetry.dispatch.DispatchFile;
import io.marquetry.dispatch.FrozenExample;
import io.marquetry.dispatch.MessageKey;
import io.marquetry.dispatch.OutsideProvider;
import io.marquetry.dispatch.RecipientState;
import io.marquetry.dispatch.channel.Answer;
import io.marquetry.dispatch.channel.Channel;
import io.marquetry.dispatch.channel.Message;
import io.marquetry.dispatch.send.Objections;
import io.marquetry.dispatch.send.Progress;
import io.marquetry.dispatch.send.Runner;
import io.marquetry.store.dispatch.H2DispatchFiles;
import io.marquetry.store.dispatch.H2Reach;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** A power cut while messages go out sends nobody twice and loses nobody. */
class DispatchPowerCutTest {

    private static final int PEOPLE = 600;
    private static final int CLAIM = 64;

    @TempDir Path temporary;

    /** The disk at a moment, and what the provider had taken then. */
    private static final class Cut {
        private final byte[] database;
        private final byte[] seal;
        private final Map<String, Integer> taken;

        Cut(byte[] database, byte[] seal, Map<String, Integer> taken) {
            this.database = database;
            this.seal = seal;
            this.taken = taken;
        }
    }

    @Test
    void aFewCutsSendNobodyTwice() throws IOException {
        survive(new Random().nextLong(), 8, true);
        survive(new Random().nextLong(), 8, false);
    }

    @Test
    @Tag("reliability")
    void twoHundredCutsForEachKindSendNobodyTwice() throws IOException {
        for (int round = 0; round < 4; round++) {
            survive(new Random().nextLong(), 50, true);
            survive(new Random().nextLong(), 50, false);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFewCutsOverEachChannelSendNobodyTwice(OutsideProvider.Kind kind)
            throws IOException, InterruptedException {
        survive(new Random().nextLong(), 3, kind);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("reliability")
    void twoHundredCutsOverEachChannelSendNobodyTwice(OutsideProvider.Kind kind)
            throws IOException, InterruptedException {
        for (int round = 0; round < 4; round++) {
            survive(new Random().nextLong(), 50, kind);
        }
    }

    /** The disk at a moment, and what a provider of the program's own channels had taken then. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Outage(
            byte[] database, byte[] seal, Map<String, Integer> taken, Map<Path, byte[]> lists) {}

    private void survive(long seed, int cuts, OutsideProvider.Kind kind)
            throws IOException, InterruptedException {
        Random random = new Random(seed);
        Path folder = Files.createTempDirectory(temporary, "cut");
        H2DispatchFiles files = FrozenExample.freeze(folder, PEOPLE, Instant.now());
        Path file = folder.resolve("dispatches/1.mv.db");
        Path seal = folder.resolve("dispatches/1.seal");
        List<Outage> all = new ArrayList<>();
        try (OutsideProvider provider = new OutsideProvider(kind, folder, Map.of());
                CutDisk.Watched watched =
                        new CutDisk.Watched(
                                "1.mv.db",
                                Files.readAllBytes(file),
                                disk -> {
                                    Map<Path, byte[]> lists = lists(kind, folder);
                                    Map<String, Integer> taken = provider.elsewhere();
                                    all.add(new Outage(disk.cut(random), read(seal), taken, lists));
                                });
                H2Reach reach = new H2Reach(folder);
                Channel channel = OutsideProvider.channel(kind, folder);
                DispatchFile open = files.open(FrozenExample.ID)) {
            run(open, channel, reach, kind.account());
            Map<Path, byte[]> lists = lists(kind, folder);
            Map<String, Integer> taken = provider.elsewhere();
            all.add(new Outage(watched.cut(random), read(seal), taken, lists));
        }
        long unknown = 0;
        for (int i = 0; i < cuts; i++) {
            unknown += check(all.get(random.nextInt(all.size())), kind, seed);
        }
        System.out.printf(
                "%s: %d power cuts of %d steps: 0 twice, 0 lost, %d unknown, seed %d%n",
                kind, cuts, all.size(), unknown, seed);
    }

    private static Map<Path, byte[]> lists(OutsideProvider.Kind kind, Path folder) {
        try {
            Map<Path, byte[]> found = new HashMap<>();
            for (Path list : OutsideProvider.lists(kind, folder)) {
                found.put(folder.relativize(list), Files.readAllBytes(list));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long check(Outage cut, OutsideProvider.Kind kind, long seed)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(temporary, "after");
        Files.createDirectories(folder.resolve("dispatches"));
        Files.write(folder.resolve("dispatches/1.mv.db"), cut.database);
        Files.write(folder.resolve("dispatches/1.seal"), cut.seal);
        for (Map.Entry<Path, byte[]> list : cut.lists.entrySet()) {
            Path there = folder.resolve(list.getKey());
            Files.createDirectories(there.getParent());
            Files.write(there, list.getValue());
        }
        try (OutsideProvider provider = new OutsideProvider(kind, folder, cut.taken);
                H2Reach reach = new H2Reach(folder);
                Channel channel = OutsideProvider.channel(kind, folder);
                DispatchFile file = new H2DispatchFiles(folder).open(FrozenExample.ID)) {
            run(file, channel, reach, kind.account());
            channel.settle();
            return check(file, provider.taken(), kind.mayBeUnknown() ? 2L * CLAIM : 0, seed);
        }
    }

    private void survive(long seed, int cuts, boolean keys) throws IOException {
        Random random = new Random(seed);
        Path folder = Files.createTempDirectory(temporary, "cut");
        H2DispatchFiles files = FrozenExample.freeze(folder, PEOPLE, Instant.now());
        Path file = folder.resolve("dispatches/1.mv.db");
        Path seal = folder.resolve("dispatches/1.seal");
        Ledger ledger = new Ledger(keys, Map.of());
        List<Cut> all = new ArrayList<>();
        try (CutDisk.Watched watched =
                        new CutDisk.Watched(
                                "1.mv.db",
                                Files.readAllBytes(file),
                                disk -> {
                                    // What was taken is looked at first: the disk may only be
                                    // newer.
                                    Map<String, Integer> taken = Map.copyOf(ledger.taken);
                                    all.add(new Cut(disk.cut(random), read(seal), taken));
                                });
                H2Reach reach = new H2Reach(folder);
                DispatchFile open = files.open(FrozenExample.ID)) {
            run(open, ledger, reach, account(keys));
            Map<String, Integer> taken = Map.copyOf(ledger.taken);
            all.add(new Cut(watched.cut(random), read(seal), taken));
        }
        long unknown = 0;
        for (int i = 0; i < cuts; i++) {
            unknown += check(all.get(random.nextInt(all.size())), keys, seed);
        }
        System.out.printf(
                "%d power cuts of %d steps, keys %s: 0 twice, 0 lost, %d unknown, seed %d%n",
                cuts, all.size(), keys, unknown, seed);
    }

    private static void run(DispatchFile file, Channel channel, H2Reach reach, Account account) {
        Runner.Ended ended;
        do {
            ended =
                    new Runner(
                                    file,
                                    account,
                                    channel,
                                    reach,
                                    Objections.NONE,
                                    InstantSource.system(),
                                    new Random(1))
                            .run(progress -> {}, new CancelSignal());
        } while (!(ended instanceof Runner.Ended.Done));
    }

    private long check(Cut cut, boolean keys, long seed) throws IOException {
        Path folder = Files.createTempDirectory(temporary, "after");
        Files.createDirectories(folder.resolve("dispatches"));
        Files.write(folder.resolve("dispatches/1.mv.db"), cut.database);
        Files.write(folder.resolve("dispatches/1.seal"), cut.seal);
        Ledger ledger = new Ledger(keys, cut.taken);
        try (H2Reach reach = new H2Reach(folder);
                DispatchFile file = new H2DispatchFiles(folder).open(FrozenExample.ID)) {
            run(file, ledger, reach, account(keys));
            return check(file, ledger.taken, keys ? 0 : 2L * CLAIM, seed);
        }
    }

    private static Account account(boolean keys) {
        return FrozenExample.account(keys ? 3_600 : 0, false);
    }

    /** Holds that nobody was sent to twice or lost; returns how many are not known. */
    private static long check(
            DispatchFile file, Map<String, Integer> taken, long mostUnknown, long seed) {
        MessageKey names = new MessageKey("salt", FrozenExample.ID, ChannelKind.PUSH);
        Progress progress = Progress.read(file);
        for (int ordinal = 0; ordinal < PEOPLE; ordinal++) {
            int times = taken.getOrDefault(names.of(ordinal), 0);
            String who = "%d, seed %d".formatted(ordinal, seed);
            Optional<RecipientState> state = progress.state(ordinal);
            assertThat(times).as("times of %s, %s", who, state).isLessThanOrEqualTo(1);
            if (state.isEmpty() || state.get() == RecipientState.FAILED) {
                assertThat(times).as("held out or refused: %s", who).isZero();
            } else if (state.get() != RecipientState.UNKNOWN) {
                assertThat(state).contains(RecipientState.SENT);
                assertThat(times).as("lost %s", who).isOne();
            }
        }
        long unknown = progress.in(RecipientState.UNKNOWN).length;
        assertThat(unknown).isLessThanOrEqualTo(mostUnknown);
        return unknown;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts how often each message was taken; knows keys, or takes whatever comes. */
    private static final class Ledger implements Channel {
        private final boolean keys;
        private final Map<String, Integer> taken;

        Ledger(boolean keys, Map<String, Integer> before) {
            this.keys = keys;
            this.taken = new ConcurrentHashMap<>(before);
        }

        @Override
        public Answer send(Message message) {
            taken.merge(message.key(), 1, (before, one) -> keys ? before : before + one);
            return new Answer.Taken("t");
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
