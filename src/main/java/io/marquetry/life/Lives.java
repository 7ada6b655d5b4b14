package io.marquetry.life;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Kept;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.UserZone;
import io.marquetry.life.PackageLife.VersionLife;
import io.marquetry.pack.PackageDocuments;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageRepository;
import io.marquetry.pack.PackageVersion;
import io.marquetry.pack.Packages;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Takes packages through their lives: submitted, approved, sent back, live, evaluated, archived;
 * the same for the window and the command line. Blocks, so never call it on the FX thread.
 */
public final class Lives {

    private final LifeRepository kept;
    private final PackageRepository drafts;
    private final Packages packages;
    private final PackageDocuments documents;
    private final LifeRules rules;
    private final Conditions conditions;
    private final InstantSource clock;

    /**
     * Makes the service over what one workspace keeps.
     *
     * @param clock tells when versions are frozen
     */
    public Lives(
            LifeRepository kept,
            PackageRepository drafts,
            Packages packages,
            PackageDocuments documents,
            LifeRules rules,
            Conditions conditions,
            InstantSource clock) {
        this.kept = kept;
        this.drafts = drafts;
        this.packages = packages;
        this.documents = documents;
        this.rules = rules;
        this.conditions = conditions;
        this.clock = clock;
    }

    /** Returns the life of each package that was submitted or archived once. */
    public Map<PackageKey, PackageLife> all() {
        return kept.all();
    }

    /** Returns the life of a package. */
    public PackageLife of(PackageKey key) {
        return kept.of(key);
    }

    /** Returns the steps that a package made, the oldest first. */
    public List<Step> steps(PackageKey key) {
        return kept.steps(key);
    }

    /** Returns whether whoever works here had a part in a version. */
    public boolean isAuthor(PackageKey key, int version) {
        return kept.isAuthor(key, version);
    }

    /** Returns what a package was made from, if it was made from another. */
    public Optional<LifeRepository.Origin> origin(PackageKey key) {
        return Optional.ofNullable(kept.origins().get(key));
    }

    /** Returns what packages were made from, those left out that were made from none. */
    public Map<PackageKey, LifeRepository.Origin> origins() {
        return kept.origins();
    }

    /** Returns which versions wait for whoever works here, those that wait longest first. */
    public List<Waiting> waiting() {
        return kept.all().values().stream()
                .filter(life -> !life.archived() && !life.versions().isEmpty())
                .flatMap(life -> waiting(life).stream())
                .sorted(Comparator.comparing(one -> one.last().madeAt()))
                .toList();
    }

    private Optional<Waiting> waiting(PackageLife life) {
        VersionLife version = life.leading().orElseThrow();
        PackageState next =
                switch (version.state()) {
                    case DRAFT -> PackageState.IN_REVIEW;
                    case IN_REVIEW -> PackageState.APPROVED;
                    case APPROVED -> PackageState.LIVE;
                    case LIVE -> PackageState.EVALUATED;
                    case EVALUATED, TEMPLATE, ARCHIVED -> version.state();
                };
        List<Step> steps = kept.steps(life.key());
        boolean own = kept.isAuthor(life.key(), version.version());
        boolean mine =
                rules.mayTry(version.state(), next)
                        && !steps.isEmpty()
                        && switch (version.state()) {
                            case DRAFT -> own && steps.getLast().why().isPresent();
                            case LIVE -> conditions.evidence().has(life.key(), version.version());
                            case IN_REVIEW, APPROVED, EVALUATED, TEMPLATE, ARCHIVED -> true;
                        };
        return mine
                ? Optional.of(
                        new Waiting(
                                life.key(),
                                version.version(),
                                version.state(),
                                next,
                                own,
                                steps.getLast()))
                : Optional.empty();
    }

    /**
     * Lets a step pass that is part of another save.
     *
     * @param now how things stand inside that save
     * @throws io.marquetry.base.ProblemException if whoever works here may not, see {@link
     *     LifeRules#decide}
     */
    public LifeRules.Decided judged(Standing now, Asked asked) {
        return rules.decide(now, asked);
    }

    /**
     * Freezes a package as it was saved last, and submits that version; durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if a check holds it back, it is on its way
     *     already, was saved meanwhile, or whoever works here may not
     */
    public Step submit(PackageKey key, CancelSignal signal) {
        Kept<PackageDraft> seen = drafts.seen(key);
        if (drafts.isArchived(key)) {
            throw Problem.of("problem.package.archived", key.value()).asException();
        }
        conditions.gate().pass(seen.value().current(), OptionalInt.empty(), signal);
        var next = documents.finish(seen.value().current(), clock.instant(), signal);
        return kept.submit(
                key,
                seen.revision(),
                next,
                now -> rules.decide(now, Asked.of(PackageState.IN_REVIEW)));
    }

    /**
     * Approves the version that is in review.
     *
     * @param sha256 the hash of the document that was looked at
     * @param alone whether whoever approves knows that nobody else looked at it
     * @throws io.marquetry.base.ProblemException if a check holds it back by now, it is not what is
     *     stored, not the newest, or whoever works here may not
     */
    public Step approve(PackageKey key, int version, String sha256, boolean alone) {
        return approve(key, version, sha256, alone, new CancelSignal());
    }

    /** Approves as above; stops where it is asked to. */
    public Step approve(
            PackageKey key, int version, String sha256, boolean alone, CancelSignal signal) {
        Asked asked =
                new Asked(PackageState.APPROVED, Optional.empty(), Optional.of(sha256), alone);
        // What the table of steps refuses is refused first: it is the plainer answer.
        Optional<PackageVersion> judged = drafts.version(key, version);
        if (of(key).state(version) == PackageState.IN_REVIEW && judged.isPresent()) {
            conditions.gate().pass(packages.said(judged.get()), OptionalInt.of(version), signal);
        }
        return kept.move(key, version, now -> rules.decide(now, asked));
    }

    /**
     * Sends the version that is in review or approved back to be edited.
     *
     * @throws io.marquetry.base.ProblemException if there is none, no reason is given, or whoever
     *     works here may not
     */
    public Step sendBack(PackageKey key, String why) {
        Asked asked = Asked.of(PackageState.DRAFT, why);
        if (asked.why().isEmpty()) {
            throw Problem.of("problem.packageLife.why", key.value()).asException();
        }
        return move(key, asked);
    }

    /**
     * Takes back the version that is in review, by whoever makes packages.
     *
     * @throws io.marquetry.base.ProblemException if there is none, or whoever works here may not
     */
    public Step withdraw(PackageKey key) {
        return move(key, Asked.of(PackageState.DRAFT));
    }

    /**
     * Lets the approved version go out.
     *
     * @throws io.marquetry.base.ProblemException if there is none, it is not the time for it, or
     *     whoever works here may not
     */
    public Step goLive(PackageKey key) {
        Schedule planned = conditions.schedules().of(key);
        LocalDate today = LocalDate.ofInstant(clock.instant(), UserZone.get());
        if (planned.isEarly(today)) {
            throw Problem.of("problem.schedule.early", key.value(), planned.from().orElseThrow())
                    .asException();
        }
        if (planned.isOver(today)) {
            throw Problem.of("problem.schedule.over", key.value(), planned.until().orElseThrow())
                    .asException();
        }
        return move(key, Asked.of(PackageState.LIVE));
    }

    private Step move(PackageKey key, Asked asked) {
        int version = of(key).leading().map(VersionLife::version).orElse(0);
        return kept.move(key, version, now -> rules.decide(now, asked));
    }

    /**
     * States that it is known what a live version achieved.
     *
     * @throws io.marquetry.base.ProblemException if it is not live, no outcomes tell of it, or
     *     whoever works here may not
     */
    public Step evaluate(PackageKey key, int version) {
        return kept.move(
                key,
                version,
                now -> {
                    LifeRules.Decided decided = rules.decide(now, Asked.of(PackageState.EVALUATED));
                    if (!conditions.evidence().has(key, version)) {
                        throw Problem.of("problem.packageLife.noOutcomes", key.value(), version)
                                .asException();
                    }
                    return decided;
                });
    }

    /**
     * Puts a package away.
     *
     * @param why the reason; one that was never submitted needs none
     * @throws io.marquetry.base.ProblemException if it is live, no reason is given, or whoever
     *     works here may not
     */
    public void archive(PackageKey key, String why) {
        if (of(key).versions().isEmpty() && why.isBlank()) {
            packages.archive(key);
        } else {
            drafts.get(key);
            move(key, Asked.of(PackageState.ARCHIVED, why));
        }
    }

    /**
     * Brings an archived package back as a draft: what was approved before has to be approved
     * again.
     *
     * @throws io.marquetry.base.ProblemException if there is no such package, or whoever works here
     *     may not
     */
    public void restore(PackageKey key) {
        if (of(key).archived()) {
            move(key, Asked.of(PackageState.DRAFT));
        } else {
            packages.restore(key);
        }
    }

    /**
     * Makes another package of a finished version; it remembers where it came from.
     *
     * @param branch the key of the new package
     * @throws io.marquetry.base.ProblemException if there is no such version, or the key is taken
     */
    public void branch(PackageKey key, int version, PackageKey branch, LocalizedText name) {
        PackageVersion from = packages.version(key, version);
        kept.branch(
                PackageDraft.of(packages.said(from).copy(branch, name)),
                new LifeRepository.Origin(key, version));
    }
}
