package io.marquetry.ui.compose.asset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with its places filled.
 *
 * @param text with a value in each place that has one
 * @param open the names of the places that have none, in their order, each once
 */
record Filled(String text, List<String> open) {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)}");

    Filled {
        open = List.copyOf(open);
    }

    /**
     * Fills a text.
     *
     * @param values by the names of the places
     */
    static Filled of(String template, Map<String, String> values) {
        List<String> open = new ArrayList<>();
        Matcher places = PLACE.matcher(template);
        StringBuilder text = new StringBuilder();
        while (places.find()) {
            String name = places.group(1);
            String value = values.get(name);
            if (value == null && !open.contains(name)) {
                open.add(name);
            }
            places.appendReplacement(
                    text, Matcher.quoteReplacement(value == null ? places.group() : value));
        }
        places.appendTail(text);
        return new Filled(text.toString(), open);
    }
}
