package io.marquetry.base;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Text as people see it: what looks alike is alike. Blanks of every kind and characters without
 * width do not count at its ends, and a letter with an accent is one character, as Unicode's form C
 * says ({@code UAX #15}).
 */
public final class VisibleText {

    /** Below it every text is in form C. */
    private static final char FIRST_COMBINING = '\u0300';

    private VisibleText() {}

    /** Returns the text as it is kept and compared. */
    public static String of(String text) {
        int end = text.length();
        int start = 0;
        while (start < end && isInvisible(text.charAt(start))) {
            start++;
        }
        while (end > start && isInvisible(text.charAt(end - 1))) {
            end--;
        }
        String trimmed = start == 0 && end == text.length() ? text : text.substring(start, end);
        return isComposed(trimmed) ? trimmed : Normalizer.normalize(trimmed, Normalizer.Form.NFC);
    }

    /**
     * Returns a text that is looked for inside others, as it was written and in form C: a blank at
     * its end is meant there.
     */
    public static List<String> parts(String text) {
        return isComposed(text)
                ? List.of(text)
                : List.of(text, Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    /**
     * Returns how a key may be kept that somebody typed, the likeliest first: as it was typed, as
     * it is seen, with narrow letters and digits; a mail address also in lower case.
     */
    public static List<String> keys(String typed) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(typed);
        keys.add(of(typed));
        keys.add(narrow(of(typed)));
        if (typed.indexOf('@') >= 0 || typed.indexOf('\uFF20') >= 0) {
            List.copyOf(keys).forEach(key -> keys.add(key.toLowerCase(Locale.ROOT)));
        }
        return List.copyOf(keys);
    }

    /**
     * Returns a text for searches: letter case, width, ligatures, the form of accents and the kind
     * of blanks do not matter to them ({@code UAX #15}, form KC).
     */
    public static String folded(String text) {
        return inOneLine(Normalizer.normalize(text, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
    }

    /** Returns whether nothing can be seen of it. */
    public static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isInvisible(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a character takes no ink: white space of all kinds, or no width at all. */
    public static boolean isInvisible(char c) {
        if (c <= ' ') {
            return c != '\0' && (c >= '\t' && c <= '\r' || c >= '\u001C');
        }
        if (c < '\u0085') {
            return false;
        }
        return switch (c) {
            case '\u0085',
                    '\u00A0',
                    '\u00AD',
                    '\u1680',
                    '\u180E',
                    '\u202F',
                    '\u205F',
                    '\u2060',
                    '\u3000',
                    '\uFEFF' ->
                    true;
            default -> c >= '\u2000' && c <= '\u200F' || c == '\u2028' || c == '\u2029';
        };
    }

    /** Returns all characters that take no ink, for engines that trim by a list. */
    public static String invisible() {
        StringBuilder all = new StringBuilder();
        for (char c = 1; c < Character.MAX_VALUE; c++) {
            if (isInvisible(c)) {
                all.append(c);
            }
        }
        return all.toString();
    }

    /**
     * Returns the text in one line: line breaks and other blanks between its words are one blank.
     */
    public static String inOneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isInvisible(c)) {
                gap |=
                        c < '\u200B'
                                || c == '\u202F'
                                || c == '\u205F'
                                || c == '\u3000'
                                || c == '\u2028';
            } else {
                if (gap && !line.isEmpty()) {
                    line.append(' ');
                }
                gap = false;
                line.append(c);
            }
        }
        return of(line.toString());
    }

    /** Returns the text with full-width digits, letters and marks as the narrow ones. */
    public static String narrow(String text) {
        int i = 0;
        while (i < text.length() && !isWide(text.charAt(i))) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder narrow = new StringBuilder(text);
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\u3000') {
                narrow.setCharAt(i, ' ');
            } else if (isWide(c)) {
                narrow.setCharAt(i, (char) (c - 0xFEE0));
            }
        }
        return narrow.toString();
    }

    private static boolean isWide(char c) {
        return c >= '\uFF01' && c <= '\uFF5E' || c == '\u3000';
    }

    private static boolean isComposed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean never = c < FIRST_COMBINING || c >= '\u4E00' && c <= '\u9FFF';
            if (!never) {
                return Normalizer.isNormalized(text, Normalizer.Form.NFC);
            }
        }
        return true;
    }
}
