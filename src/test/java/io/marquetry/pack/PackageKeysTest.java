package io.marquetry.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.Set;

class PackageKeysTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Gold upgrade, spring|pack_gold_upgrade_spring",
                "pack summer|pack_summer",
                "Été à Paris 2026|pack_ete_a_paris_2026",
                "春季金卡升级|pack_20261128",
                "--- ---|pack_20261128",
            })
    void keyIsProposedFromTheName(String name, String key) {
        assertThat(PackageKeys.fromName(name, Set.of(), DAY).value()).isEqualTo(key);
    }

    @Test
    void aTakenKeyGetsANumber() {
        Set<PackageKey> taken =
                Set.of(new PackageKey("pack_20261128"), new PackageKey("pack_20261128_2"));
        assertThat(PackageKeys.fromName("新", taken, DAY).value()).isEqualTo("pack_20261128_3");
    }

    @Test
    void theLongestNameStillGivesAKey() {
        PackageKey key = PackageKeys.fromName("a".repeat(500), Set.of(), DAY);
        assertThat(PackageKeys.free(key.value(), Set.of(key)).value()).hasSizeLessThan(65);
    }
}
