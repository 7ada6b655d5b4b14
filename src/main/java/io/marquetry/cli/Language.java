package io.marquetry.cli;

import java.util.Locale;

/** A language that the product is complete in, as it is chosen on the command line. */
enum Language {
    EN,
    ZH;

    Locale locale() {
        return switch (this) {
            case EN -> Locale.ENGLISH;
            case ZH -> Locale.SIMPLIFIED_CHINESE;
        };
    }
}
