package io.marquetry.base;

import java.util.Locale;
import java.util.Optional;

/** What people call the fields and events of sources. Any thread may ask; never blocks. */
@FunctionalInterface
public interface FieldNames {

    /** Nobody called anything otherwise. */
    FieldNames NONE = (what, language) -> Optional.empty();

    /** Returns what people call it in a language; empty where nobody said. */
    Optional<String> of(FieldName what, Locale language);
}
