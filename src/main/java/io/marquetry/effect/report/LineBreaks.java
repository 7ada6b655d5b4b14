package io.marquetry.effect.report;

import io.marquetry.effect.chart.mark.Lettering;
import io.marquetry.effect.chart.mark.TextWidths;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Breaks text into lines where its language allows: between Chinese characters, but not before
 * their punctuation; between words elsewhere. Keys break behind an underscore, and what is still
 * too long, anywhere.
 */
final class LineBreaks {

    private final TextWidths widths;
    private final Locale locale;

    LineBreaks(TextWidths widths, Locale locale) {
        this.widths = widths;
        this.locale = locale;
    }

    /** Returns the lines, a new one at each {@code \n}; one empty line for the empty text. */
    List<String> lines(String text, double width, Lettering lettering) {
        return text.lines().count() > 1
                ? text.lines().flatMap(line -> broken(line, width, lettering).stream()).toList()
                : broken(text, width, lettering);
    }

    private List<String> broken(String text, double width, Lettering lettering) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String part : parts(text)) {
            String longer = line + part;
            if (fits(longer, width, lettering)) {
                line = longer;
                continue;
            }
            if (!line.isBlank()) {
                lines.add(line.stripTrailing());
            }
            line = part.stripLeading();
            while (!fits(line, width, lettering)) {
                int end = fitting(line, width, lettering);
                lines.add(line.substring(0, end));
                line = line.substring(end);
            }
        }
        if (!line.isBlank() || lines.isEmpty()) {
            lines.add(line.stripTrailing());
        }
        return lines;
    }

    private List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getLineInstance(locale);
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (isInNumber(text, end)) {
                continue;
            }
            int from = start;
            for (int i = start; i < end - 1; i++) {
                if (text.charAt(i) == '_') {
                    parts.add(text.substring(from, i + 1));
                    from = i + 1;
                }
            }
            parts.add(text.substring(from, end));
            start = end;
        }
        return parts;
    }

    /** Java breaks "[+0.5]" behind the full stop. */
    private static boolean isInNumber(String text, int at) {
        return at > 0
                && at < text.length()
                && ".,".indexOf(text.charAt(at - 1)) >= 0
                && Character.isDigit(text.charAt(at));
    }

    private boolean fits(String text, double width, Lettering lettering) {
        return widths.width(text.stripTrailing(), lettering) <= width;
    }

    private int fitting(String text, double width, Lettering lettering) {
        int end = text.offsetByCodePoints(0, 1);
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            if (!fits(text.substring(0, next), width, lettering)) {
                break;
            }
            end = next;
        }
        return end;
    }
}
