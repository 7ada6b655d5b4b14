package io.marquetry.launch;

import io.marquetry.base.Texts;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The pictures of the user guide, named after the sights that they show. */
final class GuidePictures {

    private static final List<String> SIGHTS =
            List.of(
                    "compose",
                    "import-columns",
                    "tags-proposed",
                    "compose-combinations",
                    "tag-events",
                    "packages-chosen",
                    "review",
                    "sources");

    private GuidePictures() {}

    /**
     * One picture.
     *
     * @param file below the folder of the project
     */
    record Drawn(Path file, String sight, Locale language) {}

    /** Returns the pictures of a language. */
    static List<Drawn> in(Locale language) {
        return SIGHTS.stream()
                .map(
                        sight ->
                                new Drawn(
                                        folder(language).resolve("pictures", sight + ".png"),
                                        sight,
                                        language))
                .toList();
    }

    /** Returns where the pages of a language lie. */
    static Path folder(Locale language) {
        return Path.of("docs", "user", language.getLanguage());
    }

    /** Returns the pictures of all languages. */
    static List<Drawn> all() {
        return Texts.LANGUAGES.stream().flatMap(language -> in(language).stream()).toList();
    }
}
