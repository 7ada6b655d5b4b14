package io.marquetry.effect.figures;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeOrigin;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.OutcomeSets;
import io.marquetry.effect.query.KnownOddities;
import io.marquetry.effect.query.ShuffleQuery;
import io.marquetry.effect.query.SumsQuery;
import io.marquetry.effect.sums.Grouping;
import io.marquetry.effect.sums.Scope;
import io.marquetry.effect.sums.SumRow;
import io.marquetry.pack.PackageKey;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceRepository;
import io.marquetry.source.ask.SourceQueries;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRepository;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Tells what targeting achieved, from the outcomes that a workspace knows. Blocks. */
public final class EffectReview {

    private final OutcomeSets sets;
    private final SourceRepository sources;
    private final TagRepository tags;
    private final SourceQueries queries;
    private final PackageParts parts;
    private final KnownOddities oddities = new KnownOddities();

    /**
     * Makes the review of a workspace.
     *
     * @param parts tells what packages are made of
     */
    public EffectReview(
            OutcomeSets sets,
            SourceRepository sources,
            TagRepository tags,
            SourceQueries queries,
            PackageParts parts) {
        this.sets = sets;
        this.sources = sources;
        this.tags = tags;
        this.queries = queries;
        this.parts = parts;
    }

    /**
     * Returns the set with a name.
     *
     * @throws io.marquetry.base.ProblemException if there is none
     */
    public OutcomeSet set(OutcomeName name) {
        return sets.find(name)
                .orElseThrow(
                        () -> Problem.of("problem.outcomes.unknown", name.value()).asException());
    }

    /** Returns whether a set tells when. */
    public static boolean isTimed(OutcomeSet set) {
        return isTimed(set.mapping());
    }

    static boolean isTimed(OutcomeMapping mapping) {
        return mapping.column(OutcomeRole.WHEN).isPresent() || mapping.layout().rows().isPresent();
    }

    /** Returns the sets that hold outcomes of a package. */
    public List<OutcomeSet> of(PackageKey pack, CancelSignal signal) {
        List<OutcomeSet> found = new ArrayList<>();
        for (OutcomeSet set : sets.list()) {
            boolean linked =
                    set.packages().values().stream().anyMatch(ref -> ref.key().equals(pack));
            if (linked || (isToldInColumn(set) && isNamed(set, pack, signal))) {
                found.add(set);
            }
        }
        return found;
    }

    /** Returns a scope narrowed to one package of a set. */
    public Scope scope(OutcomeSet set, PackageKey pack, Scope scope) {
        Set<String> texts = new TreeSet<>();
        set.packages()
                .forEach(
                        (text, ref) -> {
                            if (ref.key().equals(pack)) {
                                texts.add(text);
                            }
                        });
        if (isToldInColumn(set)) {
            texts.add(pack.value());
        }
        return new Scope(texts, scope.version(), scope.from(), scope.to());
    }

    private static boolean isToldInColumn(OutcomeSet set) {
        return set.mapping().column(OutcomeRole.PACKAGE).isPresent();
    }

    private boolean isNamed(OutcomeSet set, PackageKey pack, CancelSignal signal) {
        EffectRequest only = EffectRequest.plain().within(scope(set, pack, Scope.ALL));
        return answer(set, only, signal).all().arms().stream()
                .anyMatch(arm -> arm.figures().targeted() > 0);
    }

    /**
     * Answers a request.
     *
     * @throws io.marquetry.base.ProblemException if the outcomes are gone, or cannot be divided so
     * @throws CancelSignal.Cancelled if asked to stop
     */
    public EffectAnswer answer(OutcomeSet set, EffectRequest request, CancelSignal signal) {
        return answer(set, request, tags.catalog(), signal);
    }

    /**
     * Answers a request with tags that were read before.
     *
     * @throws io.marquetry.base.ProblemException if the outcomes are gone, or cannot be divided so
     * @throws CancelSignal.Cancelled if asked to stop
     */
    public EffectAnswer answer(
            OutcomeSet set, EffectRequest request, TagCatalog catalog, CancelSignal signal) {
        return answer(set, request, catalog, sums(set, table(set), catalog), true, signal);
    }

    /**
     * Answers a request as if chance alone had put everybody into an arm: whatever is found then is
     * a false alarm.
     *
     * @param sizes how many people each arm has
     * @param seed people are in the same arms for the same seed
     * @throws io.marquetry.base.ProblemException if the outcomes are gone, or are totals, of which
     *     nobody can be put into another arm
     * @throws CancelSignal.Cancelled if asked to stop
     */
    public EffectAnswer shuffled(
            OutcomeSet set,
            EffectRequest request,
            TagCatalog catalog,
            Map<String, Long> sizes,
            int seed,
            CancelSignal signal) {
        if (set.mapping().layout() instanceof OutcomeLayout.Totals) {
            throw Problem.of("problem.effect.totalsNotShuffled", set.title()).asException();
        }
        SumsQuery sums = sums(set, table(set), catalog).shuffled(new ShuffleQuery(sizes, seed));
        return answer(set, request, catalog, sums, false, signal);
    }

    private SumsQuery sums(OutcomeSet set, ProfileSource table, TagCatalog catalog) {
        return new SumsQuery(table, set, queries, catalog, name -> people(set, name), oddities);
    }

    private EffectAnswer answer(
            OutcomeSet set,
            EffectRequest request,
            TagCatalog catalog,
            SumsQuery query,
            boolean named,
            CancelSignal signal) {
        ProfileSource table = table(set);
        List<Grouping> groupings = new ArrayList<>();
        groupings.add(Grouping.by());
        groupings.addAll(request.groupings());
        SumsQuery.Sums found = query.fetch(groupings, request.scope(), signal);
        List<List<SumRow>> sums = found.rows();
        Groups groups = new Groups(set.mapping(), set.design(), request, sums.getFirst());
        Group all = groups.all(sums.getFirst());
        RowLabels labels = new RowLabels(set, pack -> parts.of(pack, catalog));
        List<Division> divisions = new ArrayList<>();
        for (int i = 1; i < groupings.size(); i++) {
            Grouping grouping = groupings.get(i);
            divisions.add(groups.division(grouping, labels.of(grouping, sums.get(i))));
        }
        List<Finding> findings = new ArrayList<>(new Findings(set).of(found, all, divisions));
        if (named) {
            findings.addAll(
                    new Extremes(
                                    set.mapping(),
                                    request.level(),
                                    (role, arm, most) ->
                                            query.largest(
                                                    role,
                                                    arm,
                                                    most,
                                                    found,
                                                    request.scope(),
                                                    signal))
                            .of(all));
        }
        return new EffectAnswer(
                set, table.asOf(), request, all, divisions, findings, groups.split());
    }

    /**
     * Returns the table that the outcomes lie in.
     *
     * @throws io.marquetry.base.ProblemException if it is gone
     */
    public ProfileSource table(OutcomeSet set) {
        return switch (set.origin()) {
            case OutcomeOrigin.Imported imported -> imported.table();
            case OutcomeOrigin.InPlace place -> source(place.source());
        };
    }

    private ProfileSource source(SourceName name) {
        return sources.find(name)
                .orElseThrow(
                        () -> Problem.of("problem.source.unknown", name.value()).asException());
    }

    /**
     * Returns whether profiles of a set are found among the people of a source: by the key that its
     * rows tell, or, of one file without keys, by the number of the row.
     */
    public boolean isAmong(OutcomeSet set, ProfileSource people) {
        OutcomeMapping mapping = set.mapping();
        boolean keyed =
                mapping.column(OutcomeRole.PROFILE).isPresent()
                        || set.origin() instanceof OutcomeOrigin.InPlace;
        return mapping.layout().rows().isEmpty()
                && !(mapping.layout() instanceof OutcomeLayout.Totals)
                && (keyed || table(set).fingerprint().equals(people.fingerprint()));
    }

    private ProfileSource people(OutcomeSet set, SourceName name) {
        ProfileSource people = source(name);
        if (!isAmong(set, people)) {
            throw Problem.of("problem.effect.nobodysRows").asException();
        }
        return people;
    }
}
