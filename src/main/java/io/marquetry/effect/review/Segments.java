package io.marquetry.effect.review;

import io.marquetry.effect.ColumnUse;
import io.marquetry.effect.OutcomeOrigin;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.intake.OutcomeIntake;
import io.marquetry.effect.sums.Dimension;
import io.marquetry.source.AttributeType;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.check.RuleCheck;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** By what the people of a set can be divided. */
final class Segments {

    private final OutcomeSet set;
    private final Map<String, AttributeType> columns;
    private final TagCatalog tags;
    private final List<ProfileSource> people;

    /**
     * @param people the sources among whose people profiles of an imported set are found
     */
    Segments(OutcomeSet set, ProfileSource table, TagCatalog tags, List<ProfileSource> people) {
        this.set = set;
        this.columns = OutcomeIntake.columns(table, set.mapping().layout());
        this.tags = tags;
        this.people = people;
    }

    /** Returns the attributes that are no outcomes themselves, then the audience tags. */
    List<Dimension> offered() {
        Set<String> used =
                set.mapping().columns().values().stream()
                        .map(ColumnUse::column)
                        .collect(Collectors.toSet());
        List<Dimension> offered = new ArrayList<>();
        columns.forEach(
                (name, type) -> {
                    if (!used.contains(name)
                            && type != AttributeType.DATE
                            && type != AttributeType.DATETIME) {
                        offered.add(new Dimension.Attribute(name));
                    }
                });
        if (set.origin() instanceof OutcomeOrigin.InPlace) {
            audience().map(t -> new Dimension.Carries(t.key())).forEach(offered::add);
        }
        // The profiles of an imported file are its rows: people elsewhere carry the tags.
        for (ProfileSource source : people) {
            RuleCheck check = new RuleCheck(source, tags);
            audience()
                    .filter(t -> check.problems(t.rule().orElseThrow()).isEmpty())
                    .map(t -> new Dimension.Carries(t.key(), Optional.of(source.name())))
                    .forEach(offered::add);
        }
        return offered;
    }

    /** Returns a segment to begin with: a text rather than a number. */
    Optional<Dimension> first() {
        List<Dimension> offered = offered();
        return offered.stream()
                .filter(
                        d ->
                                d instanceof Dimension.Attribute a
                                        && columns.get(a.name()) == AttributeType.TEXT)
                .findFirst()
                .or(() -> offered.stream().findFirst());
    }

    private Stream<Tag> audience() {
        return tags.tags().stream()
                .filter(t -> t.category() == Category.AUDIENCE && t.rule().isPresent());
    }
}
