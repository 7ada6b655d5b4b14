package io.marquetry.pack;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Kept;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.Revision;
import io.marquetry.source.SourceRepository;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRepository;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The packages of a workspace: made, edited, finished, exported and put away, the same for the
 * window and the command line. Blocks, so never call it on the FX thread.
 */
public final class Packages {

    private final PackageRepository kept;
    private final TagRepository tags;
    private final SourceRepository sources;
    private final PackageDocuments documents;
    private final InstantSource clock;

    /**
     * Makes the service over what one workspace keeps.
     *
     * @param clock tells when packages are finished
     */
    public Packages(
            PackageRepository kept,
            TagRepository tags,
            SourceRepository sources,
            PackageDocuments documents,
            InstantSource clock) {
        this.kept = kept;
        this.tags = tags;
        this.sources = sources;
        this.documents = documents;
        this.clock = clock;
    }

    /** Returns all packages that are not archived, the last edited first. */
    public List<PackageRepository.Summary> list() {
        return kept.list();
    }

    /** Returns the archived packages, the last archived first. */
    public List<PackageRepository.Summary> archived() {
        return kept.archived();
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

    /** Returns the draft as above, with the revision that a save has to state. */
    public Optional<Kept<PackageDraft>> kept(PackageKey key) {
        return kept.kept(key);
    }

    /**
     * Stores a draft in place of the one before; durable when it returns.
     *
     * @param seen the revision of the draft that was edited, {@link Revision#NONE} for a new one
     * @return the revision that it has now
     * @throws io.marquetry.base.ProblemException if it was saved elsewhere meanwhile
     */
    public Revision save(PackageDraft draft, Revision seen) {
        return kept.save(draft, seen);
    }

    /**
     * Makes a package by edits, as dragging makes them; durable when it returns.
     *
     * @param edits made one after the other to a package that is empty
     * @throws io.marquetry.base.ProblemException if its key is taken, its name blank, its source
     *     unknown, or an edit refused; nothing changed then
     */
    public void create(
            PackageKey key, LocalizedText name, SourceName source, List<PackageEdit> edits) {
        if (name.byLanguage().values().stream().allMatch(String::isBlank)) {
            throw Problem.of("problem.package.noName", key.value()).asException();
        }
        sources.get(source);
        PackageDraft draft = PackageDraft.of(AssetPackage.empty(key, name, source));
        if (!edits.isEmpty()) {
            draft = edited(draft, edits);
        }
        kept.create(draft);
    }

    private PackageDraft edited(PackageDraft before, List<PackageEdit> edits) {
        TagCatalog catalog = tags.catalog();
        PackageDraft draft = before;
        for (PackageEdit edit : edits) {
            EditRules.refusal(draft.current(), edit, catalog)
                    .ifPresent(
                            problem -> {
                                throw problem.asException();
                            });
            draft = draft.apply(edit);
        }
        return draft;
    }

    /**
     * Makes another package like one that is there, with a free key like its own, another name and
     * a fresh history; durable when it returns.
     *
     * @return the key of the copy
     * @throws io.marquetry.base.ProblemException if there is no such package
     */
    public PackageKey duplicate(PackageKey original, LocalizedText name) {
        PackageKey key = PackageKeys.free(original.value(), keys());
        kept.create(PackageDraft.of(kept.get(original).current().copy(key, name)));
        return key;
    }

    /** Returns the keys that are taken, those of archived packages included. */
    public Set<PackageKey> keys() {
        return Stream.concat(kept.list().stream(), kept.archived().stream())
                .map(summary -> summary.pack().key())
                .collect(Collectors.toSet());
    }

    /**
     * Gives a package another name, as one more edit of its draft; durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if there is no such package, or the name is
     *     refused
     */
    public void rename(PackageKey key, LocalizedText name) {
        Kept<PackageDraft> seen = kept.seen(key);
        kept.save(edited(seen.value(), List.of(new PackageEdit.Rename(name))), seen.revision());
    }

    /**
     * Forgets a package that was never finished; durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if there is no such package, or it has finished
     *     versions: those never change, and the package can be archived instead
     */
    public void delete(PackageKey key) {
        kept.delete(key);
    }

    /**
     * Puts a package away: it is in no list, addresses nobody and needs neither tags nor source any
     * more. Its draft and its versions stay.
     *
     * @throws io.marquetry.base.ProblemException if there is no such package
     */
    public void archive(PackageKey key) {
        kept.archive(key, true);
    }

    /**
     * Brings an archived package back.
     *
     * @throws io.marquetry.base.ProblemException if there is no such package
     */
    public void restore(PackageKey key) {
        kept.archive(key, false);
    }

    /**
     * What left the list.
     *
     * @param deleted packages that were never finished, with their histories
     * @param archived packages with versions
     */
    public record PutAway(List<PackageDraft> deleted, List<PackageKey> archived) {}

    /**
     * Takes packages out of the list: deletes those that were never finished and archives the
     * others. One that is gone already is left out.
     *
     * @return what {@link #bringBack} brings back
     */
    public PutAway putAway(List<PackageKey> keys) {
        List<PackageDraft> deleted = new ArrayList<>();
        List<PackageKey> archived = new ArrayList<>();
        for (PackageKey key : keys) {
            Optional<PackageDraft> draft = kept.draft(key);
            if (draft.isPresent() && kept.versionCount(key) == 0) {
                kept.delete(key);
                deleted.add(draft.get());
            } else if (draft.isPresent()) {
                kept.archive(key, true);
                archived.add(key);
            }
        }
        return new PutAway(deleted, archived);
    }

    /**
     * Brings back what was put away just now.
     *
     * @throws io.marquetry.base.ProblemException if the key of a deleted package was taken
     *     meanwhile
     */
    public void bringBack(PutAway away) {
        away.archived().forEach(this::restore);
        away.deleted().forEach(kept::create);
    }

    /** Returns whether a package is there and not archived. */
    public boolean isListed(PackageKey key) {
        return kept.draft(key).isPresent() && !kept.isArchived(key);
    }

    /** Returns whether a package is archived. */
    public boolean isArchived(PackageKey key) {
        return kept.isArchived(key);
    }

    /** Returns the tags that packages name as they stand; archived ones need none. */
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

    /**
     * Returns a finished version.
     *
     * @throws io.marquetry.base.ProblemException if there is none of that number
     */
    public PackageVersion version(PackageKey key, int number) {
        return kept.version(key, number)
                .orElseThrow(
                        () ->
                                Problem.of("problem.package.noVersion", key.value(), number)
                                        .asException());
    }

    /** Returns the newest finished version; empty where none is finished. */
    public Optional<PackageVersion> latest(PackageKey key) {
        return kept.latest(key);
    }

    /** Returns the newest finished version of each package that has one. */
    public Map<PackageKey, PackageVersion> latest() {
        return kept.latest();
    }

    /** Returns the package as a finished version says that it was. */
    public AssetPackage said(PackageVersion version) {
        return documents.pack(version);
    }

    /**
     * Makes a draft say what a finished version says, by edits that can be undone; durable when it
     * returns.
     *
     * @return whether anything had to be edited
     * @throws io.marquetry.base.ProblemException if there is no such version, or one of its tags
     *     cannot be put in any more; nothing changed then
     */
    public boolean revert(PackageKey key, int number) {
        Kept<PackageDraft> seen = kept.seen(key);
        AssetPackage then = TagReplacement.resolved(said(version(key, number)), tags.aliases());
        List<PackageEdit> edits = PackageDifference.edits(seen.value().current(), then);
        if (!edits.isEmpty()) {
            kept.save(edited(seen.value(), edits), seen.revision());
        }
        return !edits.isEmpty();
    }

    /** Returns how many versions of a package are finished. */
    public int versionCount(PackageKey key) {
        return kept.versionCount(key);
    }

    /** Returns what keeps a package as it stands from being finished; empty where nothing does. */
    public List<Problem> problems(AssetPackage pack) {
        return documents.problems(pack);
    }

    /**
     * Finishes a package as it was saved last: counts its audience and adds a version. Where the
     * newest version says the same already, that one is returned.
     *
     * @throws io.marquetry.base.ProblemException if there is no such package, it is archived, or it
     *     is not ready
     */
    public PackageVersion finish(PackageKey key, CancelSignal signal) {
        return finish(key, clock.instant(), signal);
    }

    /**
     * Finishes a package as above.
     *
     * @param at when it is finished
     */
    public PackageVersion finish(PackageKey key, Instant at, CancelSignal signal) {
        return kept.addVersion(key, documents.finish(ready(key), at, signal));
    }

    /**
     * Finishes a package and writes its newest version to a file, in place of what was there. What
     * was written is read back and judged as its receiver would before it takes the file's place. A
     * package whose source is not here, and which says what its newest version says, is written as
     * that version: it came from elsewhere, and nobody here can count it.
     *
     * @throws io.marquetry.base.ProblemException if it is not ready, or cannot be written or read
     *     back; then neither a file nor a version was added, and an earlier file is as it was
     */
    public PackageVersion export(PackageKey key, Path file, CancelSignal signal) {
        Optional<PackageVersion> newest = kept.latest(key);
        AssetPackage pack = ready(key);
        if (sources.find(pack.source()).isEmpty()
                && newest.map(this::said).equals(Optional.of(pack))) {
            return export(key, newest.orElseThrow().number(), file);
        }
        try (DocumentFile written = new DocumentFile(file, documents)) {
            Function<Optional<PackageVersion>, PackageVersion> next =
                    documents.finish(pack, clock.instant(), signal);
            PackageVersion version =
                    kept.addVersion(key, before -> written.stage(next.apply(before)));
            written.place();
            return version;
        }
    }

    /**
     * Writes a version that was finished before to a file, in place of what was there, as above.
     *
     * @throws io.marquetry.base.ProblemException if there is no such version, or it cannot be
     *     written or read back
     */
    public PackageVersion export(PackageKey key, int number, Path file) {
        try (DocumentFile written = new DocumentFile(file, documents)) {
            PackageVersion version = written.stage(version(key, number));
            written.place();
            return version;
        }
    }

    private AssetPackage ready(PackageKey key) {
        AssetPackage pack = kept.get(key).current();
        if (kept.isArchived(key)) {
            throw Problem.of("problem.package.archived", key.value()).asException();
        }
        return pack;
    }
}
