package io.marquetry.asset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final Pattern BRACES = Pattern.compile("\\{[^{}]*}?|}");

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

    /** Returns the text cut at its places, in its order: what is said to all, and each place. */
    public List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        Matcher places = PLACE.matcher(body);
        int done = 0;
        while (places.find()) {
            if (places.start() > done) {
                pieces.add(new Piece.Said(body.substring(done, places.start())));
            }
            pieces.add(new Piece.Place(places.group(1), Optional.ofNullable(places.group(2))));
            done = places.end();
        }
        if (done < body.length()) {
            pieces.add(new Piece.Said(body.substring(done)));
        }
        return List.copyOf(pieces);
    }

    /**
     * Returns what stands in braces and is no place, so that it would be sent as it stands, for
     * example {@code {first name}}; in its order.
     */
    public List<String> strays() {
        return BRACES.matcher(body)
                .results()
                .map(MatchResult::group)
                .filter(found -> !PLACE.matcher(found).matches())
                .toList();
    }

    private static String of(MatchResult place, Map<String, String> values) {
        String value = values.getOrDefault(place.group(1), "");
        String otherwise = place.group(2);
        return value.isEmpty() && otherwise != null ? otherwise : value;
    }

    /** A part of a text. */
    public sealed interface Piece {

        /** What everybody reads. */
        record Said(String text) implements Piece {}

        /**
         * A place to fill.
         *
         * @param otherwise what fills it where the field is empty
         */
        record Place(String field, Optional<String> otherwise) implements Piece {}
    }
}
