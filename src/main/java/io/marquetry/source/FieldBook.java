package io.marquetry.source;

import io.marquetry.audience.SourceName;
import io.marquetry.base.FieldName;
import io.marquetry.base.FieldNames;
import io.marquetry.base.LocalizedText;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** What people call the fields and events of a workspace's sources, as of the last change. */
public final class FieldBook implements FieldNames {

    private volatile List<ProfileSource> known = List.of();

    /** Knows no source yet. */
    FieldBook() {}

    /** Takes over all sources. */
    void take(List<ProfileSource> sources) {
        known = List.copyOf(sources);
    }

    /** Returns what a field is called in the first source that calls it otherwise. */
    @Override
    public Optional<String> of(FieldName what, Locale language) {
        return known.stream()
                .flatMap(source -> source.labels().of(what).stream())
                .findFirst()
                .map(label -> label.in(language));
    }

    /**
     * Returns the names as one source has them; for a field that it does not know, those of the
     * others.
     *
     * @param spokenOf the source of this moment
     */
    public FieldNames speakingOf(Supplier<Optional<SourceName>> spokenOf) {
        return (what, language) -> {
            Optional<ProfileSource> source =
                    spokenOf.get()
                            .flatMap(
                                    name ->
                                            known.stream()
                                                    .filter(s -> s.name().equals(name))
                                                    .findFirst());
            if (source.filter(s -> FieldLabels.names(s.model()).contains(what)).isPresent()) {
                return source.flatMap(s -> s.labels().of(what))
                        .map((LocalizedText label) -> label.in(language));
            }
            return of(what, language);
        };
    }
}
