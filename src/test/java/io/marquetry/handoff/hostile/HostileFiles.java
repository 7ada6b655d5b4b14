package io.marquetry.handoff.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.marquetry.base.Sha256;
import io.marquetry.handoff.PackageDocumentJson;
import io.marquetry.handoff.SampleDocument;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.Json;
import io.marquetry.json.StrictJson;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files that somebody made to do harm, or that broke on their way; each by a speaking name. */
final class HostileFiles {

    private static final String DOCUMENT = SampleDocument.text();

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private HostileFiles() {}

    /** Returns them all. */
    static Map<String, byte[]> all() throws IOException {
        HostileFiles made = new HostileFiles();
        made.shapes();
        made.numbersAndTexts();
        made.meanings();
        made.archives();
        made.brokenArchives();
        made.files.putAll(HostileParts.all());
        return made.files;
    }

    private void shapes() {
        text("empty", "");
        text("blanks", " \n\t ");
        text("nul", "\0\0\0\0");
        text("null", "null");
        text("text", "\"marquetry/package\"");
        text("array", "[" + DOCUMENT + "]");
        text("arrays-100000", "[".repeat(100_000));
        text("arrays-100000-closed", "[".repeat(100_000) + "]".repeat(100_000));
        text("objects-100000", "{\"a\":".repeat(100_000));
        text("objects-100000-closed", "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000));
        text("mixed-100000", "[{\"a\":".repeat(50_000));
        text(
                "rules-100000",
                with("\"rule\":", "\"rule\":" + "{\"type\":\"not\",\"rule\":".repeat(100_000)));
        text("rules-60", rules(60, "{\"type\":\"missing\",\"field\":\"x\"}"));
        text("groups-60", groups(60));
        text("a-million-values", "[" + "0,".repeat(1_000_001) + "0]");
        text("two-million-objects", "[" + "{},".repeat(2_000_000) + "{}]");
        text("16-megabytes-of-blanks", " ".repeat(StrictJson.MAX_BYTES + 1) + DOCUMENT);
        text("40-megabytes", "[\"" + "x".repeat(40 << 20) + "\"]");
        text("twice", DOCUMENT + DOCUMENT);
        text("text-after-the-end", DOCUMENT + "\n<script>alert(1)</script>");
        text("cut", DOCUMENT.substring(0, DOCUMENT.length() / 2));
        text("comment", "/* hello */" + DOCUMENT);
        text("trailing-comma", DOCUMENT.replace("}]", "},]"));
        text("single-quotes", DOCUMENT.replace('"', '\''));
        bytes("utf-16", DOCUMENT.getBytes(UTF_16LE));
        bytes("broken-utf-8", with("Spring", "Spr\u00ff").getBytes(ISO_8859_1));
        bytes(
                "overlong-utf-8",
                joined(
                        "[\"".getBytes(UTF_8),
                        new byte[] {(byte) 0xC0, (byte) 0xAF},
                        "\"]".getBytes(UTF_8)));
        text(
                "xml",
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>");
        text("html", "<html><script>alert(1)</script></html>");
    }

    private void numbersAndTexts() {
        text("key-twice", DOCUMENT.replaceFirst("\\{", "{\"format\":\"marquetry/package\","));
        text(
                "key-twice-escaped",
                DOCUMENT.replaceFirst("\\{", "{\"form\\\\u0061t\":\"marquetry/package\","));
        text("key-by-case", DOCUMENT.replaceFirst("\\{", "{\"Format\":\"marquetry/package\","));
        text(
                "deep-key-twice",
                with("\"field\":\"city\"", "\"field\":\"city\",\"field\":\"level\""));
        for (String half : List.of("\\ud800", "\\udfff", "\\udc00\\ud800", "\\ud83d")) {
            text("half-" + half.substring(2), with("\"Spring\"", "\"" + half + "\""));
        }
        text("half-in-name", DOCUMENT.replaceFirst("\\{", "{\"\\\\ud800\":1,"));
        Map<String, String> numbers = new LinkedHashMap<>();
        numbers.put("nan", "NaN");
        numbers.put("infinity", "Infinity");
        numbers.put("minus-infinity", "-Infinity");
        numbers.put("plus", "+142");
        numbers.put("octal", "0142");
        numbers.put("hexadecimal", "0x8e");
        numbers.put("decimal", "142.0");
        numbers.put("over-precise", "142.00000000000000000000000000000000000000001");
        numbers.put("exponent", "1.42e2");
        numbers.put("huge-exponent", "1e999999999");
        numbers.put("tiny-exponent", "1e-999999999");
        numbers.put("two-to-53", "9007199254740992");
        numbers.put("twenty-digits", "12345678901234567890");
        numbers.put("million-digits", "1".repeat(1_000_000));
        numbers.put("minus-zero-point", "-0.0");
        numbers.put("negative", "-142");
        numbers.put("null", "null");
        numbers.put("text", "\"142\"");
        numbers.put("array", "[142]");
        numbers.forEach(
                (name, number) ->
                        text("number-" + name, with("\"audience\":142", "\"audience\":" + number)));
        text("decimal-of-39-digits", with("12345678901234567890.5", "1".repeat(39)));
        text("decimal-with-exponent", with("12345678901234567890.5", "1e5"));
        text("decimal-not-a-number", with("12345678901234567890.5", "NaN"));
        text("day-of-february-30", with("2026-03-01\"", "2026-02-30\""));
        text("year-999999999", with("2026-03-01T10:20:30Z", "+999999999-12-31T23:59:59Z"));
        text("ago-of-a-billion", with("\"amount\":90", "\"amount\":1000000000"));
        text("control-character", with("\"Spring\"", "\"Spr\u0001ing\""));
        text("long-text", with("\"Spring\"", "\"" + "x".repeat(1_500_000) + "\""));
        text("long-key", with("pack_upgrade_spring", "p".repeat(10_000)));
        text(
                "long-name-of-member",
                DOCUMENT.replaceFirst("\\{", "{\"" + "n".repeat(100_000) + "\":1,"));
    }

    private void meanings() {
        text("format-unknown", with("marquetry/package", "other/package"));
        text("format-newer", with("\"formatVersion\":1", "\"formatVersion\":99"));
        text("format-zero", with("\"formatVersion\":1", "\"formatVersion\":0"));
        text("hash-wrong", with("\"audience\":142", "\"audience\":143"));
        text("hash-empty", DOCUMENT.replaceFirst("\"sha256\":\"[0-9a-f]{64}\"", "\"sha256\":\"\""));
        sealed("key-like-a-path", "pack_upgrade_spring", "../../etc/passwd");
        sealed("key-like-a-statement", "pack_upgrade_spring", "p'; DROP TABLE TAG; --");
        sealed(
                "source-like-a-url",
                "\"name\":\"customers\"",
                "\"name\":\"jdbc:h2:mem:x;INIT=RUNSCRIPT\"");
        sealed("cycle-of-one", "\"tag\":\"user_age_young\"", "\"tag\":\"user_vip_one\"");
        sealed(
                "cycle-of-two",
                "{\"field\":\"age\",\"type\":\"missing\"}",
                "{\"tag\":\"user_vip_one\",\"type\":\"hasTag\"}");
        sealed("tag-that-is-not-there", "\"tag\":\"user_age_young\"", "\"tag\":\"user_age_none\"");
        sealed("tag-of-another-kind", "\"tag\":\"user_age_young\"", "\"tag\":\"coupon_value_50\"");
        sealed("tag-twice", "\"key\":\"user_city_web\"", "\"key\":\"user_city_beijing\"");
        sealed("asset-that-is-not-there", "\"asset\":\"coupon_50\"", "\"asset\":\"coupon_51\"");
        sealed("more-people-than-there-are", "\"audience\":142", "\"audience\":64001");
        sealed(
                "text-that-says-something-else",
                "and not user_level_gold\"",
                "and user_level_gold\"");
        sealed("unknown-member", "\"version\":3", "\"version\":3,\"run\":\"calc.exe\"");
        sealed("unknown-kind-of-rule", "\"type\":\"missing\"", "\"type\":\"script\"");
        sealed("prototype", "\"version\":3", "\"version\":3,\"__proto__\":{\"admin\":true}");
        sealed(
                "reference",
                "\"version\":3",
                "\"version\":3,\"$ref\":\"http://example.com/x.json\"");
    }

    private void archives() throws IOException {
        byte[] document = DOCUMENT.getBytes(UTF_8);
        bytes("zip-without-list", new HostileZip().add("a.json", document).bytes());
        bytes("zip-empty", new HostileZip().bytes());
        for (String name :
                List.of(
                        "../../evil.json",
                        "/tmp/evil.json",
                        "C:\\evil.json",
                        "..\\evil.json",
                        "a/../../evil.json",
                        "a\0b.json",
                        "evil.json/")) {
            bytes("zip-name-" + Sha256.of(name).substring(0, 4), listed(Map.of(name, document)));
        }
        bytes(
                "zip-link",
                new HostileZip()
                        .add("bundle.json", list(Map.of("a.json", document)))
                        .link("a.json", "/etc/passwd")
                        .bytes());
        bytes(
                "zip-entry-twice",
                new HostileZip()
                        .add("bundle.json", list(Map.of("a.json", document)))
                        .add("a.json", document)
                        .add("a.json", document)
                        .bytes());
        bytes(
                "zip-list-twice",
                new HostileZip()
                        .add("bundle.json", list(Map.of()))
                        .add("bundle.json", list(Map.of("a.json", document)))
                        .bytes());
        bytes(
                "zip-names-by-case",
                listed(new TreeMap<>(Map.of("a.json", document, "A.JSON", document))));
        bytes(
                "zip-not-listed",
                new HostileZip()
                        .add("bundle.json", list(Map.of()))
                        .add("a.json", document)
                        .bytes());
        bytes(
                "zip-listed-not-there",
                new HostileZip().add("bundle.json", list(Map.of("a.json", document))).bytes());
        bytes(
                "zip-wrong-hash",
                new HostileZip()
                        .add("bundle.json", list(Map.of("a.json", document)))
                        .add("a.json", "{}".getBytes(UTF_8))
                        .bytes());
        bytes(
                "zip-list-nested",
                new HostileZip().add("bundle.json", "[".repeat(100_000).getBytes(UTF_8)).bytes());
        bytes(
                "zip-list-of-another-kind",
                new HostileZip()
                        .add(
                                "bundle.json",
                                "{\"files\":[],\"format\":\"marquetry/bundle\",\"formatVersion\":1}"
                                        .getBytes(UTF_8))
                        .bytes());
        bytes("zip-in-zip", listed(Map.of("a.zip", listed(Map.of("a.json", document)))));
        bytes("zip-bomb", new HostileZip().add("bundle.json", new byte[1 << 30 >> 3]).bytes());
        bytes("zip-bomb-of-many", HostileZip.many(300, 4 << 20));
        bytes("zip-of-20000", HostileZip.many(20_000, 1));
        bytes(
                "zip-document-bomb",
                listed(Map.of("a.json", ("[" + "[],".repeat(1_200_000) + "[]]").getBytes(UTF_8))));
        bytes(
                "zip-newer",
                new HostileZip()
                        .add(
                                "bundle.json",
                                "{\"files\":{},\"format\":\"marquetry/bundle\",\"formatVersion\":2}"
                                        .getBytes(UTF_8))
                        .bytes());
        bytes(
                "zip-office",
                new HostileZip().add("[Content_Types].xml", "<Types/>".getBytes(UTF_8)).bytes());
    }

    private void brokenArchives() throws IOException {
        byte[] good = listed(Map.of("a.json", DOCUMENT.getBytes(UTF_8)));
        bytes("zip-cut", Arrays.copyOf(good, good.length / 2));
        bytes("zip-only-its-mark", Arrays.copyOf(good, 4));
        bytes("zip-claims-4-gigabytes", claims(good, 22, 0xFFFFFFFE));
        bytes("zip-claims-packed-4-gigabytes", claims(good, 18, 0xFFFFFFFE));
        bytes("zip-claims-nothing", claims(good, 22, 0));
        bytes("zip-wrong-sum", claims(good, 14, 0x12345678));
        byte[] name = good.clone();
        ByteBuffer.wrap(name).order(ByteOrder.LITTLE_ENDIAN).putShort(26, (short) 0xFFFF);
        bytes("zip-claims-a-long-name", name);
        byte[] extra = good.clone();
        ByteBuffer.wrap(extra).order(ByteOrder.LITTLE_ENDIAN).putShort(28, (short) 0xFFFF);
        bytes("zip-claims-a-long-extra", extra);
        byte[] method = good.clone();
        method[8] = 99;
        bytes("zip-unknown-packing", method);
        byte[] locked = good.clone();
        locked[6] |= 1;
        bytes("zip-locked", locked);
    }

    private static byte[] claims(byte[] zip, int at, int number) {
        byte[] changed = zip.clone();
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(at, number);
        return changed;
    }

    private static byte[] listed(Map<String, byte[]> files) throws IOException {
        HostileZip zip = new HostileZip().add("bundle.json", list(files));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            zip.add(file.getKey(), file.getValue());
        }
        return zip.bytes();
    }

    private static byte[] list(Map<String, byte[]> files) {
        TreeMap<String, Json> hashes = new TreeMap<>();
        files.forEach((name, bytes) -> hashes.put(name, Json.text(Sha256.of(bytes))));
        return CanonicalJson.bytes(
                new Json.Members(
                        new TreeMap<>(
                                Map.of(
                                        "format",
                                        Json.text("marquetry/bundle"),
                                        "formatVersion",
                                        new Json.Whole(1),
                                        "files",
                                        new Json.Members(hashes)))));
    }

    private static String rules(int depth, String innermost) {
        return resealed(
                with(
                        "{\"field\":\"age\",\"type\":\"missing\"}",
                        "{\"rule\":".repeat(depth)
                                + innermost
                                + ",\"type\":\"not\"}".repeat(depth)));
    }

    private static String groups(int depth) {
        return resealed(
                with(
                        "{\"tag\":\"user_vip_one\"}",
                        "{\"anyOf\":[".repeat(depth)
                                + "{\"tag\":\"user_vip_one\"}"
                                + "]}".repeat(depth)));
    }

    private static String with(String what, String instead) {
        if (!DOCUMENT.contains(what)) {
            throw new IllegalStateException("not in the document: " + what);
        }
        return DOCUMENT.replace(what, instead);
    }

    /** Changes the document and gives it the hash of what it says then. */
    private void sealed(String name, String what, String instead) {
        text(name, resealed(with(what, instead)));
    }

    static String resealed(String text) {
        TreeMap<String, Json> members =
                new TreeMap<>(((Json.Members) StrictJson.read(text)).byName());
        members.put("sha256", Json.text(PackageDocumentJson.hash(new Json.Members(members))));
        return CanonicalJson.write(new Json.Members(members));
    }

    private void text(String name, String text) {
        bytes(name, text.getBytes(UTF_8));
    }

    private void bytes(String name, byte[] bytes) {
        if (files.put(name, bytes) != null) {
            throw new IllegalStateException("twice: " + name);
        }
    }

    private static byte[] joined(byte[]... parts) {
        ByteBuffer all =
                ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }
}
