package io.marquetry.handoff;

import io.marquetry.asset.Asset;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.ExpressionText;
import io.marquetry.audience.SourceName;
import io.marquetry.base.Sha256;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageVersion;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/**
 * Package documents as JSON, after {@code schema/package-1.schema.json} or one of the later
 * versions where it takes one to say all. The text of equal documents is equal to the byte.
 */
public final class PackageDocumentJson {

    private PackageDocumentJson() {}

    /** Writes a document in its canonical form, with the hash in it. */
    public static String write(PackageDocument document) {
        AssetPackage pack = document.pack();
        Json.Members plain =
                new JsonMembers()
                        .put("format", PackageDocument.FORMAT)
                        .put("formatVersion", document.formatVersion())
                        .put(
                                "package",
                                new JsonMembers()
                                        .put("key", pack.key().value())
                                        .put("name", LocalizedTextJson.write(pack.name()))
                                        .put("version", document.version())
                                        .put("createdAt", document.createdAt().toString())
                                        .done())
                        .put("audience", audience(document))
                        .put("benefits", keys(pack.benefits()))
                        .put("contents", keys(pack.contents()))
                        .put("rules", keys(pack.rules()))
                        .put("tags", document.tags(), TagJson::write)
                        .put("assets", document.assets(), AssetJson::write)
                        .done();
        TreeMap<String, Json> sealed = new TreeMap<>(plain.byName());
        sealed.put("sha256", Json.text(hash(plain)));
        return CanonicalJson.write(new Json.Members(sealed));
    }

    /** Reads what a finished version says. */
    public static PackageDocument read(PackageVersion version) {
        return read(JsonView.of(StrictJson.read(version.document())));
    }

    /** Returns the hash that stands in the document of a version, as its receivers see it. */
    public static String ownHash(PackageVersion version) {
        return ownHash(version.document());
    }

    /** Returns the hash that a document says of itself. */
    public static String ownHash(String document) {
        return JsonView.of(StrictJson.read(document)).get("sha256").text();
    }

    /** Returns the hash over a document's canonical form without its member {@code sha256}. */
    public static String hash(Json.Members document) {
        TreeMap<String, Json> plain = new TreeMap<>(document.byName());
        plain.remove("sha256");
        return Sha256.of(CanonicalJson.bytes(new Json.Members(plain)));
    }

    /**
     * Reads a document; {@link PackageValidation} tells whether it holds together.
     *
     * @throws io.marquetry.base.ProblemException with the place of what is wrong
     */
    public static PackageDocument read(JsonView view) {
        view.only(
                "format",
                "formatVersion",
                "package",
                "audience",
                "benefits",
                "contents",
                "rules",
                "tags",
                "assets",
                EnclosedParts.MEMBER,
                "sha256");
        JsonView pack = view.get("package").only("key", "name", "version", "createdAt");
        JsonView audience = view.get("audience").only("expression", "text", "size", "source");
        JsonView source = audience.get("source").only("name", "title", "fingerprint");
        audience.get("text").text();
        view.get("sha256").text();
        AllOf expression = ExpressionJson.readAllOf(audience.get("expression"));
        List<Tag> tags = view.get("tags").items(TagJson::read);
        List<Asset> assets = view.get("assets").items(AssetJson::read);
        JsonView name = source.get("name");
        return new PackageDocument(
                new AssetPackage(
                        packageKey(pack.get("key")),
                        LocalizedTextJson.read(pack.get("name")),
                        name.make("problem.json.sourceName", () -> new SourceName(name.text())),
                        expression,
                        view.get("benefits").items(TagJson::key),
                        view.get("contents").items(TagJson::key),
                        view.get("rules").items(TagJson::key)),
                (int) pack.get("version").whole(1, Integer.MAX_VALUE),
                moment(pack.get("createdAt")),
                size(audience.get("size"), source.get("fingerprint").text()),
                source.get("title").text(),
                tags,
                assets);
    }

    private static Json audience(PackageDocument document) {
        PackageDocument.Size size = document.size();
        return new JsonMembers()
                .put("expression", ExpressionJson.write(document.expression()))
                .put("text", ExpressionText.write(document.expression()))
                .put(
                        "size",
                        new JsonMembers()
                                .put("audience", size.audience())
                                .put("profiles", size.profiles())
                                .put("asOf", size.asOf().toString())
                                .put("today", size.today().toString())
                                .done())
                .put(
                        "source",
                        new JsonMembers()
                                .put("name", document.pack().source().value())
                                .put("title", document.sourceTitle())
                                .put("fingerprint", size.fingerprint())
                                .done())
                .done();
    }

    private static PackageDocument.Size size(JsonView view, String fingerprint) {
        view.only("audience", "profiles", "asOf", "today");
        long profiles = view.get("profiles").whole(0, Json.Whole.MAX);
        return new PackageDocument.Size(
                view.get("audience").whole(0, profiles),
                profiles,
                fingerprint,
                moment(view.get("asOf")),
                ValueJson.day(view.get("today")));
    }

    private static Json keys(List<TagKey> keys) {
        return Json.texts(keys.stream().map(TagKey::value).toList());
    }

    private static PackageKey packageKey(JsonView view) {
        String text = view.text();
        return view.locate(() -> PackageKey.parse(text));
    }

    private static Instant moment(JsonView view) {
        if (!view.text().endsWith("Z")) {
            throw view.refuse("problem.json.instant");
        }
        return view.make("problem.json.instant", () -> Instant.parse(view.text()));
    }
}
