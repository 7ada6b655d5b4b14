package io.marquetry.handoff;

import io.marquetry.audience.AudienceSql;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.pack.PackageVersion;

import java.util.Optional;
import java.util.TreeMap;

/**
 * What one handed document says beside its version: from version 4 of the format on. It is closed
 * in itself: without it, the document is the version's again, to the byte.
 */
public record EnclosedParts(Optional<Recipients> recipients, Optional<Sql> sql) {

    /** The version of the format that encloses something, where the version itself is older. */
    public static final int FORMAT_VERSION = 4;

    /** The member that holds it. */
    static final String MEMBER = "enclosed";

    /**
     * A file beside the document that holds the keys of those who are addressed.
     *
     * @param file its name, in the folder of the document
     * @param form {@code CSV}, {@code JSONL} or {@code PARQUET}
     * @param people how many it names
     * @param sha256 hash of its bytes
     */
    public record Recipients(String file, String form, long people, String sha256) {}

    /** A query for the keys of those who are addressed. */
    public record Sql(AudienceSql.Engine engine, AudienceSql.Statement statement) {}

    /** Returns the text of a version's document with this enclosed. */
    public String in(PackageVersion version) {
        Json.Members core = (Json.Members) StrictJson.read(version.document());
        JsonView view = JsonView.of(core);
        JsonMembers enclosed =
                new JsonMembers()
                        .put(
                                "version",
                                new JsonMembers()
                                        .put(
                                                "formatVersion",
                                                view.get("formatVersion").whole(1, 1000))
                                        .put("sha256", view.get("sha256").text())
                                        .done());
        recipients.ifPresent(one -> enclosed.put("recipients", json(one)));
        sql.ifPresent(one -> enclosed.put("sql", json(one)));
        TreeMap<String, Json> members = new TreeMap<>(core.byName());
        long own = view.get("formatVersion").whole(1, 1000);
        members.put("formatVersion", new Json.Whole(Math.max(FORMAT_VERSION, own)));
        members.put(MEMBER, enclosed.done());
        return sealed(members);
    }

    /** Returns a document as its version says it, with nothing enclosed. */
    static Json without(Json document) {
        JsonView view = JsonView.of(document);
        Optional<JsonView> enclosed = view.find(MEMBER);
        if (enclosed.isEmpty()) {
            return document;
        }
        TreeMap<String, Json> members = new TreeMap<>(view.members());
        members.remove(MEMBER);
        members.put("formatVersion", enclosed.get().get("version").get("formatVersion").json());
        return StrictJson.read(sealed(members));
    }

    private static String sealed(TreeMap<String, Json> members) {
        members.put("sha256", Json.text(PackageDocumentJson.hash(new Json.Members(members))));
        return CanonicalJson.write(new Json.Members(members));
    }

    private static Json json(Recipients recipients) {
        return new JsonMembers()
                .put("file", recipients.file())
                .put("form", recipients.form())
                .put("people", recipients.people())
                .put("sha256", recipients.sha256())
                .done();
    }

    private static Json json(Sql sql) {
        return new JsonMembers()
                .put("dialect", sql.engine().name())
                .put("statement", sql.statement().sql())
                .put("values", sql.statement().values(), ValueJson::write)
                .done();
    }
}
