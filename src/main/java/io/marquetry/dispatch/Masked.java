package io.marquetry.dispatch;

/** Shows who somebody is only so far that one can tell two people apart. */
public final class Masked {

    private static final String HIDDEN = "\u2022\u2022\u2022";
    private static final int SHORT = 4;

    private Masked() {}

    /** Returns a key or an address with its middle hidden: {@code p\u2022\u2022\u202242}. */
    public static String of(String text) {
        int length = text.codePointCount(0, text.length());
        if (length <= SHORT) {
            return HIDDEN;
        }
        return text.substring(0, text.offsetByCodePoints(0, 1))
                + HIDDEN
                + text.substring(text.offsetByCodePoints(0, length - 2));
    }
}
