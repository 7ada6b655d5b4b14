package io.marquetry.store.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.SourceName;
import io.marquetry.base.FieldName;
import io.marquetry.base.LocalizedText;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.Json;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.source.FieldLabels;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.SourcePlace;
import io.marquetry.store.Examples;
import io.marquetry.store.json.SourceJson;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

class SourceJsonTest {

    @Test
    void sourceIsReadAsItWasWritten() {
        ProfileSource source = Examples.source(new SourceName("shop"));
        Json written = SourceJson.write(source);
        assertThat(SourceJson.read(JsonView.of(written))).isEqualTo(source);
    }

    @Test
    void labelsAreReadAsTheyWereWrittenAndAbsentWhereThereAreNone() {
        ProfileSource source = Examples.source(new SourceName("shop"));
        FieldLabels labels =
                FieldLabels.NONE
                        .with(
                                new FieldName.OfProfiles("city"),
                                Optional.of(LocalizedText.of("Town", "城镇")))
                        .with(
                                new FieldName.Events("buys"),
                                Optional.of(LocalizedText.of(Locale.ENGLISH, "purchases")))
                        .with(
                                new FieldName.OfEvents("buys", "city"),
                                Optional.of(LocalizedText.of(Locale.CHINESE, "发货城市")));
        ProfileSource labelled = source.withLabels(labels);
        assertThat(SourceJson.read(JsonView.of(SourceJson.write(labelled)))).isEqualTo(labelled);
        assertThat(CanonicalJson.write(SourceJson.write(source))).doesNotContain("labels");
    }

    @Test
    void sourceInPlaceIsReadAsItWasWritten() {
        ProfileSource sealed = Examples.source(new SourceName("shop"));
        ProfileSource source =
                new ProfileSource(
                        sealed.name(),
                        sealed.title(),
                        new SourcePlace.InPlace(
                                "/data/it's.duckdb",
                                Optional.of("people"),
                                Optional.empty(),
                                List.of(new SourcePlace.InPlaceEvents("orders", "who", "at"))),
                        sealed.fingerprint(),
                        sealed.asOf(),
                        sealed.fixedToday(),
                        sealed.profiles(),
                        sealed.model());
        assertThat(SourceJson.read(JsonView.of(SourceJson.write(source)))).isEqualTo(source);
    }

    @Test
    void sourceOfTheFirstReleaseLiesInH2() {
        String old =
                """
                {"name":"shop","title":"Shop.csv","file":"sources/shop-1","fileSha256":"ab",
                 "fingerprint":"cd","asOf":"2026-01-02T03:04:05Z","profiles":2,
                 "model":{"table":"PROFILE","idColumn":"ORD","keyColumn":"PROFILE_KEY",
                          "attributes":[],"streams":[]}}
                """;
        assertThat(SourceJson.read(JsonView.of(StrictJson.read(old))).place())
                .isEqualTo(new SourcePlace.Sealed(SourceEngine.H2, "sources/shop-1", "ab"));
    }
}
