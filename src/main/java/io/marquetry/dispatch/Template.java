package io.marquetry.dispatch;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places to fill: {@code {field}}, or {@code {field|otherwise}} where the field may be
 * empty. Nothing else is worked out, so nothing that somebody wrote can do anything.
 *
 * @param body as it was written
 */
public record Template(String body) {

    private static final Pattern PLACE =
            Pattern.compile("\\{([\\p{L}_][\\p{L}\\p{N}_]*)(?:\\|([^{}|]*))?}");

    /** Returns the fields it names. */
    public SortedSet<String> fields() {
        TreeSet<String> found = new TreeSet<>();
        PLACE.matcher(body).results().forEach(place -> found.add(place.group(1)));
        return found;
    }

    /** Returns the text with its places filled; a field without a value fills with nothing. */
    public String fill(Map<String, String> values) {
        return PLACE.matcher(body).replaceAll(place -> Matcher.quoteReplacement(of(place, values)));
    }

    /** Returns the text with some fields filled for everybody; the others keep their places. */
    public Template with(Map<String, String> values) {
        return new Template(
                PLACE.matcher(body)
                        .replaceAll(
                                place ->
                                        Matcher.quoteReplacement(
                                                values.containsKey(place.group(1))
                                                        ? of(place, values)
                                                        : place.group())));
    }

    private static String of(MatchResult place, Map<String, String> values) {
        String value = values.getOrDefault(place.group(1), "");
        String otherwise = place.group(2);
        return value.isEmpty() && otherwise != null ? otherwise : value;
    }
}
