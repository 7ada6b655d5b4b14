package io.marquetry.dispatch.channel;

import io.marquetry.base.PrivateFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.Sha256;
import io.marquetry.dispatch.Receipt;
import io.marquetry.json.StrictJson;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A provider inside the program, which keeps a list and sends nothing anywhere: it honours keys,
 * refuses one message in fifty, and delivers nineteen of twenty. What it decides follows from the
 * key, so that a demonstration ends the same way each time. The list names keys only.
 */
public final class DemoChannel implements Channel {

    private final Path list;
    private final InstantSource clock;
    private final FileOutputStream out;
    private final Map<String, Taken> taken = new HashMap<>();

    /**
     * Opens the list.
     *
     * @throws io.marquetry.base.ProblemException if it cannot be written
     */
    public DemoChannel(Path list, InstantSource clock) {
        this.list = list;
        this.clock = clock;
        try {
            PrivateFiles.folder(list.resolveSibling(""));
            if (Files.exists(list)) {
                for (String line : Files.readAllLines(list, StandardCharsets.US_ASCII)) {
                    remember(line);
                }
            } else {
                PrivateFiles.create(list);
            }
            this.out = new FileOutputStream(list.toFile(), true);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private RuntimeException unwritable(IOException e) {
        return Problem.of("problem.file.unwritable", list.toString(), StrictJson.reason(e))
                .asException(e);
    }

    private void remember(String line) {
        String[] words = line.split(" ", -1);
        // A sudden end may leave half a line: what it was about was not answered.
        if (words.length == 3 && words[2].equals(".")) {
            taken.put(words[0], new Taken(Instant.parse(words[1])));
        }
    }

    @Override
    public synchronized Answer send(Message message) {
        int chance = chance(message.key(), 'r');
        if (chance < 2) {
            return new Answer.Refused("demo-refused");
        }
        if (!taken.containsKey(message.key())) {
            Instant now = clock.instant();
            try {
                out.write((message.key() + ' ' + now + " .\n").getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                return new Answer.NotTaken(Optional.empty(), "demo-io");
            }
            taken.put(message.key(), new Taken(now));
        }
        return new Answer.Taken("demo-" + message.key().substring(0, 12));
    }

    @Override
    public synchronized Optional<Answer> lookUp(String key) {
        return Optional.of(
                taken.containsKey(key)
                        ? new Answer.Taken("demo-" + key.substring(0, 12))
                        : new Answer.NotTaken(Optional.empty(), "demo-none"));
    }

    @Override
    public synchronized List<Told> receipts() {
        List<Told> told = new ArrayList<>();
        taken.forEach(
                (key, one) -> {
                    boolean arrives = chance(key, 'd') >= 5;
                    told.add(
                            new Told(
                                    "d-" + key,
                                    key,
                                    arrives ? Receipt.Kind.DELIVERED : Receipt.Kind.UNDELIVERED,
                                    one.at()));
                    if (arrives && chance(key, 'c') < 12) {
                        told.add(new Told("c-" + key, key, Receipt.Kind.CLICKED, one.at()));
                    }
                });
        return told;
    }

    /** Returns a number of 0 to 99 that follows from the key. */
    private static int chance(String key, char what) {
        return Integer.parseInt(Sha256.of(key + what).substring(0, 6), 16) % 100;
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private record Taken(Instant at) {}
}
