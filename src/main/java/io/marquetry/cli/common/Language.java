package io.marquetry.cli.common;

import java.util.Locale;

/** A language that the product is complete in, as it is chosen on the command line. */
public enum Language {
    EN,
    ZH;

    public Locale locale() {
        return switch (this) {
            case EN -> Locale.ENGLISH;
            case ZH -> Locale.SIMPLIFIED_CHINESE;
        };
    }
}
