package io.marquetry.effect.intake;

import io.marquetry.base.Problem;
import io.marquetry.base.Slug;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeOrigin;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.OutcomeSets;
import io.marquetry.effect.SavedMapping;
import io.marquetry.effect.SavedMappings;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.plan.ColumnReadings;
import io.marquetry.source.remote.RemotePlan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Hands over what outcomes on a server mean together with how the server became a source. What is
 * taken over is kept as a mapping by the name of the source, and proposed from there.
 */
public final class OutcomeHandover {

    private final OutcomeSets sets;
    private final SavedMappings mappings;

    OutcomeHandover(OutcomeSets sets, SavedMappings mappings) {
        this.sets = sets;
        this.mappings = mappings;
    }

    /**
     * Returns how a source was made, and what its outcomes mean: as they were linked last, or as
     * they were handed over. Blocks.
     *
     * @throws io.marquetry.base.ProblemException if the source does not lie on a server
     */
    public HandedMapping of(ProfileSource source) {
        if (!(source.place() instanceof SourcePlace.Remote place)) {
            throw Problem.of("problem.remote.mappingLocal", source.title()).asException();
        }
        List<OutcomeSet> listed = sets.list();
        Map<OutcomeName, SavedMapping> kept = mappings.all();
        List<SavedMapping> told = new ArrayList<>();
        for (Optional<String> rows : tables(source)) {
            linked(listed, source, rows)
                    .or(() -> proposed(kept, source, rows).map(kept::get))
                    .ifPresent(told::add);
        }
        return new HandedMapping(RemotePlan.of(source, place), told);
    }

    private static List<Optional<String>> tables(ProfileSource source) {
        return Stream.concat(
                        Stream.of(Optional.<String>empty()),
                        source.model().streams().stream().map(EventStream::name).map(Optional::of))
                .toList();
    }

    private static Optional<SavedMapping> linked(
            List<OutcomeSet> sets, ProfileSource source, Optional<String> rows) {
        return sets.stream()
                .filter(set -> set.origin().equals(new OutcomeOrigin.InPlace(source.name())))
                .filter(set -> set.mapping().layout().rows().equals(rows))
                .max(Comparator.comparing(OutcomeSet::addedAt))
                .map(set -> new SavedMapping(set.mapping(), set.design(), ColumnReadings.NONE));
    }

    /**
     * Keeps what was handed over of a source that was made by it; durable when it returns. Mappings
     * that are kept already stay. Blocks.
     */
    public void keep(HandedMapping handed, ProfileSource made) {
        Map<OutcomeName, SavedMapping> kept = mappings.all();
        for (SavedMapping mapping : handed.outcomes()) {
            String wanted = called(made, mapping.mapping().layout().rows());
            OutcomeName name =
                    new OutcomeName(
                            Slug.free(
                                    wanted,
                                    wanted,
                                    taken -> kept.containsKey(new OutcomeName(taken))));
            mappings.save(name, mapping);
        }
    }

    /**
     * Returns the kept mapping to propose for outcomes of a source, the youngest of those by the
     * name of the source.
     *
     * @param kept the mappings of the workspace
     * @param rows the events that are the rows; empty: the profiles are
     */
    public static Optional<OutcomeName> proposed(
            Map<OutcomeName, SavedMapping> kept, ProfileSource source, Optional<String> rows) {
        Pattern named = Pattern.compile(Pattern.quote(called(source, rows)) + "(-\\d{1,9})?");
        return kept.entrySet().stream()
                .filter(entry -> entry.getValue().mapping().layout().rows().equals(rows))
                .map(Map.Entry::getKey)
                .filter(name -> named.matcher(name.value()).matches())
                .max(
                        Comparator.<OutcomeName>comparingInt(name -> name.value().length())
                                .thenComparing(name -> name));
    }

    private static String called(ProfileSource source, Optional<String> rows) {
        String name = source.name().value();
        return Slug.free(
                rows.map(events -> name + "-" + events).orElse(name), "customers", taken -> false);
    }
}
