package io.marquetry.pack;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.tag.TagKey;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The packages of a workspace: made, edited, finished and exported, the same for the window and the
 * command line. Blocks, so never call it on the FX thread.
 */
public final class Packages {

    private final PackageRepository kept;
    private final PackageDocuments documents;
    private final InstantSource clock;

    /**
     * Makes the service over what one workspace keeps.
     *
     * @param clock tells when packages are finished
     */
    public Packages(PackageRepository kept, PackageDocuments documents, InstantSource clock) {
        this.clock = clock;
        this.kept = kept;
        this.documents = documents;
    }

    /** Returns all packages, the last edited first. */
    public List<PackageRepository.Summary> list() {
        return kept.list();
    }

    /** Returns the draft as it was left, its undo history included; empty where there is none. */
    public Optional<PackageDraft> draft(PackageKey key) {
        return kept.draft(key);
    }

    /**
     * Returns the draft as it was left, its undo history included.
     *
     * @throws io.marquetry.base.ProblemException if there is no such package
     */
    public PackageDraft get(PackageKey key) {
        return kept.get(key);
    }

    /** Stores a draft in place of the one before; durable when it returns. */
    public void save(PackageDraft draft) {
        kept.save(draft);
    }

    /**
     * Stores a new package; durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if its key is taken
     */
    public void create(PackageDraft draft) {
        PackageKey key = draft.base().key();
        if (kept.draft(key).isPresent()) {
            throw Problem.of("problem.package.taken", key.value()).asException();
        }
        kept.save(draft);
    }

    /** Returns the tags that packages name as they stand. */
    public Set<TagKey> tags() {
        return kept.list().stream()
                .flatMap(summary -> summary.pack().tags().stream())
                .collect(Collectors.toSet());
    }

    /** Returns why a source has to stay: packages address its profiles; empty where none do. */
    public Optional<Problem> addressing(SourceName source) {
        String users =
                kept.list().stream()
                        .map(PackageRepository.Summary::pack)
                        .filter(pack -> pack.source().equals(source))
                        .map(pack -> pack.key().value())
                        .collect(Collectors.joining(", "));
        return users.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.of("problem.source.used", source.value(), users));
    }

    /** Returns the finished versions of a package, the oldest first. */
    public List<PackageVersion> versions(PackageKey key) {
        return kept.versions(key);
    }

    /** Returns what keeps a package as it stands from being finished; empty where nothing does. */
    public List<Problem> problems(AssetPackage pack) {
        return documents.problems(pack);
    }

    /**
     * Finishes a package as it was saved last: counts its audience and adds a version. Where the
     * newest version says the same already, that one is returned.
     *
     * @throws io.marquetry.base.ProblemException if there is no such package, or it is not ready
     */
    public PackageVersion finish(PackageKey key, CancelSignal signal) {
        return documents.finish(key, clock.instant(), signal);
    }

    /**
     * Finishes a package as above.
     *
     * @param at when it is finished
     */
    public PackageVersion finish(PackageKey key, Instant at, CancelSignal signal) {
        return documents.finish(key, at, signal);
    }

    /**
     * Finishes a package and writes its newest version to a file, in place of what was there.
     *
     * @throws io.marquetry.base.ProblemException if it is not ready, or cannot be written
     */
    public PackageVersion export(PackageKey key, Path file, CancelSignal signal) {
        return documents.export(key, file, clock.instant(), signal);
    }
}
