package io.marquetry.ui.review;

import io.marquetry.effect.OutcomeOrigin;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.advice.Advisory;
import io.marquetry.effect.figures.Dimension;
import io.marquetry.effect.figures.Grouping;
import io.marquetry.effect.intake.OutcomeIntake;
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

/** By what the outcomes of a set can be divided, and by what the screen divides them. */
final class ReviewGroupings {

    private final OutcomeSet set;
    private final Map<String, AttributeType> columns;
    private final TagCatalog tags;
    private final List<ProfileSource> people;

    /**
     * @param people the sources among whose people profiles of an imported set are found
     */
    ReviewGroupings(
            OutcomeSet set, ProfileSource table, TagCatalog tags, List<ProfileSource> people) {
        this.people = people;
        this.set = set;
        this.columns = OutcomeIntake.columns(table, set.mapping().layout());
        this.tags = tags;
    }

    /** Returns whether the outcomes tell when. */
    static boolean isTimed(OutcomeSet set) {
        return set.mapping().column(OutcomeRole.WHEN).isPresent()
                || set.mapping().layout().rows().isPresent();
    }

    /** Returns the attributes that are no outcomes themselves, then the audience tags. */
    List<Dimension> segments() {
        Set<String> used =
                set.mapping().columns().values().stream()
                        .map(use -> use.column())
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
            RuleCheck check = new RuleCheck(source.title(), source.model(), tags);
            audience()
                    .filter(t -> check.problems(t.rule().orElseThrow()).isEmpty())
                    .map(t -> new Dimension.Carries(t.key(), Optional.of(source.name())))
                    .forEach(offered::add);
        }
        return offered;
    }

    private Stream<Tag> audience() {
        return tags.tags().stream()
                .filter(t -> t.category() == Category.AUDIENCE && t.rule().isPresent());
    }

    /** Returns a segment to begin with: a text rather than a number. */
    Optional<Dimension> first() {
        List<Dimension> all = segments();
        return all.stream()
                .filter(
                        d ->
                                d instanceof Dimension.Attribute a
                                        && columns.get(a.name()) == AttributeType.TEXT)
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** Returns all that the screen asks for, at once. */
    List<Grouping> all(Optional<Dimension> segment, Dimension.TimeStep step) {
        List<Grouping> asked = new ArrayList<>();
        boolean timed = isTimed(set);
        boolean told = set.mapping().column(OutcomeRole.PACKAGE).isPresent();
        if (told || !set.packages().isEmpty()) {
            asked.add(Advisory.PACKAGES);
        }
        if ((told || !set.packages().isEmpty()) && timed) {
            asked.add(Advisory.PACKAGES_BY_WEEK);
        }
        if (!set.packages().isEmpty()) {
            asked.add(Grouping.by(new Dimension.PackageTag()));
        }
        segment.ifPresent(by -> asked.add(Grouping.by(by)));
        if (timed) {
            asked.add(Grouping.by(new Dimension.Time(step)));
            segment.ifPresent(by -> asked.add(Grouping.by(by, new Dimension.Time(step))));
        }
        return asked;
    }
}
