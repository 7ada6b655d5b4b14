package io.marquetry.dispatch;

import io.marquetry.base.CancelSignal;
import io.marquetry.dispatch.channel.Answer;
import io.marquetry.dispatch.channel.Channel;
import io.marquetry.dispatch.channel.Message;
import io.marquetry.dispatch.channel.smpp.SmppChannel;
import io.marquetry.dispatch.channel.smpp.SmppServer;
import io.marquetry.dispatch.send.Objections;
import io.marquetry.dispatch.send.Runner;
import io.marquetry.store.dispatch.H2DispatchFiles;
import io.marquetry.store.dispatch.H2Reach;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Sends until it is killed, to a provider whose list outlives it. */
final class SendingChild {

    private static final PrintStream OUT = System.out;

    /** Longer than all tries of somebody whose sender is killed each time: 30 days. */
    private static final int KEY_SECONDS = 30 * 86_400;

    private SendingChild() {}

    /**
     * Sends the dispatches of all workspaces of a folder at once, with keys, without, or with a
     * look-up; or over a channel of the program. Says {@code done} and the workspace's name.
     */
    public static void main(String[] arguments) throws IOException {
        String task = arguments[0];
        Path folder = Path.of(arguments[1]);
        if (task.equals("receipts")) {
            listen(folder);
            say("done");
        } else {
            say("begun");
            try (Stream<Path> workspaces = Files.list(folder)) {
                for (Path workspace : workspaces.toList()) {
                    Thread.ofPlatform().start(() -> sendOrEnd(task, workspace));
                }
            }
        }
        // Until it is killed.
        int ignored = System.in.read();
    }

    private static void sendOrEnd(String task, Path workspace) {
        try {
            send(task, workspace);
            say("done " + workspace.getFileName());
        } catch (IOException | RuntimeException | Error e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static void say(String line) {
        OUT.println(line);
        OUT.flush();
    }

    private static void send(String task, Path workspace) throws IOException {
        switch (task) {
            case "keys", "none", "look" -> {
                boolean keys = task.equals("keys");
                boolean looks = task.equals("look");
                send(
                        workspace,
                        FrozenExample.account(keys ? KEY_SECONDS : 0, looks),
                        new Ledger(workspace.resolve("ledger.txt"), keys));
            }
            // The first account honours keys, the second can only be asked.
            case "two" ->
                    send(
                            workspace,
                            List.of(
                                    new Runner.Way(
                                            FrozenExample.account(KEY_SECONDS, false),
                                            new Ledger(workspace.resolve("ledger.txt"), true)),
                                    new Runner.Way(
                                            FrozenExample.account(0, true),
                                            new Ledger(workspace.resolve("second.txt"), false))));
            default -> {
                OutsideProvider.Kind kind = OutsideProvider.Kind.valueOf(task);
                send(workspace, kind.account(), OutsideProvider.channel(kind, workspace));
            }
        }
    }

    /** Says something to a message centre, and takes what that brings. */
    private static void listen(Path workspace) throws IOException {
        // Nothing is closed: it is killed.
        H2Reach reach = new H2Reach(workspace);
        reach.accounts();
        new SmppChannel(
                        SmppServer.read(Files.readString(workspace.resolve("reached.json"))),
                        Files.readString(workspace.resolve("secret")),
                        InstantSource.system(),
                        reach.inbox("centre"))
                .send(new Message("0".repeat(32), "+8613800000000", "Hello"));
    }

    private static void send(Path workspace, Account account, Channel to) throws IOException {
        send(workspace, List.of(new Runner.Way(account, to)));
    }

    private static void send(Path workspace, List<Runner.Way> to) throws IOException {
        List<Runner.Way> ways =
                to.stream()
                        .map(one -> new Runner.Way(one.account(), new Telling(one.channel())))
                        .toList();
        try (DispatchFile file = new H2DispatchFiles(workspace).open(FrozenExample.ID);
                H2Reach reach = new H2Reach(workspace)) {
            Ahead clock = new Ahead(workspace.resolve("ahead.txt"));
            Runner.Ended ended = null;
            while (!(ended instanceof Runner.Ended.Done)) {
                ended =
                        new Runner(
                                        file,
                                        ways,
                                        reach,
                                        Objections.NONE,
                                        clock,
                                        new Random(),
                                        List::of)
                                .run(progress -> {}, new CancelSignal());
                if (ended instanceof Runner.Ended.Waiting waiting) {
                    clock.to(waiting.until());
                }
            }
        } finally {
            ways.forEach(way -> way.channel().close());
        }
    }

    /** A clock that goes on to when something is to be done: whoever is killed often waits long. */
    private static final class Ahead implements InstantSource {
        private final Path file;
        private final AtomicLong millis = new AtomicLong();

        Ahead(Path file) throws IOException {
            this.file = file;
            if (Files.exists(file)) {
                millis.set(Long.parseLong(Files.readString(file)));
            }
        }

        @Override
        public Instant instant() {
            return Instant.now().plusMillis(millis.get());
        }

        void to(Instant moment) throws IOException {
            long more = Math.max(0, Duration.between(instant(), moment).toMillis() + 1);
            long ahead = millis.addAndGet(more);
            Path next = file.resolveSibling("ahead.next");
            Files.writeString(next, Long.toString(ahead));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Says when the first message goes out, so that whoever kills need not guess. */
    private record Telling(Channel to, AtomicBoolean told) implements Channel {

        Telling(Channel to) {
            this(to, new AtomicBoolean());
        }

        @Override
        public Answer send(Message message) {
            if (!told.getAndSet(true)) {
                say("sending");
            }
            return to.send(message);
        }

        @Override
        public void settle() {
            to.settle();
        }

        @Override
        public Optional<Answer> lookUp(String key) {
            return to.lookUp(key);
        }

        @Override
        public List<Told> receipts() {
            return to.receipts();
        }

        @Override
        public void close() {
            to.close();
        }
    }

    /** A provider that writes down each message it takes, and now and then breaks the line. */
    private static final class Ledger implements Channel {
        private final boolean honoursKeys;
        private final Set<String> taken = ConcurrentHashMap.newKeySet();
        private final FileOutputStream out;
        private final Random random = new Random();

        Ledger(Path list, boolean honoursKeys) throws IOException {
            this.honoursKeys = honoursKeys;
            if (Files.exists(list)) {
                taken.addAll(Files.readAllLines(list));
            }
            this.out = new FileOutputStream(list.toFile(), true);
        }

        @Override
        public Answer send(Message message) {
            LockSupport.parkNanos(100_000);
            int chance = random.nextInt(1_000);
            if (chance < 5) {
                return new Answer.NotTaken(Optional.empty(), "429");
            }
            if (!honoursKeys || taken.add(message.key())) {
                try {
                    out.write((message.key() + '\n').getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                taken.add(message.key());
            }
            return honoursKeys && chance < 10
                    ? new Answer.Perhaps("cut")
                    : new Answer.Taken(Instant.now().toString());
        }

        @Override
        public Optional<Answer> lookUp(String key) {
            return Optional.of(
                    taken.contains(key)
                            ? new Answer.Taken("found")
                            : new Answer.NotTaken(Optional.empty(), "none"));
        }

        @Override
        public List<Told> receipts() {
            return List.of();
        }

        @Override
        public void close() {
            try {
                out.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
