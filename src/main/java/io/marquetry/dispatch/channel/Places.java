package io.marquetry.dispatch.channel;

import io.marquetry.json.Json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the places of an adapter: {@code {name}} becomes a value, and nothing else is worked out.
 */
final class Places {

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9_]*)}");

    private final Map<String, String> values = new LinkedHashMap<>();

    /** Gives a place its value. */
    Places put(String name, String value) {
        values.put(name, value);
        return this;
    }

    /** Gives places their values. */
    Places putAll(Map<String, String> more) {
        values.putAll(more);
        return this;
    }

    /** Fills a text; a place without a value stays as it is written. */
    String fill(String text) {
        return fill(text, UnaryOperator.identity());
    }

    /** Fills a text, each value written so that it fits there. */
    String fill(String text, UnaryOperator<String> written) {
        return PLACE.matcher(text)
                .replaceAll(
                        place -> {
                            String value = values.get(place.group(1));
                            return Matcher.quoteReplacement(
                                    value == null ? place.group() : written.apply(value));
                        });
    }

    /** Fills all texts of a JSON value; the names of members stay. */
    Json fill(Json json) {
        return switch (json) {
            case Json.Text text -> Json.text(fill(text.text()));
            case Json.Items items ->
                    new Json.Items(items.values().stream().map(this::fill).toList());
            case Json.Members members -> {
                SequencedMap<String, Json> filled = new TreeMap<>();
                members.byName().forEach((name, value) -> filled.put(name, fill(value)));
                yield new Json.Members(filled);
            }
            case Json.Whole whole -> whole;
            case Json.Truth truth -> truth;
            case Json.Real real -> real;
            case Json.Nothing nothing -> nothing;
        };
    }

    /** Returns whether a text has a place of a name. */
    static boolean has(String text, String name) {
        return text.contains('{' + name + '}');
    }
}
