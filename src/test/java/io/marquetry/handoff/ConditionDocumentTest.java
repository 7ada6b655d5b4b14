package io.marquetry.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.ExpressionText;
import io.marquetry.base.Problem;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.Json;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.pack.AssetPackage;
import io.marquetry.tag.Tag;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.TreeMap;

/** Documents whose audience has conditions are of the second version of the format. */
class ConditionDocumentTest {

    private static final String FIRST = "\"formatVersion\":1";
    private static final String SECOND = "\"formatVersion\":2";
    private static final String THIRD = "\"formatVersion\":3";

    private final PackageValidation validation = new PackageValidation();

    @Test
    void aDocumentWithConditionsIsReadAsItWasWritten() {
        for (long seed = 0; seed < 500; seed++) {
            Generated any = new Generated(seed);
            PackageDocument document =
                    document(
                            "user_vip_one and [age >= 30] and ("
                                    + ExpressionText.write(condition(any))
                                    + " or not "
                                    + ExpressionText.write(condition(any))
                                    + ")");
            String text = PackageDocumentJson.write(document);
            ValidationReport report = validate(text);
            assertThat(text).containsAnyOf(SECOND, THIRD);
            assertThat(report.findings()).as("seed %d: %s", seed, text).isEmpty();
            assertThat(report.document()).contains(document);
        }
    }

    @Test
    void aDocumentWithConditionsAloneNeedsNoTags() {
        PackageDocument plain = document("[age >= 30]");
        AssetPackage pack = plain.pack();
        PackageDocument document =
                new PackageDocument(
                        new AssetPackage(
                                pack.key(),
                                pack.name(),
                                pack.source(),
                                pack.audience(),
                                List.of(),
                                List.of(),
                                List.of()),
                        1,
                        plain.createdAt(),
                        plain.size(),
                        plain.sourceTitle(),
                        List.of(),
                        List.of());
        ValidationReport report = validate(PackageDocumentJson.write(document));
        assertThat(report.findings()).isEmpty();
        assertThat(report.document()).contains(document);
    }

    @Test
    void aDocumentWithoutConditionsStaysOfTheFirstVersion() {
        assertThat(SampleDocument.text()).contains(FIRST);
        assertThat(validate(SampleDocument.text()).findings()).isEmpty();
    }

    @Test
    void theFirstVersionKnowsNoConditions() {
        String text = PackageDocumentJson.write(document("user_vip_one and [age >= 30]"));
        assertThat(validate(resealed(text.replace(SECOND, FIRST))).findings())
                .extracting(Problem::key)
                .contains("problem.schema.unknown");
    }

    @Test
    void theSecondVersionKnowsNoDaysThatEndWithToday() {
        PackageDocument made = document("user_vip_one and [joined in the last 7 days]");
        String text = PackageDocumentJson.write(made);
        assertThat(text).contains(THIRD);
        assertThat(validate(text).document()).contains(made);
        assertThat(validate(resealed(text.replace(THIRD, SECOND))).findings())
                .extracting(Problem::key)
                .contains("problem.schema.word");
    }

    @Test
    void aConditionTestsOneAttribute() {
        String text = PackageDocumentJson.write(document("user_vip_one and [age is missing]"));
        String other =
                text.replace(
                        "{\"condition\":{\"field\":\"age\",\"type\":\"missing\"}}",
                        "{\"condition\":{\"tag\":\"user_level_gold\",\"type\":\"hasTag\"}}");
        assertThat(other).isNotEqualTo(text);
        Problem found = validate(resealed(other)).findings().getFirst();
        assertThat(found.key()).isEqualTo("problem.json.condition");
        assertThat(found.args().getFirst()).hasToString("#/audience/expression/allOf/1/condition");
    }

    private static AudienceExpression condition(Generated any) {
        return new AudienceExpression.Condition(any.condition());
    }

    private static PackageDocument document(String audience) {
        PackageDocument sample = SampleDocument.document();
        AssetPackage pack = sample.pack().withAudience(ExpressionText.parse(audience));
        List<Tag> tags =
                sample.tags().stream()
                        .filter(
                                tag ->
                                        !List.of(
                                                        "user_level_gold",
                                                        "user_city_beijing",
                                                        "user_city_web")
                                                .contains(tag.key().value()))
                        .toList();
        return new PackageDocument(
                pack,
                sample.version(),
                sample.createdAt(),
                sample.size(),
                sample.sourceTitle(),
                tags,
                sample.assets());
    }

    private ValidationReport validate(String text) {
        return validation.validate(text.getBytes(UTF_8));
    }

    private static String resealed(String text) {
        TreeMap<String, Json> members = new TreeMap<>(JsonView.of(StrictJson.read(text)).members());
        members.put("sha256", Json.text(PackageDocumentJson.hash(new Json.Members(members))));
        return CanonicalJson.write(new Json.Members(members));
    }
}
