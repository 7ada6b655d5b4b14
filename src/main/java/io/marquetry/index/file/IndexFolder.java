package io.marquetry.index.file;

import io.marquetry.audience.Snapshot;
import io.marquetry.index.order.Content;
import io.marquetry.index.order.Order;
import io.marquetry.index.sets.ProfileSet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The membership sets of one source on disk, one file each, named by what the set follows from: a
 * new or edited tag, another day or another content of the source asks for another file.
 */
public final class IndexFolder {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);
    private static final String ENDING = ".set";
    private static final String ORDER = "people.order";
    private static final String PEOPLE = "people.keys";

    /** Sets of rules that were edited or of days gone by are kept this long, for undo. */
    private static final Duration KEPT_UNUSED = Duration.ofDays(7);

    private final Path folder;

    /** Uses a folder, which is made when the first set is written. */
    public IndexFolder(Path folder) {
        this.folder = folder;
    }

    /** Returns the set with the key; empty where there is none that can be believed. */
    public Optional<ProfileSet> find(String key, Content content) {
        return SetFile.read(file(key, content), key, content);
    }

    /**
     * Returns the set of a condition, which counts as used by that; empty where there is none that
     * can be believed.
     */
    public Optional<ProfileSet> use(String key, Content content) {
        Optional<ProfileSet> found = find(key, content);
        if (found.isPresent()) {
            try {
                touch(file(key, content));
            } catch (IOException e) {
                // Then it is asked of the source once more in a week.
                LOG.debug("could not mark a set as used", e);
            }
        }
        return found;
    }

    /**
     * Keeps a set; where the disk refuses it, it lives in memory until the program ends.
     *
     * @param words of the set, in the order of the content
     */
    public Kept keep(String key, Content content, long[] words) {
        MemorySegment bytes = SetFile.bytes(key, content, words);
        try {
            SetFile.write(file(key, content), bytes);
            Optional<ProfileSet> mapped = find(key, content);
            if (mapped.isPresent()) {
                return new Kept(mapped.get(), true);
            }
        } catch (IOException e) {
            // The set in memory is right all the same; only the next start has to ask again.
            LOG.debug("could not keep a membership set", e);
        }
        return new Kept(SetFile.set(bytes, content), false);
    }

    /** Returns the order of the sets; that of the source where no other was kept. */
    public Order order(Snapshot snapshot, long profiles) {
        return OrderFile.read(order(snapshot), snapshot, profiles)
                .orElseGet(() -> Order.asInSource(profiles));
    }

    /**
     * Keeps an order, whose sets are there by now.
     *
     * @return false where the disk is full or read-only
     */
    public boolean keepOrder(Order order, Snapshot snapshot) {
        try {
            OrderFile.write(order(snapshot), order, snapshot);
            return true;
        } catch (IOException e) {
            LOG.debug("could not keep an order", e);
            return false;
        }
    }

    /** Returns who has which ordinal; empty where that was not kept, or cannot be believed. */
    public Optional<People> people(Snapshot snapshot, long profiles) {
        return People.read(folder.resolve(Content.prefix(snapshot) + PEOPLE), snapshot, profiles);
    }

    /**
     * Keeps who has which ordinal.
     *
     * @param keys hands on the keys in the order of the ordinals
     * @return false where the disk is full or read-only
     */
    public boolean keepPeople(Snapshot snapshot, long profiles, Consumer<Consumer<String>> keys) {
        try {
            People.write(
                    folder.resolve(Content.prefix(snapshot) + PEOPLE), snapshot, profiles, keys);
            return true;
        } catch (IOException e) {
            LOG.debug("could not keep the keys of people", e);
            return false;
        }
    }

    /**
     * Removes what is of no use any more: sets of another content of the source or another order,
     * sets that were not used for a week, and what a killed process left half written.
     *
     * @param used the keys in use
     */
    public void prune(Content content, Set<String> used) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Instant old = Instant.now().minus(KEPT_UNUSED);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(ENDING)) {
                    boolean same = name.startsWith(content.prefix());
                    String key =
                            name.substring(
                                    name.lastIndexOf('-') + 1, name.length() - ENDING.length());
                    if (same && used.contains(key)) {
                        touch(file);
                    } else if (!same || modified(file).isBefore(old)) {
                        Files.deleteIfExists(file);
                    }
                } else if (name.endsWith(PEOPLE) || name.endsWith(ORDER)) {
                    if (!name.startsWith(Content.prefix(content.snapshot()))) {
                        Files.deleteIfExists(file);
                    }
                } else if (name.endsWith(".tmp") && modified(file).isBefore(old)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            // A file that cannot be removed now, for it is in use, is removed another time.
            LOG.debug("could not remove unused sets", e);
        }
    }

    /** Removes all sets. */
    public void delete() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            LOG.debug("could not remove an index", e);
        }
    }

    private Path file(String key, Content content) {
        return folder.resolve(content.prefix() + key + ENDING);
    }

    private Path order(Snapshot snapshot) {
        return folder.resolve(Content.prefix(snapshot) + ORDER);
    }

    private static Instant modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }

    private static void touch(Path file) throws IOException {
        if (modified(file).isBefore(Instant.now().minus(Duration.ofDays(1)))) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        }
    }

    /**
     * A set and whether it is on disk.
     *
     * @param onDisk false where the disk is full or read-only
     */
    public record Kept(ProfileSet set, boolean onDisk) {}
}
