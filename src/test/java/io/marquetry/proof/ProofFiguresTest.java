package io.marquetry.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.dispatch.ReadyToSend;
import io.marquetry.source.SourceEngine;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How long a proof for a million people takes; depends on the machine, so it runs apart. */
@Tag("reliability")
class ProofFiguresTest {

    private static final int MILLION = 1_000_000;

    @TempDir private Path folder;

    @Test
    void aMillionPeopleAreFilledAndMeasuredInThreeSeconds() {
        ReadyToSend.fill(folder, MILLION, SourceEngine.DUCKDB);
        Asset text =
                new Asset(
                        new AssetKey("sms_figures"),
                        Asset.Kind.SMS_TEMPLATE,
                        LocalizedText.of("Figures", "数字"),
                        Optional.of(
                                LocalizedText.of(
                                        "Dear {name|customer}, your level is {level}. Show this"
                                                + " message in any store until {valid_until|Sunday}.",
                                        "{name|您}好")),
                        new TreeMap<>());
        try (Workspace workspace = ReadyToSend.open(folder, "li", ReadyToSend.NOW)) {
            double best = Double.MAX_VALUE;
            for (int i = 0; i < 4; i++) {
                long begun = System.nanoTime();
                Proof proof =
                        workspace
                                .proofs()
                                .of(
                                        text,
                                        Locale.ENGLISH,
                                        new SourceName("people"),
                                        Optional.empty(),
                                        workspace.tags().catalog(),
                                        Map.of(),
                                        new CancelSignal());
                double took = (System.nanoTime() - begun) / 1e9;
                best = Math.min(best, took);
                System.out.printf(
                        Locale.ROOT,
                        "proof of %d people: %.2f s; missing %s, parts %s%n",
                        proof.people(),
                        took,
                        proof.fields(),
                        proof.parts());
                assertThat(proof.people()).isEqualTo(MILLION);
                assertThat(proof.parts().values().stream().mapToLong(n -> n).sum())
                        .isEqualTo(MILLION);
            }
            assertThat(best).isLessThan(3);
        }
    }
}
