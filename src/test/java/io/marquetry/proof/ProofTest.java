package io.marquetry.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a text comes to for everybody of an audience, counted before anyone sends it. */
class ProofTest {

    private static final String TAGS =
            """
            {"format":"marquetry/tags","formatVersion":1,"tags":[
             {"key":"user_city_home","category":"AUDIENCE","name":{"en":"Home"},
              "topic":{"en":"City"},"rule":{"type":"compare","field":"city","comparison":"EQUAL",
              "value":{"text":"Home"}}}]}
            """;

    @TempDir private Path folder;

    @Test
    void everyPersonIsCountedOnceAndNobodyOutsideTheAudience() throws Exception {
        fill("id,name,city\\n1,Li,Home\\n2,,Home\\n3,  ,Home\\n4,王小明,Home\\n5,,Away\\n");
        sms("Hi {name}!");
        JsonNode proof = proof();
        assertThat(proof.get("people").asInt()).isEqualTo(4);
        assertThat(proof.get("fields").get(0).get("missing").asInt()).isEqualTo(2);
        assertThat(proof.get("open").asInt()).isEqualTo(2);
        assertThat(proof.get("otherwise").asInt()).isZero();
        assertThat(proof.get("alphabets").get("GSM7").asInt()).isEqualTo(3);
        assertThat(proof.get("alphabets").get("UCS2").asInt()).isEqualTo(1);
        assertThat(proof.get("parts").get("1").asInt()).isEqualTo(4);
    }

    @Test
    void fallbackIsCountedApartFromNothing() throws Exception {
        fill("id,name,city\\n1,Li,Home\\n2,,Home\\n");
        sms("Hi {name|friend}");
        assertThat(proof().get("otherwise").asInt()).isEqualTo(1);
        assertThat(proof().get("open").asInt()).isZero();
        // One of its places says nothing otherwise: people read a gap there.
        sms("Hi {name|friend}, {name}");
        assertThat(proof().get("open").asInt()).isEqualTo(1);
    }

    @Test
    void partsAreThoseOfEachPersonsText() throws Exception {
        String wide = "王".repeat(60);
        String long7 = "a".repeat(150);
        fill("id,name,city\\n1,Li,Home\\n2," + wide + ",Home\\n3," + long7 + ",Home\\n");
        sms("0123456789 {name}");
        JsonNode proof = proof();
        assertThat(proof.get("parts").get("1").asInt()).isEqualTo(1);
        assertThat(proof.get("parts").get("2").asInt()).isEqualTo(2);
        assertThat(proof.get("messages").asInt()).isEqualTo(5);
        assertThat(proof.get("longest").asInt()).isEqualTo(161);
    }

    @Test
    void fieldThatTheSourceLacksIsMissingForAllAndCanBeFilledForAll() throws Exception {
        fill("id,name,city\\n1,Li,Home\\n2,Wu,Home\\n");
        sms("{name}, until {valid_until}");
        JsonNode field = proof().get("fields").get(1);
        assertThat(field.get("known").asBoolean()).isFalse();
        assertThat(field.get("missing").asInt()).isEqualTo(2);
        assertThat(proof("--fill", "valid_until=1 May").get("open").asInt()).isZero();
        assertThat(proof("--person", "2", "--fill", "valid_until=1 May").get("text").asString())
                .isEqualTo("Wu, until 1 May");
    }

    @Test
    void assetWithoutATextHasNoProof() throws Exception {
        fill("id,name,city\\n1,Li,Home\\n");
        cli("asset", "create", "coupon_x", "--kind", "COUPON");
        assertThat(cli("asset", "proof", "coupon_x", "--expression", "user_city_home").err())
                .contains("has no text");
    }

    private void fill(String rows) throws Exception {
        Path people = folder.resolve("people.csv");
        Files.writeString(people, rows.replace("\\n", "\n"));
        Path tags = folder.resolve("tags.json");
        Files.writeString(tags, TAGS);
        assertThat(cli("profiles", "import", people.toString(), "--key", "id").err()).isNotNull();
        assertThat(cli("tag", "import", tags.toString()).code()).isZero();
        assertThat(cli("asset", "create", "sms_hi", "--kind", "SMS_TEMPLATE", "--text", "x").code())
                .isZero();
    }

    private void sms(String text) {
        assertThat(cli("asset", "edit", "sms_hi", "--text", text).code()).isZero();
    }

    private JsonNode proof(String... more) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "asset",
                                "proof",
                                "sms_hi",
                                "--expression",
                                "user_city_home",
                                "--json"));
        all.addAll(List.of(more));
        CliRun run = cli(all.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        return run.json();
    }

    private CliRun cli(String... command) {
        return CliRun.in(folder.resolve("workspace"), command);
    }
}
