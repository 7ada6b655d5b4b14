package io.marquetry.handoff.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Sha256;
import io.marquetry.base.Texts;
import io.marquetry.cli.CliRun;
import io.marquetry.handoff.PackageValidation;
import io.marquetry.handoff.PublishedSchema;
import io.marquetry.handoff.SampleDocument;
import io.marquetry.handoff.TagFile;
import io.marquetry.handoff.ValidationReport;
import io.marquetry.handoff.bundle.BundleFile;
import io.marquetry.handoff.sign.Signatures;
import io.marquetry.json.Json;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A wrong type at every place that the schema knows is refused, and the place is named. */
class WrongPlacesTest {

    /** One rule of each kind, with a value and a window of each kind among them. */
    private static final String RULES =
            """
            {"type":"all","rules":[
             {"type":"compare","field":"a","comparison":"EQUAL","value":{"number":"1.5"}},
             {"type":"compare","field":"a","comparison":"LESS","value":{"truth":true}},
             {"type":"compare","field":"a","comparison":"AT_MOST","value":{"moment":"2026-01-02T03:04:05"}},
             {"type":"between","field":"a","low":{"day":"2026-01-01"},"high":{"ago":{"amount":1,"unit":"DAYS"}}},
             {"type":"inList","field":"a","values":[{"text":"x"}]},
             {"type":"match","field":"a","part":"CONTAINS","text":"x"},
             {"type":"inLast","field":"a","amount":7,"unit":"DAYS"},
             {"type":"events","stream":"s","aggregate":"COUNT","window":{"type":"inLast","amount":1,"unit":"MONTHS"},
              "comparison":"GREATER","value":{"number":"1"}},
             {"type":"any","rules":[{"type":"not","rule":{"type":"missing","field":"a"}}]},
             {"type":"hasTag","tag":"user_age_young"},
             {"type":"events","stream":"s","aggregate":"SUM","measure":"m","window":{"type":"last","amount":1,"unit":"WEEKS"},
              "where":{"type":"missing","field":"x"},"comparison":"GREATER","value":{"number":"1"}},
             {"type":"events","stream":"s","aggregate":"COUNT","window":{"type":"days","from":"2026-01-01","to":"2026-02-01"},
              "comparison":"GREATER","value":{"number":"1"}},
             {"type":"events","stream":"s","aggregate":"COUNT","window":{"type":"always"},
              "comparison":"GREATER","value":{"number":"1"}}]}
            """;

    private static final String ENCLOSED =
            """
            {"version":{"formatVersion":5,"sha256":"%1$s"},
             "recipients":{"file":"one.csv","form":"CSV","people":142,"sha256":"%1$s"},
             "sql":{"dialect":"H2","statement":"select ?","values":[{"text":"x"}]}}
            """
                    .formatted("0".repeat(64));

    @TempDir private Path folder;

    private final PackageValidation validation = new PackageValidation();

    @Test
    void wrongTypeAtEveryPlaceIsRefusedWithItsPlace() {
        int tried = WrongTypes.everywhere(document(), this::refused);
        assertThat(tried).isGreaterThan(1_500);
        System.out.println(tried + " documents with a wrong type, a missing or an unknown member");
    }

    @Test
    void wrongTypeInAFileOfTagsIsRefused() {
        ObjectNode document = document();
        ObjectNode tags = WrongTypes.MAPPER.createObjectNode();
        tags.put("format", "marquetry/tags").put("formatVersion", 2);
        tags.set("tags", document.get("tags"));
        tags.set("assets", document.get("assets"));
        int tried =
                WrongTypes.everywhere(
                        tags,
                        (wrong, place, what) -> {
                            // Assets may be left out, and names of facts are anybody's.
                            if (!what.equals("without #/assets") && !isFree(place, what)) {
                                assertThatThrownBy(() -> TagFile.read(read(wrong)))
                                        .as(what)
                                        .isInstanceOf(ProblemException.class);
                            }
                        });
        assertThat(tried).isGreaterThan(1_000);
        System.out.println(tried + " files of tags with a wrong type");
    }

    @Test
    void wrongTypeInWhatABundleOrASignatureSaysOfItselfIsRefused() throws IOException {
        ObjectNode manifest =
                (ObjectNode)
                        WrongTypes.MAPPER.readTree(
                                """
                                {"format":"marquetry/bundle","formatVersion":2,
                                 "files":{"a.json":"%s"},
                                 "sources":[{"name":"people","title":"People","fields":[
                                   {"path":"level","type":"TEXT"},{"path":"orders/","type":"EVENTS"}]}]}
                                """
                                        .formatted(Sha256.of("{}")));
        int tried =
                WrongTypes.everywhere(
                        manifest,
                        (wrong, place, what) ->
                                assertThatThrownBy(() -> BundleFile.read(bundle(wrong)))
                                        .as(what)
                                        .isInstanceOf(ProblemException.class));
        ObjectNode signature =
                (ObjectNode)
                        WrongTypes.MAPPER.readTree(
                                """
                                {"algorithm":"Ed25519","format":"marquetry/signature","formatVersion":1,"key":"AAAA",
                                 "sha256":"%s","signature":"AAAA","signedAt":"2026-11-28T09:30:00Z","signer":"Ann"}
                                """
                                        .formatted(Sha256.of("{}")));
        Signatures signatures =
                new Signatures(folder.resolve("config"), InstantSource.fixed(CliRun.NOW));
        Path signed = Files.writeString(folder.resolve("signed.json"), "{}");
        tried +=
                WrongTypes.everywhere(
                        signature,
                        (wrong, place, what) ->
                                assertThatThrownBy(
                                                () ->
                                                        signatures.verify(
                                                                signed,
                                                                Files.writeString(
                                                                        folder.resolve("s.sig"),
                                                                        wrong.toString())))
                                        .as(what)
                                        .isInstanceOf(ProblemException.class));
        assertThat(tried).isGreaterThan(200);
        System.out.println(tried + " manifests and signatures with a wrong type");
    }

    private Path bundle(ObjectNode manifest) throws IOException {
        return Files.write(
                folder.resolve("wrong.mqpack"),
                new HostileZip()
                        .add("manifest.json", manifest.toString().getBytes(StandardCharsets.UTF_8))
                        .add("a.json", "{}".getBytes(StandardCharsets.UTF_8))
                        .bytes());
    }

    private static boolean isFree(String place, String what) {
        return what.startsWith("without") || place.contains("/facts");
    }

    private static Json read(ObjectNode document) {
        return StrictJson.read(document.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The document has a member for each that the schema speaks of. */
    @Test
    void documentHasEveryPlaceOfTheSchema() {
        Set<String> known = new TreeSet<>();
        properties(
                JsonView.of(StrictJson.read(PublishedSchema.text(PublishedSchema.PACKAGE_5))),
                known);
        Set<String> here = new TreeSet<>();
        names(document(), here);

        assertThat(here).containsAll(known);
    }

    private static final String PICTURES =
            """
            [{"sha256":"%s","mediaType":"image/png","size":70,"text":{"en":"A sign"}}]
            """
                    .formatted("0a".repeat(32));

    private static ObjectNode document() {
        ObjectNode document = (ObjectNode) WrongTypes.MAPPER.readTree(SampleDocument.text());
        document.put("formatVersion", 5);
        ((ObjectNode) document.at("/assets/0"))
                .set("pictures", WrongTypes.MAPPER.readTree(PICTURES));
        document.set("enclosed", WrongTypes.MAPPER.readTree(ENCLOSED));
        ((ObjectNode) document.at("/audience/expression"))
                .withArray("allOf")
                .add(
                        WrongTypes.MAPPER.readTree(
                                "{\"condition\":{\"type\":\"missing\",\"field\":\"a\"}}"));
        for (JsonNode tag : document.get("tags")) {
            if (tag.get("key").stringValue().equals("user_vip_one")) {
                ((ObjectNode) tag).set("rule", WrongTypes.MAPPER.readTree(RULES));
            }
        }
        return document;
    }

    private void refused(ObjectNode document, String place, String what) {
        ValidationReport report =
                validation.validate(document.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(report.findings()).as(what).isNotEmpty();
        List<String> sentences = new ArrayList<>();
        for (Problem problem : report.findings()) {
            sentences.add(Texts.in(Locale.ENGLISH).sentence(problem));
        }
        assertThat(sentences).as(what).allMatch(sentence -> sentence.length() < 700);
        boolean optional = what.startsWith("without");
        if (!optional) {
            assertThat(sentences.toString()).as(what).contains(place.equals("#") ? "#" : place);
        }
    }

    private static void properties(JsonView schema, Set<String> into) {
        if (schema.json() instanceof Json.Members) {
            for (Map.Entry<String, JsonView> member : schema.entries()) {
                if (member.getKey().equals("properties")) {
                    into.addAll(member.getValue().members().keySet());
                }
                properties(member.getValue(), into);
            }
        } else if (schema.json() instanceof Json.Items) {
            schema.items().forEach(item -> properties(item, into));
        }
    }

    private static void names(JsonNode node, Set<String> into) {
        if (node.isObject()) {
            into.addAll(node.propertyNames());
        }
        node.forEach(child -> names(child, into));
    }
}
