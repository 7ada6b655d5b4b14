package io.marquetry.erase;

import io.marquetry.audience.SourceName;
import io.marquetry.base.FxThread;
import io.marquetry.dispatch.desk.DispatchErasure;
import io.marquetry.effect.OutcomeOrigin;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.OutcomeSets;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.SourceRepository;
import io.marquetry.source.local.PersonRemoval;
import io.marquetry.tag.TagRepository;
import io.marquetry.tag.TagRule;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Takes one person out of the sources and outcomes of an open workspace; blocks. */
public final class PersonErasure {

    private final SourceRepository sources;
    private final OutcomeSets outcomes;
    private final TagRepository tags;
    private final DispatchErasure dispatches;
    private final PersonRemoval removal;
    private final Consumer<SourceName> letGo;

    /**
     * Makes the erasure of a workspace.
     *
     * @param letGo closes what is open of a source, and forgets what was counted of it
     */
    public PersonErasure(
            Path workspace,
            SourceRepository sources,
            OutcomeSets outcomes,
            TagRepository tags,
            DispatchErasure dispatches,
            Consumer<SourceName> letGo) {
        this.sources = sources;
        this.outcomes = outcomes;
        this.tags = tags;
        this.dispatches = dispatches;
        this.removal = new PersonRemoval(workspace);
        this.letGo = letGo;
    }

    /**
     * Erases a person from all sources, outcomes and dispatches that lie in the workspace.
     *
     * @param key as the source names the person
     * @throws io.marquetry.base.ProblemException if a file cannot be written; those before it are
     *     done then, and doing it again does the rest
     */
    public Erasure erase(String key, Instant now) {
        FxThread.refuse();
        List<Erasure.From> removed = new ArrayList<>();
        List<String> inPlace = new ArrayList<>();
        for (ProfileSource source : sources.list()) {
            switch (source.place()) {
                case SourcePlace.Remote place -> inPlace.add(place.server().toString());
                case SourcePlace.InPlace place -> inPlace.add(place.path());
                case SourcePlace.Sealed place -> {
                    letGo.accept(source.name());
                    removal.remove(source, place, source.model().keyColumn(), key, sources::replace)
                            .map(r -> from(Erasure.Kind.SOURCE, source.name().value(), r))
                            .ifPresent(removed::add);
                }
            }
        }
        for (OutcomeSet set : outcomes.list()) {
            erase(set, key).ifPresent(removed::add);
        }
        dispatches.erase(key).stream()
                .map(id -> new Erasure.From(Erasure.Kind.DISPATCH, id.text(), 1, 0))
                .forEach(removed::add);
        return new Erasure(UUID.randomUUID().toString(), now, removed, 0, inPlace, naming(key));
    }

    private Optional<Erasure.From> erase(OutcomeSet set, String key) {
        if (!(set.origin() instanceof OutcomeOrigin.Imported imported)
                || !(imported.table().place() instanceof SourcePlace.Sealed place)) {
            return Optional.empty();
        }
        letGo.accept(imported.table().name());
        return removal.remove(
                        imported.table(),
                        place,
                        column(set, imported.table()),
                        key,
                        changed ->
                                outcomes.replace(
                                        new OutcomeSet(
                                                set.name(),
                                                set.title(),
                                                new OutcomeOrigin.Imported(
                                                        changed, imported.fileSha256()),
                                                set.mapping(),
                                                set.design(),
                                                set.packages(),
                                                set.addedAt())))
                .map(r -> from(Erasure.Kind.OUTCOMES, set.name().value(), r));
    }

    /** Returns the column that names people: the key, or where rows are events another one. */
    private static String column(OutcomeSet set, ProfileSource table) {
        return set.mapping()
                .column(OutcomeRole.PROFILE)
                .flatMap(use -> table.model().attribute(use.column()))
                .map(attribute -> attribute.column())
                .orElse(table.model().keyColumn());
    }

    private List<String> naming(String key) {
        return tags.catalog().tags().stream()
                .filter(tag -> tag.rule().map(TagRule::toString).orElse("").contains(key))
                .map(tag -> tag.key().value())
                .toList();
    }

    private static Erasure.From from(
            Erasure.Kind kind, String name, PersonRemoval.Removed removed) {
        return new Erasure.From(kind, name, removed.rows(), removed.events());
    }
}
