package io.marquetry.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Texts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

class StrictJsonTest {

    @Test
    void moreThanAMillionValuesAreRefused() {
        String most = "[" + "1,".repeat(StrictJson.MAX_VALUES - 2) + "1]";
        assertThat(StrictJson.read(most)).isInstanceOf(Json.Items.class);
        for (String one : List.of("{}", "[]", "1", "\"\"")) {
            String many = "[" + (one + ",").repeat(StrictJson.MAX_VALUES) + one + "]";
            assertThat(refusal(many).key()).isEqualTo("problem.json.tooMany");
        }
    }

    @Test
    void pipeIsRefusedBeforeAnybodyWaitsForIt(@TempDir Path folder) throws Exception {
        Path pipe = folder.resolve("tags.json");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        for (Path path : List.of(pipe, folder, Path.of("/dev/zero"))) {
            assertThatThrownBy(() -> StrictJson.read(path))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().key()).isEqualTo("problem.file.special"));
        }
    }

    @Test
    void membersArraysTextsWholesAndTruthsAreRead() {
        Json json = StrictJson.read(" {\"b\":[1,-2,true,false],\"a\":\"x\\u4e2d😀\"} ");

        assertThat(CanonicalJson.write(json)).isEqualTo("{\"a\":\"x中😀\",\"b\":[1,-2,true,false]}");
    }

    @Test
    void canonicalFormSortsByCodeUnitsAndEscapesShortest() {
        // From RFC 8785, section 3.2.3 and 3.2.2.2.
        Json json =
                StrictJson.read(
                        "{\"\\u20ac\":\"1\",\"\\r\":\"2\",\"\\ufb33\":\"3\",\"1\":\"4\","
                                + "\"\\ud83d\\ude00\":\"5\",\"\\u0080\":\"6\",\"\\u00f6\":\"7\"}");

        assertThat(CanonicalJson.write(json))
                .isEqualTo(
                        "{\"\\r\":\"2\",\"1\":\"4\",\"\u0080\":\"6\",\"ö\":\"7\",\"€\":\"1\",\"😀\":\"5\",\"\ufb33\":\"3\"}");
        assertThat(CanonicalJson.write(Json.text("€$\u000f\nA'B\"\\\\\"/")))
                .isEqualTo("\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|problem.json.empty",
                "`  `|problem.json.empty",
                "nonsense|problem.json.syntax",
                "{\"a\":NaN}|problem.json.syntax",
                "{'a':1}|problem.json.syntax",
                "{a:1}|problem.json.syntax",
                "[1,]|problem.json.syntax",
                "[01]|problem.json.syntax",
                "[+1]|problem.json.syntax",
                "]|problem.json.syntax",
                "[1]]|problem.json.syntax",
                "// x|problem.json.syntax",
                "\"\\q\"|problem.json.syntax",
                "{\"a\":|problem.json.truncated",
                "{\"a\":\"|problem.json.truncated",
                "[|problem.json.truncated",
                "{} {}|problem.json.trailing",
                "1 1|problem.json.trailing",
                "{} x|problem.json.syntax",
                "{\"a\":1,\"b\":{\"c\":1,\"c\":2}}|problem.json.duplicate",
                "{\"a\":1,\"\\u0061\":2}|problem.json.duplicate",
                "[null]|problem.json.null",
                "[1.0]|problem.json.number",
                "[1e3]|problem.json.number",
                "[1e999999999]|problem.json.number",
                "[9007199254740992]|problem.json.number",
                "[12345678901234567890]|problem.json.number",
                "[\"\\ud800\"]|problem.json.surrogate",
                "[\"\\udc00\\ud800\"]|problem.json.surrogate",
                "{\"\\udfff\":1}|problem.json.syntax",
            })
    void whatCouldBeReadInTwoWaysIsRefused(String text, String key) {
        assertThat(refusal(text).key()).isEqualTo(key);
    }

    @Test
    void aPlaceInsideIsNamedAsPointer() {
        assertThat(refusal("{\"a\":[0,{\"b/c\":{\"d\":1,\"d\":1}}]}").args())
                .containsExactly("#/a/1/b~1c", "d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void tenThousandLevelsAreRefused(String open) {
        assertThat(refusal(open.repeat(10_000)).key()).isEqualTo("problem.json.tooDeep");
    }

    @Test
    void theDeepestAllowedLevelIsRead() {
        String open = "[".repeat(StrictJson.MAX_DEPTH);

        assertThat(StrictJson.read(open + "]".repeat(StrictJson.MAX_DEPTH)))
                .isInstanceOf(Json.Items.class);
        assertThat(refusal("[" + open).key()).isEqualTo("problem.json.tooDeep");
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedWithTheirPlace() {
        byte[] bytes = "[\"中\"]".getBytes(Charset.forName("GB18030"));

        assertThat(refusal(bytes)).isEqualTo(Problem.of("problem.json.notUtf8", 3));
    }

    @Test
    void aDocumentCutInsideACharacterIsRefused() {
        byte[] bytes = Arrays.copyOf("[\"中".getBytes(UTF_8), 4);

        assertThat(refusal(bytes)).isEqualTo(Problem.of("problem.json.notUtf8", 3));
    }

    @Test
    void tooManyBytesAndTooLongTextsAreRefused() {
        assertThat(refusal(new byte[StrictJson.MAX_BYTES + 1]).key())
                .isEqualTo("problem.json.tooLarge");
        assertThat(refusal("[\"" + "x".repeat(1_000_001) + "\"]").key())
                .isEqualTo("problem.json.tooLong");
        assertThat(refusal("[" + "1".repeat(2_000) + "]").key()).isEqualTo("problem.json.tooLong");
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        assertThat(StrictJson.read("\uFEFF[]".getBytes(UTF_8))).isEqualTo(StrictJson.read("[]"));
    }

    @Test
    void anAbsentFileIsAProblem() {
        ProblemException e =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> StrictJson.read(Path.of("target/no such file")));

        assertThat(Texts.in(Locale.ENGLISH).sentence(e.problem()))
                .isEqualTo("There is no file target/no such file. Check the path.");
    }

    private static Problem refusal(String text) {
        return catchThrowableOfType(ProblemException.class, () -> StrictJson.read(text)).problem();
    }

    private static Problem refusal(byte[] bytes) {
        return catchThrowableOfType(ProblemException.class, () -> StrictJson.read(bytes)).problem();
    }
}
