package io.marquetry.base;

import java.util.List;
import java.util.Locale;

/** Tells from what systems and databases say that there was no room for a file. */
public final class FullDisk {

    private static final List<String> WORDS =
            List.of("no space left", "file too large", "quota exceeded", "not enough space");

    private FullDisk() {}

    /** Returns whether a failure, or one behind it, says so. */
    public static boolean isSaidBy(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            String message = String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT);
            if (WORDS.stream().anyMatch(message::contains)) {
                return true;
            }
        }
        return false;
    }
}
