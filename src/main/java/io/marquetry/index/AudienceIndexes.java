package io.marquetry.index;

import io.marquetry.audience.MembershipReader;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.VisibleText;
import io.marquetry.index.file.IndexFolder;
import io.marquetry.tag.TagCatalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/** The membership indexes of a workspace, one per source; kept beside it in {@code index/}. */
public final class AudienceIndexes {

    private final Path folder;
    private final Function<SourceName, MembershipReader> readers;
    private final Map<SourceName, SourceIndex> indexes = new ConcurrentHashMap<>();

    /**
     * Makes the indexes of a workspace; touches nothing.
     *
     * @param workspace its folder
     */
    public AudienceIndexes(Path workspace, Function<SourceName, MembershipReader> readers) {
        this.folder = workspace.resolve("index");
        this.readers = readers;
    }

    /**
     * Returns the index of all audience tags, of the state of the source that numbers come from
     * until they are refreshed. Blocks while tags are asked of the source that are new or edited;
     * the first time, all that are not on disk.
     *
     * @param progress is told the share that is done, 0 to 1, on any thread
     * @throws io.marquetry.base.ProblemException if the source does not open, or changed while it
     *     was read
     */
    public MembershipIndex index(
            SourceName source, TagCatalog tags, DoubleConsumer progress, CancelSignal signal) {
        return of(source).index(readers.apply(source), tags, progress, signal);
    }

    /**
     * Makes the index of the source as it is now. The one in use stays until the new one is whole,
     * and for good where this fails or is cancelled.
     *
     * @param progress is told the share that is done, 0 to 1, on any thread
     * @throws io.marquetry.base.ProblemException if the source does not open, or changed while it
     *     was read
     */
    public MembershipIndex refresh(
            SourceName source, TagCatalog tags, DoubleConsumer progress, CancelSignal signal) {
        return of(source).refresh(readers.apply(source), tags, progress, signal);
    }

    /**
     * Makes an index of other tags, of the state of the source that an index is of, for example of
     * rules as they were. The index in use stays; a tag whose set is not known and cannot be asked
     * for any more has no number.
     */
    public MembershipIndex beside(MembershipIndex index, TagCatalog tags, CancelSignal signal) {
        SourceName source = index.snapshot().source();
        return of(source).beside(readers.apply(source), index, tags, signal);
    }

    /**
     * Finds a profile in an index, by its key as people see it.
     *
     * @return its ordinal; empty where the source has no profile with the key
     * @throws io.marquetry.base.ProblemException if the source does not open, or has changed since
     *     the index was made
     */
    public OptionalLong ordinal(MembershipIndex index, String key, CancelSignal signal) {
        SourceName source = index.snapshot().source();
        MembershipReader reader = readers.apply(source);
        boolean dense = reader.hasOrdinals();
        OptionalLong found = OptionalLong.empty();
        for (String kept : VisibleText.keys(key)) {
            if (found.isEmpty()) {
                found =
                        dense
                                ? reader.ordinal(kept, signal)
                                : of(source).people(index).ordinal(kept, signal);
            }
        }
        if (!dense) {
            return found;
        }
        if (!reader.snapshot().fingerprint().equals(index.snapshot().fingerprint())) {
            throw Problem.of("problem.index.otherPeople").asException();
        }
        return found;
    }

    /**
     * Finds the keys of some profiles of an index. Reads all keys: what it takes grows with the
     * source.
     *
     * @param ordinals ascending
     * @return the keys in the same order
     * @throws io.marquetry.base.ProblemException if the source does not open, or has changed since
     *     the index was made
     */
    public List<String> keys(MembershipIndex index, List<Long> ordinals, CancelSignal signal) {
        MembershipReader reader = readers.apply(index.snapshot().source());
        if (!reader.snapshot().fingerprint().equals(index.snapshot().fingerprint())) {
            throw Problem.of("problem.index.otherPeople").asException();
        }
        Set<Long> wanted = Set.copyOf(ordinals);
        List<String> found = new ArrayList<>();
        AtomicLong ordinal = new AtomicLong();
        reader.keys(
                key -> {
                    if (wanted.contains(ordinal.getAndIncrement())) {
                        found.add(key);
                    }
                },
                signal);
        return List.copyOf(found);
    }

    /**
     * Returns whether a source has a profile with the key, also where no index is in use.
     *
     * @throws io.marquetry.base.ProblemException if the source does not open
     */
    public boolean holds(SourceName source, String key, CancelSignal signal) {
        return readers.apply(source).ordinal(key, signal).isPresent();
    }

    /** Returns who reads a source for its index. */
    MembershipReader reader(SourceName source) {
        return readers.apply(source);
    }

    /** Returns the index in use, if there is one by now; asks nobody. */
    public Optional<MembershipIndex> inUse(SourceName source) {
        return Optional.ofNullable(indexes.get(source)).flatMap(SourceIndex::inUse);
    }

    /** Returns how the index in use stands against the source; empty where none is in use. */
    public Optional<Freshness> freshness(SourceName source) {
        return Optional.ofNullable(indexes.get(source))
                .flatMap(index -> index.freshness(() -> readers.apply(source)));
    }

    /**
     * Returns how an index stands against its source, also where another one is in use by now;
     * empty where none is, because the source was removed.
     *
     * @param tags the catalogue that the index was asked with
     */
    public Optional<Freshness> freshness(MembershipIndex index, TagCatalog tags) {
        SourceName source = index.snapshot().source();
        return Optional.ofNullable(indexes.get(source))
                .filter(known -> known.inUse().isPresent())
                .map(known -> known.freshness(index, tags, () -> readers.apply(source)));
    }

    /** Removes the index of a source that is gone for good. */
    public void forget(SourceName source) {
        SourceIndex index = indexes.remove(source);
        (index == null ? of(source) : index).delete();
        indexes.remove(source);
    }

    private SourceIndex of(SourceName source) {
        return indexes.computeIfAbsent(
                source, name -> new SourceIndex(new IndexFolder(folder.resolve(name.value()))));
    }
}
