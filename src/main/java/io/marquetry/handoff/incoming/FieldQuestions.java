package io.marquetry.handoff.incoming;

import io.marquetry.handoff.RuleFields;
import io.marquetry.source.AttributeType;
import io.marquetry.source.ProfileSource;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds the fields that a sender's rules ask for and that a source calls otherwise or has not. */
final class FieldQuestions {

    private final Arrival.Asking asking;
    private final ProfileSource ours;
    private final FieldNames kept;
    private final FieldNames given;
    private final FieldNames names;
    private final Map<String, Asked> asked = new TreeMap<>();

    /** What rules ask of a field. */
    private record Asked(Set<AttributeType> types, Set<TagRule.OnField> tests) {}

    /**
     * Looks through the rules of one sender.
     *
     * @param kept names that were told for an earlier bundle
     * @param given names that are told now
     */
    FieldQuestions(Arrival.Asking asking, ProfileSource ours, FieldNames kept, FieldNames given) {
        this.asking = asking;
        this.ours = ours;
        this.kept = kept;
        this.given = given;
        this.names = kept.and(given);
        asking.rules().forEach(rule -> RuleFields.in(rule).forEach(this::note));
    }

    /** Returns them in the order of their keys. */
    List<FieldQuestion> all() {
        return asked.entrySet().stream()
                .flatMap(one -> question(one.getKey(), one.getValue()).stream())
                .toList();
    }

    private Optional<FieldQuestion> question(String key, Asked what) {
        int slash = key.indexOf('/');
        Optional<String> ourStream = Optional.empty();
        if (slash >= 0 && slash < key.length() - 1) {
            String stream = key.substring(0, slash);
            ourStream = Optional.of(names.of(stream + "/", stream));
            if (ours.model().stream(ourStream.get()).isEmpty()) {
                // Nothing can be told of its fields before the stream itself is.
                return Optional.empty();
            }
        }
        FieldQuestion open =
                new FieldQuestion(
                        asking.theirs(),
                        asking.title(),
                        key,
                        what.types(),
                        List.copyOf(what.tests()),
                        ours,
                        ourStream,
                        Optional.empty(),
                        kept.isTold(key) && !given.isTold(key));
        String called = names.of(key, open.name());
        boolean answered = open.fitting().contains(called);
        if (answered && called.equals(open.name())) {
            return Optional.empty();
        }
        return Optional.of(answered ? open.answered(called) : open);
    }

    private void note(RuleFields.Use use) {
        Asked what =
                asked.computeIfAbsent(
                        use.path(),
                        path ->
                                new Asked(
                                        EnumSet.noneOf(AttributeType.class),
                                        new LinkedHashSet<>()));
        use.test().ifPresent(what.tests()::add);
        use.test().ifPresent(test -> what.types().addAll(types(test)));
        use.reduced().ifPresent(value -> what.types().addAll(types(value)));
    }

    private static Set<AttributeType> types(TagRule.OnField rule) {
        return switch (rule) {
            case TagRule.Compare c -> types(c.value());
            case TagRule.Between b -> types(b.low());
            case TagRule.InLast l -> Set.of(AttributeType.DATE, AttributeType.DATETIME);
            case TagRule.InList l -> types(l.values().getFirst());
            case TagRule.Match m -> Set.of(AttributeType.TEXT);
            case TagRule.Missing m -> Set.of();
        };
    }

    private static Set<AttributeType> types(Value value) {
        return switch (value) {
            case Value.Number n -> Set.of(AttributeType.INTEGER, AttributeType.DECIMAL);
            case Value.Text t -> Set.of(AttributeType.TEXT);
            case Value.Truth t -> Set.of(AttributeType.BOOLEAN);
            case Value.Day d -> Set.of(AttributeType.DATE, AttributeType.DATETIME);
            case Value.Moment m -> Set.of(AttributeType.DATETIME);
            case Value.Ago a -> Set.of(AttributeType.DATE, AttributeType.DATETIME);
        };
    }
}
