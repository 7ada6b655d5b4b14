package io.marquetry.asset;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A text with its places filled, to be looked at before it goes out.
 *
 * @param text with a value, or what is said otherwise, in each place that has one; the others stand
 *     as they were written
 * @param open the fields that have neither, in their order, each once
 */
public record Filled(String text, List<String> open) {

    /** Copies the list. */
    public Filled {
        open = List.copyOf(open);
    }

    /**
     * Fills a text.
     *
     * @param values by the names of the fields; an empty one is none
     */
    public static Filled of(Template template, Map<String, String> values) {
        List<String> open =
                template.pieces().stream()
                        .filter(Template.Piece.Place.class::isInstance)
                        .map(Template.Piece.Place.class::cast)
                        .filter(place -> place.otherwise().isEmpty())
                        .map(Template.Piece.Place::field)
                        .filter(field -> values.getOrDefault(field, "").isEmpty())
                        .distinct()
                        .toList();
        return new Filled(
                template.pieces().stream()
                        .map(piece -> shown(piece, values))
                        .collect(Collectors.joining()),
                open);
    }

    private static String shown(Template.Piece piece, Map<String, String> values) {
        return switch (piece) {
            case Template.Piece.Said said -> said.text();
            case Template.Piece.Place place -> {
                String value = values.getOrDefault(place.field(), "");
                yield value.isEmpty() ? place.otherwise().orElse("{" + place.field() + "}") : value;
            }
        };
    }
}
