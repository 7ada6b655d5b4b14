package io.marquetry.base;

import java.util.Locale;
import java.util.Optional;

/**
 * What people call the fields and events of sources, and tags. Any thread may ask; never blocks.
 */
@FunctionalInterface
public interface FieldNames {

    /** Nobody called anything otherwise. */
    FieldNames NONE = (what, language) -> Optional.empty();

    /** Returns what people call it in a language; empty where nobody said. */
    Optional<String> of(FieldName what, Locale language);

    /** Returns what people call the source with a name; empty where it is not known. */
    default Optional<String> source(String name) {
        return Optional.empty();
    }

    /** Returns what people call the tag with a key; empty where it is not known. */
    default Optional<String> tag(String key, Locale language) {
        return Optional.empty();
    }
}
