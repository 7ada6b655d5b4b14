package io.marquetry.ui.review.ask;

import io.marquetry.audience.SourceName;
import io.marquetry.effect.OutcomeOrigin;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.sums.Dimension;
import io.marquetry.effect.sums.GroupValue;
import io.marquetry.pack.NodePath;
import io.marquetry.pack.PackageEdit;
import io.marquetry.source.Attribute;
import io.marquetry.source.ProfileSource;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who the people of a group are, so that a package can be made for them: people of a source who
 * have an attribute's value or carry a tag. A group by channel or day is one of messages: it names
 * no people.
 *
 * @param source where they are
 * @param edits make their audience
 */
public record GroupPeople(SourceName source, List<PackageEdit> edits) {

    /** Copies the edits. */
    public GroupPeople {
        edits = List.copyOf(edits);
    }

    /**
     * Finds out; empty where the group does not tell.
     *
     * @param sources finds a source
     */
    public static Optional<GroupPeople> of(
            OutcomeSet set,
            OpenedGroup opened,
            Function<SourceName, Optional<ProfileSource>> sources) {
        Optional<SourceName> among =
                set.origin() instanceof OutcomeOrigin.InPlace place
                        ? Optional.of(place.source())
                        : opened.dimensions().stream()
                                .filter(Dimension.Carries.class::isInstance)
                                .flatMap(by -> ((Dimension.Carries) by).people().stream())
                                .findFirst();
        if (opened.dimensions().isEmpty() || among.isEmpty()) {
            return Optional.empty();
        }
        Optional<ProfileSource> source = sources.apply(among.get());
        List<PackageEdit> edits = new ArrayList<>();
        for (int i = 0; i < opened.dimensions().size(); i++) {
            Dimension by = opened.dimensions().get(i);
            GroupValue value = opened.group().values().get(i);
            int before = edits.size();
            switch (by) {
                case Dimension.Carries(var tag, var _)
                        when value instanceof GroupValue.Carried(boolean yes) ->
                        edits.add(
                                yes
                                        ? new PackageEdit.AddToAudience(
                                                tag, NodePath.ROOT, edits.size())
                                        : new PackageEdit.ExcludeFromAudience(tag));
                case Dimension.Attribute(String name)
                        when set.origin() instanceof OutcomeOrigin.InPlace ->
                        source.flatMap(found -> found.model().attribute(name))
                                .map(attribute -> rules(attribute, value))
                                .orElse(List.of())
                                .forEach(
                                        rule ->
                                                edits.add(
                                                        new PackageEdit.AddCondition(
                                                                rule,
                                                                NodePath.ROOT,
                                                                edits.size())));
                case Dimension.Carries _,
                        Dimension.Attribute _,
                        Dimension.Told _,
                        Dimension.Time _,
                        Dimension.PackageTag _,
                        Dimension.PackageAsset _ -> {}
            }
            if (edits.size() == before) {
                return Optional.empty();
            }
        }
        return Optional.of(new GroupPeople(among.get(), edits));
    }

    private static List<TagRule.OnField> rules(Attribute attribute, GroupValue value) {
        String name = attribute.name();
        return switch (value) {
            case GroupValue.Missing _ -> List.of(new TagRule.Missing(name));
            case GroupValue.Is(String text) ->
                    value(attribute, text)
                            .<List<TagRule.OnField>>map(
                                    is -> List.of(new TagRule.Compare(name, Comparison.EQUAL, is)))
                            .orElse(List.of());
            case GroupValue.Between(String from, String below) -> {
                Optional<Value> low = value(attribute, from);
                Optional<Value> high = value(attribute, below);
                yield low.isEmpty() || high.isEmpty()
                        ? List.of()
                        : List.of(
                                new TagRule.Compare(name, Comparison.AT_LEAST, low.get()),
                                new TagRule.Compare(name, Comparison.LESS, high.get()));
            }
            case GroupValue.Named _, GroupValue.Carried _, GroupValue.Begins _ -> List.of();
        };
    }

    private static Optional<Value> value(Attribute attribute, String text) {
        return switch (attribute.type()) {
            case TEXT -> Optional.of(new Value.Text(text));
            case BOOLEAN ->
                    text.equals("true") || text.equals("false")
                            ? Optional.of(new Value.Truth(Boolean.parseBoolean(text)))
                            : Optional.empty();
            case INTEGER, DECIMAL -> number(text);
            case DATE, DATETIME -> Optional.empty();
        };
    }

    private static Optional<Value> number(String text) {
        try {
            return Optional.of(new Value.Number(new BigDecimal(text)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
