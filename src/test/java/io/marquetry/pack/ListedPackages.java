package io.marquetry.pack;

import io.marquetry.base.Kept;
import io.marquetry.base.Problem;
import io.marquetry.base.Revision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Packages that live as long as the test. */
public class ListedPackages implements PackageRepository {

    public final Map<PackageKey, PackageDraft> drafts = new LinkedHashMap<>();
    private final Map<PackageKey, List<PackageVersion>> finished = new LinkedHashMap<>();
    private final Set<PackageKey> away = new HashSet<>();
    private final Map<PackageKey, Long> saves = new LinkedHashMap<>();
    private final Instant editedAt;

    /** Makes a list whose packages were all edited at one time. */
    public ListedPackages(Instant editedAt) {
        this.editedAt = editedAt;
    }

    @Override
    public List<Summary> list() {
        return drafts.values().stream()
                .map(this::summary)
                .filter(row -> !away.contains(row.pack().key()))
                .toList();
    }

    @Override
    public List<Summary> archived() {
        return drafts.values().stream()
                .map(this::summary)
                .filter(row -> away.contains(row.pack().key()))
                .toList();
    }

    private Summary summary(PackageDraft draft) {
        return new Summary(draft.current(), versionCount(draft.base().key()), editedAt);
    }

    @Override
    public Optional<PackageDraft> draft(PackageKey key) {
        return Optional.ofNullable(drafts.get(key));
    }

    @Override
    public Optional<Kept<PackageDraft>> kept(PackageKey key) {
        return draft(key).map(draft -> new Kept<>(draft, revision(key)));
    }

    @Override
    public List<Kept<PackageDraft>> drafts() {
        return drafts.keySet().stream().flatMap(key -> kept(key).stream()).toList();
    }

    @Override
    public Revision save(PackageDraft draft, Revision seen) {
        PackageKey key = draft.base().key();
        if (!revision(key).equals(seen)) {
            throw Problem.of("problem.save.overtaken", key.value()).asException();
        }
        // What is stored is the history alone: replaying it has to give the draft again.
        drafts.put(key, PackageDraft.replay(draft.base(), draft.edits(), draft.cursor()));
        saves.merge(key, 1L, Long::sum);
        return revision(key);
    }

    private Revision revision(PackageKey key) {
        return drafts.containsKey(key)
                ? new Revision(Math.max(1, saves.getOrDefault(key, 1L)))
                : Revision.NONE;
    }

    @Override
    public void create(PackageDraft draft) {
        if (drafts.putIfAbsent(draft.base().key(), draft) != null) {
            throw Problem.of("problem.package.taken", draft.base().key().value()).asException();
        }
    }

    @Override
    public void delete(PackageKey key) {
        if (versionCount(key) > 0) {
            throw Problem.of("problem.package.hasVersions", key.value(), versionCount(key))
                    .asException();
        }
        drafts.remove(key);
    }

    @Override
    public void archive(PackageKey key, boolean put) {
        if (put) {
            away.add(key);
        } else {
            away.remove(key);
        }
    }

    @Override
    public boolean isArchived(PackageKey key) {
        return away.contains(key);
    }

    @Override
    public List<PackageVersion> versions(PackageKey key) {
        return finished.getOrDefault(key, List.of());
    }

    @Override
    public Optional<PackageVersion> version(PackageKey key, int number) {
        return versions(key).stream().filter(v -> v.number() == number).findFirst();
    }

    @Override
    public Optional<PackageVersion> latest(PackageKey key) {
        return versions(key).stream().reduce((earlier, later) -> later);
    }

    @Override
    public Map<PackageKey, PackageVersion> latest() {
        Map<PackageKey, PackageVersion> all = new LinkedHashMap<>();
        finished.forEach((key, versions) -> all.put(key, versions.getLast()));
        return all;
    }

    @Override
    public int versionCount(PackageKey key) {
        return versions(key).size();
    }

    @Override
    public PackageVersion addVersion(
            PackageKey key, Function<Optional<PackageVersion>, PackageVersion> next) {
        PackageVersion added = next.apply(latest(key));
        if (!latest(key).equals(Optional.of(added))) {
            finished.computeIfAbsent(key, k -> new ArrayList<>()).add(added);
        }
        return added;
    }
}
