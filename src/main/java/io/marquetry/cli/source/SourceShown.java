package io.marquetry.cli.source;

import io.marquetry.base.FieldName;
import io.marquetry.base.Texts;
import io.marquetry.source.ColumnPurpose;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourcePlace;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What scripts are told of sources. */
final class SourceShown {

    private SourceShown() {}

    /** Returns what scripts are told of a source. */
    static Map<String, Object> json(ProfileSource source) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", source.name().value());
        tree.put("title", source.title());
        tree.put("profiles", source.profiles());
        tree.put("asOf", source.asOf().toString());
        source.fixedToday().ifPresent(today -> tree.put("today", today.toString()));
        tree.put("fingerprint", source.fingerprint());
        tree.put("engine", source.place().engineName());
        if (source.place() instanceof SourcePlace.InPlace inPlace) {
            tree.put("path", inPlace.path());
        }
        if (source.place() instanceof SourcePlace.Remote remote) {
            tree.put("host", remote.server().host());
            tree.put("port", remote.server().port());
            tree.put("database", remote.server().database());
        }
        Map<String, Object> attributes = new LinkedHashMap<>();
        source.model().attributes().forEach(a -> attributes.put(a.name(), a.type().name()));
        tree.put("attributes", attributes);
        Map<String, Object> purposes = new LinkedHashMap<>();
        source.model().attributes().stream()
                .filter(a -> source.purpose(a) != ColumnPurpose.PLAIN)
                .forEach(a -> purposes.put(a.name(), source.purpose(a).name()));
        tree.put("purposes", purposes);
        tree.put("outcomes", source.outcomeStreams());
        Map<String, Object> streams = new LinkedHashMap<>();
        source.model()
                .streams()
                .forEach(
                        stream -> {
                            Map<String, Object> fields = new LinkedHashMap<>();
                            stream.fields().forEach(f -> fields.put(f.name(), f.type().name()));
                            streams.put(stream.name(), fields);
                        });
        tree.put("events", streams);
        Map<String, Object> labels = new LinkedHashMap<>();
        source.labels()
                .byName()
                .forEach((what, label) -> labels.put(what.written(), label.byLanguage()));
        tree.put("labels", labels);
        return tree;
    }

    /**
     * Returns what scripts are told of a source that was added.
     *
     * @param mapped the kept mapping of each table of outcomes whose meaning was handed over
     */
    static Map<String, Object> added(ProfileSource source, Map<String, String> mapped) {
        Map<String, Object> tree = json(source);
        tree.put("outcomeMappings", mapped);
        return tree;
    }

    /** Returns what a field or events of a source are called in a language. */
    static String called(ProfileSource source, FieldName what, Texts texts, Locale language) {
        return source.labels()
                .of(what)
                .map(label -> label.in(language))
                .orElseGet(() -> texts.alsoIn(language).usuallyCalled(what));
    }
}
