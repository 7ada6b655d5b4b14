package io.marquetry.handoff.bundle;

import io.marquetry.asset.Asset;
import io.marquetry.asset.Picture;
import io.marquetry.asset.PictureFile;
import io.marquetry.audience.Expressions;
import io.marquetry.audience.SourceName;
import io.marquetry.base.Texts;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Gathers what goes into a bundle, and tells which fields of which sources its rules ask for. */
public final class BundleContent {

    private final List<ProfileSource> sources;
    private final Function<Picture, Optional<PictureFile>> kept;
    private final Map<String, PictureFile> pictures = new TreeMap<>();
    private final Set<String> absent = new TreeSet<>();
    private final Map<String, byte[]> documents = new TreeMap<>();
    private final Map<SourceName, Set<String>> asked = new TreeMap<>();

    /**
     * Begins with nothing, out of a workspace with these sources.
     *
     * @param kept finds the bytes of pictures, where they are here
     */
    public BundleContent(
            List<ProfileSource> sources, Function<Picture, Optional<PictureFile>> kept) {
        this.sources = List.copyOf(sources);
        this.kept = kept;
    }

    /** Adds a finished version of a package. */
    public void add(PackageVersion version) {
        PackageDocument document = PackageDocumentJson.read(version);
        documents.put(
                version.key().value() + "-" + version.number() + ".json",
                version.document().getBytes(StandardCharsets.UTF_8));
        bring(document.assets());
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
        bring(tags.assets());
        ask(source, tags.tags());
    }

    private void bring(Collection<Asset> assets) {
        for (Asset asset : assets) {
            for (Picture picture : asset.pictures()) {
                kept.apply(picture)
                        .ifPresentOrElse(
                                file -> pictures.put(picture.sha256(), file),
                                () -> absent.add(picture.fileName()));
            }
        }
    }

    /** Says which pictures the documents inside name that are not here; empty where all are. */
    public Optional<String> left(Texts texts) {
        return absent.isEmpty()
                ? Optional.empty()
                : Optional.of(texts.get("bundle.left", absent.size(), String.join(", ", absent)));
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
                List.copyOf(pictures.values()),
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
