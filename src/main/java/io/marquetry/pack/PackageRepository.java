package io.marquetry.pack;

import io.marquetry.base.Kept;
import io.marquetry.base.Problem;
import io.marquetry.base.Revision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where packages are kept; blocks, so never call it on the FX thread. A method that stores returns
 * only when a power cut could not undo it.
 */
public interface PackageRepository {

    /** Returns all packages that are not archived, the last edited first. */
    List<Summary> list();

    /** Returns the archived packages, the last archived first. */
    List<Summary> archived();

    /** Returns the draft as it was left, its undo history included. */
    Optional<PackageDraft> draft(PackageKey key);

    /**
     * Returns the draft of the package with the key.
     *
     * @throws io.marquetry.base.ProblemException if there is none
     */
    default PackageDraft get(PackageKey key) {
        return draft(key)
                .orElseThrow(
                        () -> Problem.of("problem.package.unknown", key.value()).asException());
    }

    /** Returns the draft as above, with the revision that a save has to state. */
    Optional<Kept<PackageDraft>> kept(PackageKey key);

    /**
     * Returns the draft with its revision.
     *
     * @throws io.marquetry.base.ProblemException if there is none
     */
    default Kept<PackageDraft> seen(PackageKey key) {
        return kept(key)
                .orElseThrow(
                        () -> Problem.of("problem.package.unknown", key.value()).asException());
    }

    /**
     * Stores a draft in place of the one before.
     *
     * @param seen the revision of the draft that was edited
     * @return the revision that it has now
     * @throws io.marquetry.base.ProblemException if somebody else saved it meanwhile; nothing is
     *     changed then
     */
    Revision save(PackageDraft draft, Revision seen);

    /** Returns all drafts, those of archived packages included, in the order of their keys. */
    List<Kept<PackageDraft>> drafts();

    /**
     * Stores the draft of a new package.
     *
     * @throws io.marquetry.base.ProblemException if its key is taken
     */
    void create(PackageDraft draft);

    /**
     * Forgets a package that has no finished version.
     *
     * @throws io.marquetry.base.ProblemException if it has some, or there is no such package
     */
    void delete(PackageKey key);

    /**
     * Puts a package away, or brings it back; what is so already stays so.
     *
     * @throws io.marquetry.base.ProblemException if there is no such package
     */
    void archive(PackageKey key, boolean away);

    /** Returns whether a package is put away. */
    boolean isArchived(PackageKey key);

    /** Returns the finished versions, the oldest first. */
    List<PackageVersion> versions(PackageKey key);

    /** Returns a finished version; empty where there is none of that number. */
    Optional<PackageVersion> version(PackageKey key, int number);

    /** Returns the newest finished version; empty where none is finished. */
    Optional<PackageVersion> latest(PackageKey key);

    /** Returns the newest finished version of each package that has one. */
    Map<PackageKey, PackageVersion> latest();

    /** Returns how many versions are finished. */
    int versionCount(PackageKey key);

    /**
     * Adds a finished version.
     *
     * @param next gets the newest version there is and returns the one after it, or that one again
     *     where nothing is to be added; called inside the save, so that two who finish at once get
     *     two numbers, and where it fails nothing is added
     * @return what {@code next} returned
     */
    PackageVersion addVersion(
            PackageKey key, Function<Optional<PackageVersion>, PackageVersion> next);

    /**
     * One line of the list of packages.
     *
     * @param pack the package as it stands
     * @param versions how many versions are finished
     */
    record Summary(AssetPackage pack, int versions, Instant editedAt) {}
}
