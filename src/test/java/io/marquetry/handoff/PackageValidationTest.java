package io.marquetry.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Texts;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.Json;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.TreeMap;

class PackageValidationTest {

    private final PackageValidation validation = new PackageValidation();

    @Test
    void aWrittenDocumentIsValidAndReadBackEqual() {
        ValidationReport report = validate(SampleDocument.text());

        assertThat(report.findings()).isEmpty();
        assertThat(report.document()).contains(SampleDocument.document());
        assertThat(SampleDocument.text()).isEqualTo(SampleDocument.text());
    }

    @Test
    void twentyDigitsInARuleStayExact() {
        assertThat(SampleDocument.text()).contains("\"12345678901234567890.5\"");
    }

    @Test
    void anotherLayoutOfTheSameContentIsValid() {
        String spaced =
                SampleDocument.text()
                        .replace("{", " {\n ")
                        .replace(":", " :")
                        .replace("Z\"", "Z\"");

        assertThat(spaced).isNotEqualTo(SampleDocument.text());
        // The text of a coupon holds no brace or colon, so only the layout changed.
        assertThat(
                        validate(
                                        spaced.replace(" {\n name}", "{name}")
                                                .replace(" :20 :30", ":20:30")
                                                .replace(" :02 :03", ":02:03"))
                                .findings())
                .isEmpty();
    }

    /** Each row: a text in the document, what takes its place, the first finding and its place. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"audience\":142|\"audience\":143|problem.document.hash|#/sha256",
                "\"formatVersion\":1|\"formatVersion\":6|problem.json.formatNewer|#/formatVersion",
                "\"formatVersion\":1|\"formatVersion\":0|problem.json.formatUnknown|#/formatVersion",
                "\"formatVersion\":1|\"formatVersion\":\"1\"|problem.json.type.whole|#/formatVersion",
                "marquetry/package|marquetry/tags|problem.json.format|#/format",
                "\"version\":3|\"version\":3,\"version\":3|problem.json.duplicate|#/package",
                "\"version\":3|\"version\":0|problem.json.range|#/package/version",
                "\"version\":3|\"version\":3.0|problem.json.number|#/package/version",
                "\"version\":3|\"version\":1e999999999|problem.json.number|#/package/version",
                "\"version\":3|\"version\":null|problem.json.null|#/package/version",
                "\"version\":3|\"version\":NaN|problem.json.syntax|1",
                "\"version\":3|\"colour\":3|problem.json.unknownField|#/package",
                "\"title\":\"customers.csv\"|\"titel\":\"\"|problem.json.unknownField|#/audience/source",
                ",\"title\":\"customers.csv\"||problem.json.missing|#/audience/source",
                "\"audience\":142|\"audience\":64001|problem.json.range|#/audience/size/audience",
                "\"audience\":142|\"audience\":\"142\"|problem.json.type.whole|#/audience/size/audience",
                "2026-03-01T10:20:30Z|2026-03-01T10:20:30|problem.json.instant|#/package/createdAt",
                "\"today\":\"2026-03-01\"|\"today\":\"2026-02-30\"|problem.json.day|#/audience/size/today",
                "\"benefits\":[|\"benefits\":[7,|problem.json.type.text|#/benefits/0",
                "\"benefits\":[|\"benefits\":[\"coupon_value_99\",|problem.document.tagMissing|#/benefits",
                "\"benefits\":[|\"benefits\":[\"coupon_value_50\",|problem.schema.twice|#/benefits",
                "\"benefits\":[|\"benefits\":[\"user_level_gold\",|problem.document.category|#/benefits",
                "\"hasTag\"|\"hasTags\"|problem.json.word|#/tags/7/rule/rules/0/type",
                "{\"tag\":\"user_age_young\",\"type\":\"hasTag\"}|{\"tag\":\"user_vip_one\",\"type\":\"hasTag\"}|problem.json.at|#/tags/7/rule",
                "{\"tag\":\"user_age_young\",\"type\":\"hasTag\"}|{\"tag\":\"user_not_there\",\"type\":\"hasTag\"}|problem.document.tagMissing|#/tags/7/rule",
                "{\"tag\":\"user_age_young\",\"type\":\"hasTag\"}|{\"tag\":\"coupon_value_50\",\"type\":\"hasTag\"}|problem.json.at|#/tags/7/rule",
                "{\"tag\":\"user_age_young\",\"type\":\"hasTag\"}|{\"field\":\"x\",\"type\":\"missing\"}|problem.document.tagUnused|#/tags/3",
                "\"key\":\"user_level_gold\"|\"key\":\"user_city_web\"|problem.json.keyTwice|#/tags/6",
                "\"asset\":\"coupon_50\"|\"asset\":\"coupon_51\"|problem.document.assetMissing|#/tags/0/asset",
                "not user_level_gold|not user_city_web|problem.document.text|#/audience/text",
                "not user_level_gold|not not|problem.json.at|#/audience/text",
                "\"allOf\":[|\"anyOf\":[|problem.json.outermostGroup|#/audience/expression",
                "\"except\":[{\"tag\":\"user_level_gold\"}]|\"except\":[]|problem.json.atLeastOne|#/audience/expression/allOf/2/except",
                "你好|\\ud800|problem.json.surrogate|#/assets/1/body/zh",
            })
    void whatIsWrongIsNamedWithItsPlace(String text, String instead, String key, String place) {
        String broken = SampleDocument.text().replace(text, instead == null ? "" : instead);
        assertThat(broken).isNotEqualTo(SampleDocument.text());

        List<Problem> findings =
                validate(key.startsWith("problem.document.hash") ? broken : resealed(broken))
                        .findings();

        assertThat(findings).extracting(Problem::key).contains(key);
        Problem found =
                findings.stream().filter(p -> p.key().equals(key)).findFirst().orElseThrow();
        assertThat(found.args().getFirst()).hasToString(place);
        findings.forEach(
                p ->
                        Texts.LANGUAGES.forEach(
                                l -> assertThat(Texts.in(l).sentence(p)).isNotBlank()));
    }

    @Test
    void allFindingsOfOneStageAreReported() {
        String broken =
                SampleDocument.text()
                        .replace("\"version\":3", "\"version\":\"3\"")
                        .replace("\"category\":\"BENEFIT\"", "\"category\":\"GIFT\"")
                        .replace(",\"title\":\"customers.csv\"", "");

        assertThat(validate(broken).findings())
                .extracting(p -> p.args().getFirst().toString())
                .contains("#/package/version", "#/tags/0/category", "#/audience/source");
    }

    @Test
    void emptyTruncatedAndForeignFilesAreNamed() {
        assertThat(validate("").findings())
                .extracting(Problem::key)
                .containsExactly("problem.json.empty");
        assertThat(validate("PK\u0003\u0004").findings())
                .extracting(Problem::key)
                .containsExactly("problem.json.syntax");
        assertThat(validate("{}").findings())
                .extracting(Problem::key)
                .containsExactly("problem.json.missing");
        assertThat(validate("[]").findings())
                .extracting(Problem::key)
                .containsExactly("problem.json.type.object");
        assertThat(validate("[".repeat(10_000)).findings())
                .extracting(Problem::key)
                .containsExactly("problem.json.tooDeep");
        String text = SampleDocument.text();
        for (int length = 1; length < text.length(); length += 97) {
            assertThat(validate(text.substring(0, length)).findings())
                    .extracting(Problem::key)
                    .isSubsetOf("problem.json.truncated", "problem.json.syntax");
        }
    }

    @Test
    @Timeout(20)
    void aChainOfTenThousandTagsIsJudged() {
        StringBuilder tags = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            String rule =
                    i == 0
                            ? "{'type':'missing','field':'x'}"
                            : "{'type':'hasTag','tag':'user_chain_" + (i - 1) + "'}";
            tags.append(",{'key':'user_chain_")
                    .append(i)
                    .append("','category':'AUDIENCE','name':{'en':'x'},'topic':{'en':'x'},'rule':")
                    .append(rule)
                    .append('}');
        }
        String text =
                SampleDocument.text()
                        .replace(
                                "\"tags\":[",
                                "\"tags\":[" + tags.substring(1).replace('\'', '"') + ",")
                        .replace(
                                "{\"tag\":\"user_age_young\",\"type\":\"hasTag\"}",
                                "{\"tag\":\"user_chain_9999\",\"type\":\"hasTag\"}");

        assertThat(validate(resealed(text)).findings())
                .extracting(Problem::key)
                .containsOnly("problem.document.tagUnused");
    }

    private ValidationReport validate(String text) {
        return validation.validate(text.getBytes(UTF_8));
    }

    /** Gives a changed document the right hash again, so that the change itself is judged. */
    private static String resealed(String text) {
        try {
            TreeMap<String, Json> members =
                    new TreeMap<>(JsonView.of(StrictJson.read(text)).members());
            members.put("sha256", Json.text(PackageDocumentJson.hash(new Json.Members(members))));
            return CanonicalJson.write(new Json.Members(members));
        } catch (ProblemException e) {
            return text;
        }
    }
}
