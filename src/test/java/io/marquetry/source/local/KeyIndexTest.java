package io.marquetry.source.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** The compact index of keys behaves as a map. */
class KeyIndexTest {

    @Test
    void keysKeepTheirOrdinalAndFirstLine() {
        Random random = new Random(11);
        KeyIndex index = new KeyIndex();
        Map<String, Long> lines = new HashMap<>();
        Map<String, Long> ordinals = new HashMap<>();
        for (long line = 1; line <= 50_000; line++) {
            String key = "k" + random.nextInt(30_000);
            Long before = lines.putIfAbsent(key, line);
            ordinals.putIfAbsent(key, (long) ordinals.size());
            assertThat(index.add(key, line)).isEqualTo(before == null ? KeyIndex.ABSENT : before);
        }
        ordinals.forEach((key, ordinal) -> assertThat(index.ordinal(key)).isEqualTo(ordinal));
        assertThat(index.ordinal("unknown")).isEqualTo(KeyIndex.ABSENT);
    }
}
