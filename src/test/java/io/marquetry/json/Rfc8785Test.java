package io.marquetry.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The vectors that were published with RFC 8785; {@code rfc8785/README.md} tells from where. */
class Rfc8785Test {

    @ParameterizedTest
    @ValueSource(strings = {"arrays", "french", "structures", "unicode", "values", "weird"})
    void publishedVectorIsWrittenAsPublished(String name) throws IOException {
        byte[] expected = bytes("/rfc8785/output/" + name + ".json");
        JsonNode input = JsonMapper.shared().readTree(bytes("/rfc8785/input/" + name + ".json"));

        assertThat(new String(CanonicalJson.bytes(json(input)), StandardCharsets.UTF_8))
                .isEqualTo(new String(expected, StandardCharsets.UTF_8));
        assertThat(CanonicalJson.bytes(json(input))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"french", "unicode", "weird"})
    void publishedVectorWithoutNumbersIsReadStrictlyAndWrittenAsPublished(String name)
            throws IOException {
        assertThat(CanonicalJson.bytes(StrictJson.read(bytes("/rfc8785/input/" + name + ".json"))))
                .isEqualTo(bytes("/rfc8785/output/" + name + ".json"));
    }

    /** Appendix B: the bits of a number after IEEE 754, and its canonical text. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000,0",
        "8000000000000000,0",
        "0000000000000001,5e-324",
        "8000000000000001,-5e-324",
        "7fefffffffffffff,1.7976931348623157e+308",
        "ffefffffffffffff,-1.7976931348623157e+308",
        "4340000000000000,9007199254740992",
        "c340000000000000,-9007199254740992",
        "4430000000000000,295147905179352830000",
        "44b52d02c7e14af5,9.999999999999997e+22",
        "44b52d02c7e14af6,1e+23",
        "44b52d02c7e14af7,1.0000000000000001e+23",
        "444b1ae4d6e2ef4e,999999999999999700000",
        "444b1ae4d6e2ef4f,999999999999999900000",
        "444b1ae4d6e2ef50,1e+21",
        "3eb0c6f7a0b5ed8c,9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d,0.000001",
        "41b3de4355555553,333333333.3333332",
        "41b3de4355555554,333333333.33333325",
        "41b3de4355555555,333333333.3333333",
        "41b3de4355555556,333333333.3333334",
        "41b3de4355555557,333333333.33333343",
        "becbf647612f3696,-0.0000033333333333333333",
        "43143ff3c1cb0959,1424953923781206.2",
    })
    void numberOfAppendixBIsWrittenAsPublished(String bits, String text) {
        double number = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));

        assertThat(CanonicalJson.write(new Json.Real(number))).isEqualTo(text);
    }

    /** The last two of appendix B, and minus infinity. */
    @ParameterizedTest
    @ValueSource(strings = {"7fffffffffffffff", "7ff0000000000000", "fff0000000000000"})
    void whatIsNoNumberIsRefused(String bits) {
        double number = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));

        assertThatThrownBy(() -> new Json.Real(number))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Json json(JsonNode node) {
        if (node.isObject()) {
            TreeMap<String, Json> members = new TreeMap<>();
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                members.put(member.getKey(), json(member.getValue()));
            }
            return new Json.Members(members);
        }
        if (node.isArray()) {
            return new Json.Items(node.valueStream().map(Rfc8785Test::json).toList());
        }
        if (node.isString()) {
            return Json.text(node.stringValue());
        }
        if (node.isNumber()) {
            return new Json.Real(node.doubleValue());
        }
        return node.isNull() ? new Json.Nothing() : new Json.Truth(node.booleanValue());
    }

    private static byte[] bytes(String resource) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(Rfc8785Test.class.getResourceAsStream(resource))) {
            return in.readAllBytes();
        }
    }
}
