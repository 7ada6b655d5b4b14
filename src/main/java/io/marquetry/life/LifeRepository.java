package io.marquetry.life;

import io.marquetry.base.Revision;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageVersion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The lives of the packages of a workspace; blocks, so never call it on the FX thread. */
public interface LifeRepository {

    /** Returns the life of each package that was submitted or archived once. */
    Map<PackageKey, PackageLife> all();

    /** Returns the life of a package. */
    PackageLife of(PackageKey key);

    /** Returns the steps that a package made, the oldest first. */
    List<Step> steps(PackageKey key);

    /** Returns whether whoever works here is an author of a version, see {@link Standing}. */
    boolean isAuthor(PackageKey key, int version);

    /** Returns what each package was made from, for those that were made from another. */
    Map<PackageKey, Origin> origins();

    /**
     * Freezes the draft and submits the version, in one save.
     *
     * @param seen the revision of the draft that {@code next} is of
     * @param next gets the newest version there is and returns the one to submit
     * @param decide lets the step pass, or throws
     * @throws io.marquetry.base.ProblemException if the draft was saved since, or the step is
     *     refused; nothing changed then
     */
    Step submit(
            PackageKey key,
            Revision seen,
            Function<Optional<PackageVersion>, PackageVersion> next,
            Function<Standing, LifeRules.Decided> decide);

    /**
     * Makes a step.
     *
     * @param version from 1; 0 for a package without versions
     * @param decide lets it pass, or throws
     * @throws io.marquetry.base.ProblemException if there is no such version, or the step is
     *     refused; nothing changed then
     */
    Step move(PackageKey key, int version, Function<Standing, LifeRules.Decided> decide);

    /**
     * Stores the draft of a package that is made from a version of another.
     *
     * @throws io.marquetry.base.ProblemException if its key is taken
     */
    void branch(PackageDraft draft, Origin origin);

    /** The version of another package that a package was made from. */
    record Origin(PackageKey parent, int version) {}
}
