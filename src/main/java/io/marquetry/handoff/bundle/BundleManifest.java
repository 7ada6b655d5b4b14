package io.marquetry.handoff.bundle;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Sha256;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.source.AttributeType;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a bundle says of itself: the hash of each file, and which fields of which sources its rules
 * ask for. Bundles of the first version say only the hashes, in a file of another name; those of
 * the third hold pictures beside the documents.
 *
 * @param hashes SHA-256 by the names of files
 */
record BundleManifest(Map<String, String> hashes, List<BundleSource> sources) {

    /** The name of the format. */
    static final String FORMAT = "marquetry/bundle";

    /** The file inside. */
    static final String FILE = "manifest.json";

    /** The file inside bundles of the first version. */
    static final String FIRST_FILE = "bundle.json";

    private static final int FORMAT_VERSION = 2;
    private static final int WITH_PICTURES = 3;
    private static final String STREAM = "EVENTS";

    BundleManifest {
        hashes = Map.copyOf(hashes);
        sources = List.copyOf(sources);
    }

    /** Tells of a bundle that is to be written. */
    static BundleManifest of(Bundle bundle) {
        TreeMap<String, String> hashes = new TreeMap<>();
        bundle.documents().forEach((name, bytes) -> hashes.put(name, Sha256.of(bytes)));
        bundle.pictures()
                .forEach(
                        file ->
                                hashes.put(
                                        BundleNames.of(file.picture()), file.picture().sha256()));
        return new BundleManifest(hashes, bundle.sources());
    }

    byte[] write() {
        JsonMembers files = new JsonMembers();
        new TreeMap<>(hashes).forEach(files::put);
        return CanonicalJson.bytes(
                new JsonMembers()
                        .put("format", FORMAT)
                        .put(
                                "formatVersion",
                                hashes.keySet().stream().anyMatch(BundleNames::isPicture)
                                        ? WITH_PICTURES
                                        : FORMAT_VERSION)
                        .put("files", files.done())
                        .put(
                                "sources",
                                sources.stream()
                                        .sorted(Comparator.comparing(one -> one.name().value()))
                                        .toList(),
                                BundleManifest::source)
                        .done());
    }

    private static Json source(BundleSource source) {
        return new JsonMembers()
                .put("name", source.name().value())
                .put("title", source.title())
                .put(
                        "fields",
                        source.fields().stream()
                                .sorted(Comparator.comparing(BundleSource.Field::path))
                                .toList(),
                        field ->
                                new JsonMembers()
                                        .put("path", field.path())
                                        .put("type", field.type().map(Enum::name).orElse(STREAM))
                                        .done())
                .done();
    }

    /** Reads the one of this version, or the one before. */
    static BundleManifest read(byte[] manifest) {
        JsonView view =
                JsonView.of(StrictJson.read(manifest))
                        .only("format", "formatVersion", "files", "sources");
        require(view, FORMAT_VERSION, WITH_PICTURES);
        return new BundleManifest(
                hashes(view), view.get("sources").items(BundleManifest::readSource));
    }

    /** Reads the one of the first version. */
    static BundleManifest readFirst(byte[] list) {
        JsonView view = JsonView.of(StrictJson.read(list)).only("format", "formatVersion", "files");
        require(view, 1, 1);
        return new BundleManifest(hashes(view), List.of());
    }

    private static void require(JsonView view, int oldest, int newest) {
        JsonView format = view.get("format");
        if (!format.text().equals(FORMAT)) {
            throw format.refuse("problem.json.format", JsonView.shown(format.text()), FORMAT);
        }
        JsonView number = view.get("formatVersion");
        long found = number.whole(oldest, Json.Whole.MAX);
        if (found > newest) {
            throw number.refuse("problem.json.formatNewer", found, newest);
        }
    }

    private static Map<String, String> hashes(JsonView view) {
        Map<String, String> hashes = new TreeMap<>();
        view.get("files")
                .entries()
                .forEach(entry -> hashes.put(entry.getKey(), entry.getValue().text()));
        return hashes;
    }

    private static BundleSource readSource(JsonView view) {
        view.only("name", "title", "fields");
        JsonView name = view.get("name");
        return new BundleSource(
                name.make("problem.json.sourceName", () -> new SourceName(name.text())),
                view.get("title").text(),
                view.get("fields").items(BundleManifest::readField));
    }

    private static BundleSource.Field readField(JsonView view) {
        view.only("path", "type");
        JsonView type = view.get("type");
        return new BundleSource.Field(
                view.get("path").text(),
                type.text().equals(STREAM)
                        ? Optional.empty()
                        : Optional.of(type.word(AttributeType.class)));
    }
}
