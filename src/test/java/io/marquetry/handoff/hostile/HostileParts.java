package io.marquetry.handoff.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.marquetry.asset.MadePictures;
import io.marquetry.asset.PictureFile;
import io.marquetry.base.Sha256;
import io.marquetry.handoff.SampleDocument;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Manifests of bundles that lie, and documents that enclose what they must not. */
final class HostileParts {

    private static final String DOCUMENT = SampleDocument.text();
    private static final String ENCLOSING = SampleDocument.enclosing(2);
    private static final String FILE = "\"file\":\"one.recipients.csv\"";

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private HostileParts() {}

    static Map<String, byte[]> all() throws IOException {
        HostileParts made = new HostileParts();
        made.manifests();
        made.pictures();
        made.enclosed();
        return made.files;
    }

    private void pictures() throws IOException {
        byte[] whole = MadePictures.png(1);
        picture("cut", Arrays.copyOf(whole, 90), "png");
        picture("bomb", MadePictures.pngOfSize(60_000, 60_000), "png");
        picture("of-another-kind", whole, "jpg");
        picture("script", "<svg onload='x()'/>".getBytes(UTF_8), "png");
        picture("empty", new byte[0], "gif");
        picture("too-large", Arrays.copyOf(whole, PictureFile.MAX_BYTES + 1), "png");
    }

    private void picture(String name, byte[] bytes, String ending) throws IOException {
        String hash = Sha256.of(bytes);
        String inside = "pictures/" + hash + "." + ending;
        bytes(
                "picture-" + name,
                new HostileZip()
                        .add(
                                "manifest.json",
                                ("{\"files\":{\"%s\":\"%s\"},\"format\":\"marquetry/bundle\","
                                                + "\"formatVersion\":3,\"sources\":[]}")
                                        .formatted(inside, hash)
                                        .getBytes(UTF_8))
                        .add(inside, bytes)
                        .bytes());
    }

    private void manifests() throws IOException {
        String right = "\"sources\":[]";
        manifest("without-sources", 2, "\"x\":1");
        manifest("newer", 4, right);
        manifest("of-the-first-version", 1, right);
        manifest("sources-no-list", 2, "\"sources\":{}");
        manifest("source-like-a-path", 2, sources("../../etc", "[]"));
        manifest("source-like-a-url", 2, sources("jdbc:h2:mem:x;INIT=RUNSCRIPT", "[]"));
        manifest("source-twice-a-member", 2, sources("people\",\"name\":\"people", "[]"));
        manifest("field-of-no-type", 2, sources("people", "[{\"path\":\"a\"}]"));
        manifest("field-of-an-unknown-type", 2, fields("a", "SCRIPT"));
        manifest("fields-nested", 2, sources("people", "[".repeat(100_000)));
        manifest("fields-a-million", 2, sources("people", "[" + "1,".repeat(1_000_000) + "1]"));
        manifest("surprise", 2, right + ",\"run\":\"calc.exe\"");
        manifest("key-twice", 2, right + "," + right);
        manifest("half-a-character", 2, sources("people\",\"title\":\"\\ud800", "[]"));
        bytes(
                "manifest-both",
                new HostileZip()
                        .add("manifest.json", manifest(2, right))
                        .add("bundle.json", manifest(1, "\"x\":1"))
                        .add("a.json", DOCUMENT.getBytes(UTF_8))
                        .bytes());
        bytes(
                "manifest-lists-itself",
                new HostileZip()
                        .add(
                                "manifest.json",
                                ("{\"files\":{\"manifest.json\":\"%s\"},\"format\":\"marquetry/bundle\","
                                                + "\"formatVersion\":2,\"sources\":[]}")
                                        .formatted("0".repeat(64))
                                        .getBytes(UTF_8))
                        .bytes());
        bytes("manifest-empty", new HostileZip().add("manifest.json", new byte[0]).bytes());
        bytes(
                "manifest-bomb",
                new HostileZip()
                        .add("manifest.json", " ".repeat(64 << 20).getBytes(UTF_8))
                        .bytes());
        bytes("manifest-link", new HostileZip().link("manifest.json", "/etc/passwd").bytes());
        bytes(
                "recipients-in-a-bundle",
                new HostileZip()
                        .add(
                                "manifest.json",
                                ("{\"files\":{\"one.recipients.csv\":\"%s\"},\"format\":\"marquetry/bundle\","
                                                + "\"formatVersion\":2,\"sources\":[]}")
                                        .formatted(Sha256.of("key\r\n=cmd|' /C calc'!A0\r\n"))
                                        .getBytes(UTF_8))
                        .add("one.recipients.csv", "key\r\n=cmd|' /C calc'!A0\r\n".getBytes(UTF_8))
                        .bytes());
    }

    private void enclosed() {
        for (String name :
                List.of(
                        "../../etc/passwd",
                        "/etc/passwd",
                        "a/b.csv",
                        "..\\\\evil.csv",
                        "",
                        "a\\u0000.csv",
                        "n".repeat(5_000))) {
            enclosed("file-" + Sha256.of(name).substring(0, 4), FILE, "\"file\":\"" + name + "\"");
        }
        enclosed("file-no-text", FILE, "\"file\":[\"one.recipients.csv\"]");
        enclosed("form-unknown", "\"form\":\"PARQUET\"", "\"form\":\"EXE\"");
        enclosed("people-negative", "\"people\":142", "\"people\":-1");
        enclosed("people-other", "\"people\":142", "\"people\":143");
        enclosed("people-huge", "\"people\":142", "\"people\":9007199254740992");
        enclosed("hash-short", "a".repeat(64), "a");
        enclosed("dialect-unknown", "\"dialect\":\"POSTGRES\"", "\"dialect\":\"XP_CMDSHELL\"");
        enclosed("statement-empty", "\"statement\":\"select ?", "\"statement\":\"\",\"x\":\"");
        enclosed("value-of-no-kind", "{\"text\":\"50 %\"}", "{\"script\":\"50 %\"}");
        enclosed("surprise", FILE, FILE + ",\"run\":\"calc.exe\"");
        enclosed(
                "version-of-itself",
                "\"version\":{\"formatVersion\":1",
                "\"version\":{\"formatVersion\":4");
        enclosed(
                "version-that-needs-a-newer",
                "\"type\":\"missing\"",
                "\"amount\":1,\"type\":\"inLast\",\"unit\":\"DAYS\"");
        enclosed("of-another-version", "\"version\":3", "\"version\":4");
        enclosed("in-an-old-format", "\"formatVersion\":4", "\"formatVersion\":3");
        text("enclosed-nested", ENCLOSING.replace(FILE, "\"file\":" + "[".repeat(100_000)));
        text(
                "enclosed-values-a-million",
                ENCLOSING.replace("{\"text\":\"50 %\"}", "1,".repeat(1_000_000) + "1"));
        text("enclosed-member-twice", ENCLOSING.replace(FILE, FILE + "," + FILE));
    }

    private void enclosed(String name, String what, String instead) {
        if (!ENCLOSING.contains(what)) {
            throw new IllegalStateException("not in the document: " + what);
        }
        String changed = ENCLOSING.replace(what, instead);
        text(
                "enclosed-" + name,
                changed.contains("\\u0000") || changed.contains("9007199254740992")
                        ? changed
                        : HostileFiles.resealed(changed));
    }

    private static String sources(String name, String fields) {
        return "\"sources\":[{\"name\":\"%s\",\"title\":\"People\",\"fields\":%s}]"
                .formatted(name, fields);
    }

    private static String fields(String path, String type) {
        return sources("people", "[{\"path\":\"%s\",\"type\":\"%s\"}]".formatted(path, type));
    }

    private static byte[] manifest(int version, String rest) {
        return "{\"files\":{\"a.json\":\"%s\"},\"format\":\"marquetry/bundle\",\"formatVersion\":%d,%s}"
                .formatted(Sha256.of(DOCUMENT), version, rest)
                .getBytes(UTF_8);
    }

    private void manifest(String name, int version, String rest) throws IOException {
        bytes(
                "manifest-" + name,
                new HostileZip()
                        .add("manifest.json", manifest(version, rest))
                        .add("a.json", DOCUMENT.getBytes(UTF_8))
                        .bytes());
    }

    private void text(String name, String text) {
        bytes(name, text.getBytes(UTF_8));
    }

    private void bytes(String name, byte[] bytes) {
        if (files.put(name, bytes) != null) {
            throw new IllegalStateException("twice: " + name);
        }
    }
}
