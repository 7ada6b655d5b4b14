package io.marquetry.ui.packages;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.pack.PackageKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Set;

class NewPackageModelTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Gold upgrade, spring|pack_gold_upgrade_spring",
                "pack summer|pack_summer",
                "Été à Paris 2026|pack_ete_a_paris_2026",
                "春季金卡升级|pack_new",
                "--- ---|pack_new",
            })
    void keyIsProposedFromTheName(String name, String key) {
        assertThat(PackageKeys.fromName(name, Set.of()).value()).isEqualTo(key);
    }

    @Test
    void aTakenKeyGetsANumber() {
        Set<PackageKey> taken = Set.of(new PackageKey("pack_new"), new PackageKey("pack_new_2"));
        assertThat(PackageKeys.fromName("新", taken).value()).isEqualTo("pack_new_3");
    }

    @Test
    void theLongestNameStillGivesAKey() {
        PackageKey key = PackageKeys.fromName("a".repeat(500), Set.of());
        assertThat(PackageKeys.free(key.value(), Set.of(key)).value()).hasSizeLessThan(65);
    }
}
