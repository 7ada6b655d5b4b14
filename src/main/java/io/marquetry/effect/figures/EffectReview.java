package io.marquetry.effect.figures;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeOrigin;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.OutcomeSets;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceRepository;
import io.marquetry.source.query.SourceQueries;
import io.marquetry.tag.TagRepository;

import java.util.ArrayList;
import java.util.List;

/** Tells what targeting achieved, from the outcomes that a workspace knows. Blocks. */
public final class EffectReview {

    private final OutcomeSets sets;
    private final SourceRepository sources;
    private final TagRepository tags;
    private final SourceQueries queries;
    private final PackageParts parts;

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

    /**
     * Answers a request.
     *
     * @throws io.marquetry.base.ProblemException if the outcomes are gone, or cannot be divided so
     * @throws CancelSignal.Cancelled if asked to stop
     */
    public EffectAnswer answer(OutcomeSet set, EffectRequest request, CancelSignal signal) {
        ProfileSource table = table(set);
        List<Grouping> groupings = new ArrayList<>();
        groupings.add(Grouping.by());
        groupings.addAll(request.groupings());
        List<List<SumRow>> sums =
                new SumsQuery(table, set.mapping(), queries, tags.catalog())
                        .fetch(groupings, request.scope(), signal);
        Groups groups = new Groups(set.mapping(), set.design(), request);
        Group all = groups.all(sums.getFirst());
        RowLabels labels = new RowLabels(set, parts);
        List<Division> divisions = new ArrayList<>();
        for (int i = 1; i < groupings.size(); i++) {
            Grouping grouping = groupings.get(i);
            divisions.add(groups.division(grouping, labels.of(grouping, sums.get(i))));
        }
        return new EffectAnswer(set, table.asOf(), request, all, divisions, findings(set, all));
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

    private static List<Finding> findings(OutcomeSet set, Group all) {
        List<Finding> findings = new ArrayList<>();
        long contradictory = all.treated().sums().counts().contradictory();
        if (contradictory > 0) {
            findings.add(new Finding.Contradictory(contradictory));
        }
        if (set.design() instanceof Design.Randomised randomised
                && all.arms().stream().noneMatch(ArmFigures::control)) {
            findings.add(new Finding.ControlAbsent(randomised.controlArm()));
        }
        return findings;
    }
}
