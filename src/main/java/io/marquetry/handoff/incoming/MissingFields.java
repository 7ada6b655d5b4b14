package io.marquetry.handoff.incoming;

import io.marquetry.audience.Expressions;
import io.marquetry.base.Problem;
import io.marquetry.handoff.PackageDocument;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fields that rules ask for and a source has not, each with what the source could mean by it: names
 * that are alike first, then any of a type that the rules' values fit.
 */
final class MissingFields {

    private static final int MOST = 3;

    private final String source;
    private final ProfileModel model;

    /** What the values say that a field is compared with; by the key that maps it. */
    private final Map<String, Set<AttributeType>> asked = new TreeMap<>();

    MissingFields(String source, ProfileModel model) {
        this.source = source;
        this.model = model;
    }

    /** Returns a sentence for each that a document's rules lack. */
    List<Problem> of(PackageDocument document) {
        document.tags().forEach(tag -> tag.rule().ifPresent(this::ask));
        Expressions.conditionsIn(document.expression()).forEach(this::ask);
        return asked.entrySet().stream()
                .flatMap(one -> missing(one.getKey(), one.getValue()).stream())
                .toList();
    }

    private void ask(TagRule rule) {
        ask(rule, "");
    }

    private void ask(TagRule rule, String stream) {
        switch (rule) {
            case TagRule.OnField test -> note(stream + test.field(), types(test));
            case TagRule.All all -> all.rules().forEach(r -> ask(r, stream));
            case TagRule.Any any -> any.rules().forEach(r -> ask(r, stream));
            case TagRule.Not not -> ask(not.rule(), stream);
            case TagRule.HasTag has -> {}
            case TagRule.Events events -> {
                String inside = events.stream() + "/";
                note(inside, Set.of());
                events.measure().ifPresent(field -> note(inside + field, types(events.value())));
                events.where().ifPresent(where -> ask(where, inside));
            }
        }
    }

    private void note(String key, Set<AttributeType> types) {
        asked.computeIfAbsent(key, k -> EnumSet.noneOf(AttributeType.class)).addAll(types);
    }

    private List<Problem> missing(String key, Set<AttributeType> types) {
        int slash = key.indexOf('/');
        if (slash == key.length() - 1) {
            String stream = key.substring(0, slash);
            return model.stream(stream).isPresent()
                    ? List.of()
                    : List.of(
                            told(
                                    key,
                                    stream,
                                    alike(
                                            stream,
                                            model.streams().stream().map(EventStream::name))));
        }
        String name = key.substring(slash + 1);
        List<Attribute> fields =
                slash < 0
                        ? model.attributes()
                        : model.stream(key.substring(0, slash))
                                .map(EventStream::fields)
                                .orElse(List.of());
        if (fields.stream().anyMatch(field -> field.name().equals(name))
                || slash >= 0 && fields.isEmpty()) {
            return List.of();
        }
        return List.of(
                told(
                        key,
                        name,
                        alike(
                                name,
                                fields.stream()
                                        .filter(f -> types.isEmpty() || types.contains(f.type()))
                                        .map(Attribute::name))));
    }

    private Problem told(String key, String name, List<String> proposals) {
        return proposals.isEmpty()
                ? Problem.of("problem.incoming.fieldMissing", name, source, key)
                : Problem.of(
                        "problem.incoming.fieldProposed",
                        name,
                        source,
                        String.join(", ", proposals),
                        key,
                        proposals.getFirst());
    }

    private static List<String> alike(String name, Stream<String> ours) {
        return ours.sorted(
                        Comparator.comparingInt((String one) -> distance(plain(one), plain(name)))
                                .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /**
     * The number of letters to add, drop or change (Levenshtein); none where one holds the other.
     */
    private static int distance(String one, String other) {
        if (one.contains(other) || other.contains(one)) {
            return one.equals(other) ? 0 : 1;
        }
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return 1 + row[other.length()];
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
            case Value.Moment m -> Set.of(AttributeType.DATE, AttributeType.DATETIME);
            case Value.Ago a -> Set.of(AttributeType.DATE, AttributeType.DATETIME);
        };
    }
}
