package io.marquetry.handoff.bundle;

import io.marquetry.audience.Expressions;
import io.marquetry.audience.SourceName;
import io.marquetry.handoff.PackageDocument;
import io.marquetry.handoff.PackageDocumentJson;
import io.marquetry.handoff.RuleFields;
import io.marquetry.handoff.TagFile;
import io.marquetry.json.CanonicalJson;
import io.marquetry.pack.PackageVersion;
import io.marquetry.source.ProfileSource;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagRule;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Gathers what goes into a bundle, and tells which fields of which sources its rules ask for. */
public final class BundleContent {

    private final List<ProfileSource> sources;
    private final Map<String, byte[]> documents = new TreeMap<>();
    private final Map<SourceName, Set<String>> asked = new TreeMap<>();

    /** Begins with nothing, out of a workspace with these sources. */
    public BundleContent(List<ProfileSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Adds a finished version of a package. */
    public void add(PackageVersion version) {
        PackageDocument document = PackageDocumentJson.read(version);
        documents.put(
                version.key().value() + "-" + version.number() + ".json",
                version.document().getBytes(StandardCharsets.UTF_8));
        ask(document.pack().source(), document.tags());
        for (TagRule rule : Expressions.conditionsIn(document.expression())) {
            ask(document.pack().source(), rule);
        }
    }

    /**
     * Adds tags and assets without a package.
     *
     * @param source the one that their rules ask
     */
    public void add(TagFile tags, SourceName source) {
        documents.put("tags.json", CanonicalJson.bytes(tags.write()));
        ask(source, tags.tags());
    }

    private void ask(SourceName source, Collection<Tag> tags) {
        asked.computeIfAbsent(source, name -> new HashSet<>());
        tags.forEach(tag -> tag.rule().ifPresent(rule -> ask(source, rule)));
    }

    private void ask(SourceName source, TagRule rule) {
        Set<String> paths = asked.computeIfAbsent(source, name -> new HashSet<>());
        RuleFields.in(rule).forEach(use -> paths.add(use.path()));
    }

    /** Returns the names of the documents inside. */
    public List<String> names() {
        return List.copyOf(documents.keySet());
    }

    /** Returns the bundle. */
    public Bundle bundle() {
        return new Bundle(
                documents,
                sources.stream()
                        .filter(source -> asked.containsKey(source.name()))
                        .map(
                                source ->
                                        BundleSource.of(
                                                source,
                                                asked.getOrDefault(source.name(), Set.of())))
                        .toList());
    }
}
