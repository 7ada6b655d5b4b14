package io.marquetry.handoff;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetRepository;
import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceReaders;
import io.marquetry.audience.AudienceSize;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.DurableFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Sha256;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageDocuments;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageRepository;
import io.marquetry.pack.PackageVersion;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceRepository;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRepository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finishes packages and writes them to files. All methods block, so never call them on the FX
 * thread.
 */
public final class PackageHandoff implements PackageDocuments {

    private final PackageRepository packages;
    private final TagRepository tags;
    private final AssetRepository assets;
    private final SourceRepository sources;
    private final AudienceReaders readers;

    /** Makes the service over what one workspace holds. */
    public PackageHandoff(
            PackageRepository packages,
            TagRepository tags,
            AssetRepository assets,
            SourceRepository sources,
            AudienceReaders readers) {
        this.packages = packages;
        this.tags = tags;
        this.assets = assets;
        this.sources = sources;
        this.readers = readers;
    }

    @Override
    public List<Problem> problems(AssetPackage pack) {
        Optional<ProfileSource> source = sources.find(pack.source());
        return source.isEmpty()
                ? List.of(Problem.of("problem.source.unknown", pack.source().value()))
                : new PackageChecks(tags.catalog(), assets.assets()).problems(pack, source.get());
    }

    @Override
    public PackageVersion finish(PackageKey key, Instant at, CancelSignal signal) {
        AssetPackage pack = packages.get(key).current();
        TagCatalog catalog = tags.catalog();
        Map<String, Asset> allAssets = assets.assets();
        ProfileSource source = sources.get(pack.source());
        new PackageChecks(catalog, allAssets)
                .problems(pack, source).stream()
                        .findFirst()
                        .ifPresent(
                                problem -> {
                                    throw problem.asException();
                                });
        AudienceSize size =
                readers.reader(pack.source())
                        .count(new AudienceQuery(pack.audience(), catalog), signal);
        List<Tag> used = catalog.closure(pack.tags());
        PackageDocument document =
                new PackageDocument(
                        pack,
                        1,
                        at.truncatedTo(ChronoUnit.SECONDS),
                        PackageDocument.Size.of(size),
                        source.title(),
                        used,
                        used.stream()
                                .flatMap(tag -> tag.asset().stream())
                                .distinct()
                                .flatMap(
                                        asset -> Optional.ofNullable(allAssets.get(asset)).stream())
                                .toList());
        return add(document);
    }

    @Override
    public PackageVersion export(PackageKey key, Path file, Instant at, CancelSignal signal) {
        PackageVersion version = finish(key, at, signal);
        try {
            DurableFiles.write(
                    file.toAbsolutePath(), version.document().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw Problem.of("problem.file.unwritable", file.toString(), StrictJson.reason(e))
                    .asException(e);
        }
        return version;
    }

    /** Returns whether a file names itself a package document, of whatever version. */
    public static boolean isDocument(Path file) {
        try {
            return JsonView.of(StrictJson.read(file))
                    .find("format")
                    .filter(format -> format.text().equals(PackageDocument.FORMAT))
                    .isPresent();
        } catch (ProblemException e) {
            return false;
        }
    }

    private PackageVersion add(PackageDocument document) {
        PackageKey key = document.pack().key();
        List<PackageVersion> versions = packages.versions(key);
        if (!versions.isEmpty()) {
            PackageVersion newest = versions.getLast();
            PackageDocument same = document.as(newest.number(), newest.createdAt());
            if (PackageDocumentJson.write(same).equals(newest.document())) {
                return newest;
            }
        }
        int number = versions.isEmpty() ? 1 : versions.getLast().number() + 1;
        Instant createdAt = document.createdAt();
        String text = PackageDocumentJson.write(document.as(number, createdAt));
        PackageVersion version = new PackageVersion(key, number, text, Sha256.of(text), createdAt);
        packages.addVersion(version);
        return version;
    }
}
