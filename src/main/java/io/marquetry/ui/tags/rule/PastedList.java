package io.marquetry.ui.tags.rule;

import io.marquetry.base.VisibleText;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Pattern;

/** Cuts what people paste into the values of a list. */
final class PastedList {

    private PastedList() {}

    /**
     * Returns the values, each once: one a line or cell where there are several, else those between
     * commas and semicolons of any script.
     */
    static List<String> values(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        String trimmed = VisibleText.of(text);
        boolean lines = trimmed.chars().anyMatch(c -> c == '\n' || c == '\r' || c == '\t');
        String marks = lines ? "[\\n\\r\\t]+" : "[,;，、；]";
        return Pattern.compile(marks)
                .splitAsStream(trimmed)
                .map(VisibleText::of)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }
}
