package io.marquetry.handoff;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.asset.AssetRepository;
import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceReaders;
import io.marquetry.audience.AudienceSize;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Sha256;
import io.marquetry.json.Json;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageDocuments;
import io.marquetry.pack.PackageVersion;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceRepository;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRepository;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes and judges package documents. All methods block, so never call them on the FX thread. */
public final class PackageHandoff implements PackageDocuments {

    private final TagRepository tags;
    private final AssetRepository assets;
    private final SourceRepository sources;
    private final AudienceReaders readers;
    private final PackageValidation validation = new PackageValidation();

    /** Makes the service over what one workspace holds. */
    public PackageHandoff(
            TagRepository tags,
            AssetRepository assets,
            SourceRepository sources,
            AudienceReaders readers) {
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
    public Function<Optional<PackageVersion>, PackageVersion> finish(
            AssetPackage pack, Instant at, CancelSignal signal) {
        TagCatalog catalog = tags.catalog();
        Map<AssetKey, Asset> allAssets = assets.assets();
        ProfileSource source = sources.get(pack.source());
        for (Problem problem : new PackageChecks(catalog, allAssets).problems(pack, source)) {
            throw problem.asException();
        }
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
                                .flatMap(key -> Optional.ofNullable(allAssets.get(key)).stream())
                                .toList());
        return newest -> after(newest, document);
    }

    @Override
    public AssetPackage pack(PackageVersion version) {
        return PackageDocumentJson.read(version).pack();
    }

    @Override
    public List<Problem> findings(byte[] document) {
        return validation.validate(document).findings();
    }

    /** Returns whether a file names itself a package document, of whatever version. */
    public static boolean isDocument(Path file) {
        try {
            return isOf(PackageDocument.FORMAT, StrictJson.read(file));
        } catch (ProblemException e) {
            return false;
        }
    }

    /** Returns whether bytes name themselves a document of a format, of whatever version. */
    public static boolean isOf(String format, byte[] document) {
        try {
            return isOf(format, StrictJson.read(document));
        } catch (ProblemException e) {
            return false;
        }
    }

    private static boolean isOf(String format, Json document) {
        return JsonView.of(document)
                .find("format")
                .filter(name -> name.text().equals(format))
                .isPresent();
    }

    private static PackageVersion after(Optional<PackageVersion> newest, PackageDocument document) {
        if (newest.isPresent() && saysTheSame(newest.get(), document)) {
            return newest.get();
        }
        int number = newest.map(PackageVersion::number).orElse(0) + 1;
        Instant createdAt = document.createdAt();
        String text = PackageDocumentJson.write(document.as(number, createdAt));
        return new PackageVersion(document.pack().key(), number, text, Sha256.of(text), createdAt);
    }

    private static boolean saysTheSame(PackageVersion version, PackageDocument document) {
        PackageDocument same = document.as(version.number(), version.createdAt());
        return PackageDocumentJson.write(same).equals(version.document());
    }
}
