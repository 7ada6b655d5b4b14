package io.marquetry.index;

import io.marquetry.audience.MembershipReader;
import io.marquetry.audience.Snapshot;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.index.file.IndexFolder;
import io.marquetry.index.file.People;
import io.marquetry.index.file.SetKeys;
import io.marquetry.tag.TagCatalog;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

/** The index of one source: which one is in use, and how another comes into use. */
final class SourceIndex {

    private final IndexFolder folder;

    /** One build at a time: two would ask the source the same. */
    private final Semaphore building = new Semaphore(1);

    private volatile @Nullable InUse inUse;

    SourceIndex(IndexFolder folder) {
        this.folder = folder;
    }

    Optional<MembershipIndex> inUse() {
        return Optional.ofNullable(inUse).map(InUse::index);
    }

    MembershipIndex index(
            MembershipReader reader,
            TagCatalog tags,
            DoubleConsumer progress,
            CancelSignal signal) {
        InUse known = inUse;
        if (known != null && known.tags() == tags) {
            return known.index();
        }
        return alone(
                signal,
                () -> {
                    InUse now = inUse;
                    if (now != null && now.tags() == tags) {
                        return now.index();
                    }
                    IndexBuild build = new IndexBuild(folder, reader, tags, progress, signal);
                    return use(now == null ? build.ofNow() : build.like(now.index()), tags);
                });
    }

    MembershipIndex refresh(
            MembershipReader reader,
            TagCatalog tags,
            DoubleConsumer progress,
            CancelSignal signal) {
        return alone(
                signal,
                () -> use(new IndexBuild(folder, reader, tags, progress, signal).ofNow(), tags));
    }

    MembershipIndex beside(
            MembershipReader reader, MembershipIndex index, TagCatalog tags, CancelSignal signal) {
        return alone(
                signal, () -> new IndexBuild(folder, reader, tags, done -> {}, signal).like(index));
    }

    Optional<Freshness> freshness(Supplier<MembershipReader> reader) {
        return Optional.ofNullable(inUse)
                .map(known -> freshness(known.index(), known.tags(), reader));
    }

    Freshness freshness(MembershipIndex index, TagCatalog tags, Supplier<MembershipReader> reader) {
        Snapshot counted = index.snapshot();
        Snapshot now;
        try {
            now = reader.get().snapshot();
        } catch (ProblemException e) {
            return new Freshness.Gone(e.problem());
        }
        if (!now.fingerprint().equals(counted.fingerprint())) {
            return new Freshness.Changed();
        }
        boolean otherDay =
                !now.today().equals(counted.today())
                        && index.tags().stream().anyMatch(tag -> SetKeys.isRelative(tags, tag));
        return otherDay ? new Freshness.NewDay(now.today()) : new Freshness.Fresh();
    }

    /**
     * Returns the people of an index of a source that does not number them itself.
     *
     * @throws io.marquetry.base.ProblemException if they were not kept
     */
    People people(MembershipIndex index) {
        return folder.people(index.snapshot(), index.profiles())
                .orElseThrow(() -> Problem.of("problem.index.otherPeople").asException());
    }

    void delete() {
        inUse = null;
        folder.delete();
    }

    private MembershipIndex use(MembershipIndex index, TagCatalog tags) {
        inUse = new InUse(index, tags);
        return index;
    }

    private MembershipIndex alone(CancelSignal signal, Supplier<MembershipIndex> build) {
        building.acquireUninterruptibly();
        try {
            signal.check();
            return build.get();
        } finally {
            building.release();
        }
    }

    private record InUse(MembershipIndex index, TagCatalog tags) {}
}
