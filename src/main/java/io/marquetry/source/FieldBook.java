package io.marquetry.source;

import io.marquetry.audience.SourceName;
import io.marquetry.base.FieldName;
import io.marquetry.base.FieldNames;
import io.marquetry.base.LocalizedText;
import io.marquetry.tag.TagCatalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** What people call the fields, events and tags of a workspace, as of the last change. */
public final class FieldBook implements FieldNames {

    private volatile List<ProfileSource> known = List.of();
    private volatile Supplier<TagCatalog> tags = () -> new TagCatalog(List.of());

    /** Knows no source yet. */
    FieldBook() {}

    /**
     * Names tags from now on.
     *
     * @param seen the tags as they were read last; never blocks
     */
    public void namesTags(Supplier<TagCatalog> seen) {
        tags = seen;
    }

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

    @Override
    public Optional<String> source(String name) {
        return known.stream()
                .filter(source -> source.name().value().equals(name))
                .findFirst()
                .map(ProfileSource::title);
    }

    @Override
    public Optional<String> tag(String key, Locale language) {
        return tags.get().tags().stream()
                .filter(tag -> tag.key().value().equals(key))
                .findFirst()
                .map(tag -> tag.name().in(language));
    }

    /**
     * Returns the names as one source has them; for a field that it does not know, those of the
     * others.
     *
     * @param spokenOf the source of this moment
     */
    public FieldNames speakingOf(Supplier<Optional<SourceName>> spokenOf) {
        return new FieldNames() {
            @Override
            public Optional<String> of(FieldName what, Locale language) {
                return spokenOf(spokenOf.get(), what, language);
            }

            @Override
            public Optional<String> source(String name) {
                return FieldBook.this.source(name);
            }

            @Override
            public Optional<String> tag(String key, Locale language) {
                return FieldBook.this.tag(key, language);
            }
        };
    }

    private Optional<String> spokenOf(
            Optional<SourceName> spokenOf, FieldName what, Locale language) {
        Optional<ProfileSource> source =
                spokenOf.flatMap(
                        name -> known.stream().filter(s -> s.name().equals(name)).findFirst());
        if (source.filter(s -> FieldLabels.names(s.model()).contains(what)).isPresent()) {
            return source.flatMap(s -> s.labels().of(what))
                    .map((LocalizedText label) -> label.in(language));
        }
        return of(what, language);
    }
}
