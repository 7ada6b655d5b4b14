package io.marquetry.check;

import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceReaders;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Settings;
import io.marquetry.check.CheckLine.Standing;
import io.marquetry.govern.AssetCares;
import io.marquetry.govern.GovernedTags;
import io.marquetry.govern.TagCares;
import io.marquetry.life.Gate;
import io.marquetry.life.Schedules;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.Lookout;
import io.marquetry.pack.PackageDocuments;
import io.marquetry.pack.PackageKey;
import io.marquetry.source.SourceRepository;
import io.marquetry.tag.TagCatalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * The checks before approval: the one place that tells what one should look at, and what keeps a
 * package from being submitted or approved. Blocks, so never call it on the FX thread.
 */
public final class Checks implements Gate, Lookout {

    /** A reason holds until what it was given for has grown by a tenth. */
    private static final double GROWN = 1.1;

    private final PackageDocuments documents;
    private final Ground ground;
    private final Neighbours neighbours;
    private final Schedules schedules;
    private final Overrulings overrulings;
    private final Settings settings;

    /** Makes the engine over what one workspace keeps. */
    public Checks(
            PackageDocuments documents,
            Ground ground,
            Neighbours neighbours,
            Schedules schedules,
            Overrulings overrulings,
            Settings settings) {
        this.documents = documents;
        this.ground = ground;
        this.neighbours = neighbours;
        this.schedules = schedules;
        this.overrulings = overrulings;
        this.settings = settings;
    }

    /**
     * What packages rest on.
     *
     * @param today the day of whoever works here
     */
    public record Ground(
            TagCares tags,
            AssetCares assets,
            SourceRepository sources,
            AudienceReaders readers,
            Supplier<LocalDate> today) {

        private Subject of(AssetPackage pack, CancelSignal signal) {
            GovernedTags governed = tags.tags();
            TagCatalog catalog = governed.catalog();
            return new Subject(
                    pack,
                    governed,
                    catalog,
                    assets.assets(),
                    sources.get(pack.source()),
                    readers.reader(pack.source())
                            .atAGlance()
                            .count(new AudienceQuery(pack.audience(), catalog), signal),
                    today.get());
        }
    }

    /** Returns how much the checks weigh, and from where on they find something. */
    public CheckRules rules() {
        return CheckRules.read(settings);
    }

    /** Keeps other rules; durable when it returns. */
    public void rule(CheckRules rules) {
        rules.write(settings);
    }

    /**
     * Looks at a package.
     *
     * @param judged the number of the version that says it; empty: the draft
     * @return all checks that are not off: what blocks first, then what is open, overruled, settled
     * @throws CancelSignal.Cancelled if asked to stop
     */
    public List<CheckLine> of(AssetPackage pack, OptionalInt judged, CancelSignal signal) {
        CheckRules rules = rules();
        List<Found> found = found(pack, judged, rules, signal);
        List<Overruling> reasons = overrulings.of(pack.key());
        List<CheckLine> lines = new ArrayList<>();
        boolean whole = found.stream().noneMatch(one -> one.kind() == CheckKind.READY);
        for (CheckKind kind : CheckKind.values()) {
            CheckWeight weight = rules.weight(kind);
            List<Found> mine = found.stream().filter(one -> one.kind() == kind).toList();
            if (weight == CheckWeight.OFF) {
                continue;
            }
            mine.forEach(one -> lines.add(line(one, weight, reasons)));
            if (mine.isEmpty() && whole) {
                lines.add(
                        new CheckLine(
                                kind,
                                weight,
                                "",
                                kind.settled(),
                                0,
                                Standing.SETTLED,
                                Optional.empty()));
            }
        }
        lines.sort(Comparator.comparingInt(Checks::order));
        return List.copyOf(lines);
    }

    @Override
    public List<Problem> open(AssetPackage pack, CancelSignal signal) {
        return of(pack, OptionalInt.empty(), signal).stream()
                .filter(line -> line.standing() == Standing.OPEN)
                .map(CheckLine::what)
                .toList();
    }

    private static int order(CheckLine line) {
        return line.blocks()
                ? 0
                : switch (line.standing()) {
                    case OPEN -> 1;
                    case OVERRULED -> 2;
                    case SETTLED -> 3;
                };
    }

    private static CheckLine line(Found found, CheckWeight weight, List<Overruling> reasons) {
        Optional<Overruling> reason =
                reasons.stream()
                        .filter(one -> one.kind() == found.kind())
                        .filter(one -> one.about().equals(found.about()))
                        .filter(one -> found.extent() <= one.extent() * GROWN)
                        .findFirst();
        return new CheckLine(
                found.kind(),
                weight,
                found.about(),
                found.what(),
                found.extent(),
                reason.isPresent() ? Standing.OVERRULED : Standing.OPEN,
                reason);
    }

    private List<Found> found(
            AssetPackage pack, OptionalInt judged, CheckRules rules, CancelSignal signal) {
        List<Problem> problems = documents.problems(pack);
        if (!problems.isEmpty()) {
            return problems.stream().map(one -> Found.of(CheckKind.READY, one)).toList();
        }
        try {
            Subject subject = ground.of(pack, signal);
            List<Found> found = new ArrayList<>(PackageFindings.substance(subject));
            found.addAll(PackageFindings.coupons(subject, rules, schedules.of(pack.key()).until()));
            found.addAll(TextFindings.of(subject));
            found.addAll(PackageFindings.tags(subject));
            found.addAll(AssetFindings.of(subject));
            found.addAll(RuleFindings.contrary(subject));
            found.addAll(RuleFindings.holdout(subject, rules));
            found.addAll(PackageFindings.budget(subject, rules));
            found.addAll(neighbours.jump(subject, rules, judged));
            signal.check();
            if (rules.weight(CheckKind.OVERLAP) != CheckWeight.OFF) {
                found.addAll(neighbours.overlap(subject, rules, signal));
            }
            return found;
        } catch (ProblemException e) {
            return List.of(Found.of(CheckKind.READY, e.problem()));
        }
    }

    /**
     * Says why something may stand that a check found; durable when it returns.
     *
     * @param about what it was found in, as its line tells
     * @throws ProblemException if no reason is given, nothing was found there, or it has to be
     *     settled
     */
    public CheckLine overrule(
            AssetPackage pack, CheckKind kind, String about, String reason, CancelSignal signal) {
        if (reason.isBlank()) {
            throw Problem.of("problem.check.why", kind.word()).asException();
        }
        CheckLine line =
                of(pack, OptionalInt.empty(), signal).stream()
                        .filter(one -> one.kind() == kind && one.about().equals(about))
                        .filter(one -> one.standing() != Standing.SETTLED)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        Problem.of("problem.check.nothing", kind.word(), about)
                                                .asException());
        if (!line.canBeOverruled()) {
            throw Problem.of("problem.check.settle", kind.word()).asException();
        }
        Overruling kept = overrulings.put(pack.key(), kind, about, line.extent(), reason.strip());
        return new CheckLine(
                kind,
                line.weight(),
                about,
                line.what(),
                line.extent(),
                Standing.OVERRULED,
                Optional.of(kept));
    }

    /** Takes a reason back: what was found is open again; durable when it returns. */
    public void reopen(PackageKey key, CheckKind kind, String about) {
        overrulings.remove(key, kind, about);
    }

    /**
     * Refuses a package that a check holds back.
     *
     * @throws ProblemException if one does; it names each
     */
    @Override
    public void pass(AssetPackage pack, OptionalInt judged, CancelSignal signal) {
        List<CheckLine> blocking =
                of(pack, judged, signal).stream().filter(CheckLine::blocks).toList();
        if (blocking.isEmpty()) {
            return;
        }
        if (blocking.getFirst().kind() == CheckKind.READY) {
            throw blocking.getFirst().what().asException();
        }
        Problem rest =
                blocking.stream()
                        .map(CheckLine::what)
                        .reduce((a, b) -> Problem.of("problem.check.and", a, b))
                        .orElseThrow();
        boolean forbids = blocking.stream().anyMatch(line -> line.weight() == CheckWeight.FORBIDS);
        throw Problem.of(
                        forbids ? "problem.check.forbids" : "problem.check.asks",
                        pack.key().value(),
                        rest)
                .asException();
    }
}
