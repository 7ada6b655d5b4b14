package io.marquetry.handoff.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.handoff.PackageValidation;
import io.marquetry.handoff.PublishedSchema;
import io.marquetry.handoff.SampleDocument;
import io.marquetry.handoff.ValidationReport;
import io.marquetry.json.Json;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A wrong type at every place that the schema knows is refused, and the place is named. */
class WrongPlacesTest {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private static final List<String> TYPES =
            List.of(
                    "{}",
                    "[]",
                    "\"\"",
                    "\"x\"",
                    "0",
                    "-1",
                    "1.5",
                    "true",
                    "null",
                    "[[[]]]",
                    "{\"a\":{}}");

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
             {"type":"any","rules":[{"type":"not","rule":{"type":"missing","field":"a"}}]},
             {"type":"hasTag","tag":"user_age_young"},
             {"type":"events","stream":"s","aggregate":"SUM","measure":"m","window":{"type":"last","amount":1,"unit":"WEEKS"},
              "where":{"type":"missing","field":"x"},"comparison":"GREATER","value":{"number":"1"}},
             {"type":"events","stream":"s","aggregate":"COUNT","window":{"type":"days","from":"2026-01-01","to":"2026-02-01"},
              "comparison":"GREATER","value":{"number":"1"}},
             {"type":"events","stream":"s","aggregate":"COUNT","window":{"type":"always"},
              "comparison":"GREATER","value":{"number":"1"}}]}
            """;

    private final PackageValidation validation = new PackageValidation();
    private int tried;

    @Test
    void wrongTypeAtEveryPlaceIsRefusedWithItsPlace() {
        ObjectNode document = document();
        everyPlace(document, document, "#");
        assertThat(tried).isGreaterThan(1_500);
        System.out.println(tried + " documents with a wrong type, a missing or an unknown member");
    }

    /** The document has a member for each that the schema speaks of. */
    @Test
    void documentHasEveryPlaceOfTheSchema() {
        Set<String> known = new TreeSet<>();
        properties(
                JsonView.of(StrictJson.read(PublishedSchema.text(PublishedSchema.PACKAGE_2))),
                known);
        Set<String> here = new TreeSet<>();
        names(document(), here);

        assertThat(here).containsAll(known);
    }

    private static ObjectNode document() {
        ObjectNode document = (ObjectNode) MAPPER.readTree(SampleDocument.text());
        document.put("formatVersion", 2);
        ((ObjectNode) document.at("/audience/expression"))
                .withArray("allOf")
                .add(MAPPER.readTree("{\"condition\":{\"type\":\"missing\",\"field\":\"a\"}}"));
        for (JsonNode tag : document.get("tags")) {
            if (tag.get("key").stringValue().equals("user_vip_one")) {
                ((ObjectNode) tag).set("rule", MAPPER.readTree(RULES));
            }
        }
        return document;
    }

    private void everyPlace(ObjectNode document, JsonNode at, String pointer) {
        if (at instanceof ObjectNode members) {
            for (String name : List.copyOf(members.propertyNames())) {
                String place = pointer + "/" + name;
                JsonNode right = members.get(name);
                replaced(document, right, place, wrong -> members.set(name, wrong));
                members.remove(name);
                refused(document, pointer, "without " + place);
                members.set(name, right);
                everyPlace(document, right, place);
            }
            members.put("surprise", 1);
            refused(document, pointer, "with an unknown member at " + pointer);
            members.remove("surprise");
        } else if (at instanceof ArrayNode items) {
            for (int i = 0; i < items.size(); i++) {
                int index = i;
                JsonNode right = items.get(i);
                replaced(document, right, pointer + "/" + i, wrong -> items.set(index, wrong));
                everyPlace(document, right, pointer + "/" + i);
            }
        }
    }

    private void replaced(
            ObjectNode document, JsonNode right, String place, Consumer<JsonNode> set) {
        for (String type : TYPES) {
            JsonNode wrong = MAPPER.readTree(type);
            if (!isAlike(right, wrong)) {
                set.accept(wrong);
                refused(document, place, type + " at " + place);
            }
        }
        set.accept(right);
    }

    /** Of the same type is not wrong by its type; another test changes what it says. */
    private static boolean isAlike(JsonNode right, JsonNode wrong) {
        return right.getNodeType() == wrong.getNodeType()
                && (!right.isNumber() || wrong.isIntegralNumber());
    }

    private void refused(ObjectNode document, String place, String what) {
        tried++;
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
