package io.marquetry.source.plan;

import java.util.Locale;

/** Whether letter case tells the keys of profiles apart. */
public enum KeyCase {
    /** C1 and c1 are two. */
    AS_WRITTEN,
    /** Anna@Example.org and anna@example.org are one, kept in lower case. */
    FOLDED;

    /** Returns a key as it is kept and looked for. */
    public String of(String key) {
        return switch (this) {
            case AS_WRITTEN -> key;
            case FOLDED -> key.toLowerCase(Locale.ROOT);
        };
    }
}
