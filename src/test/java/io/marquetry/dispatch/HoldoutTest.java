package io.marquetry.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntFunction;

/** Chance that anybody can work out again is chance all the same. */
class HoldoutTest {

    private static final int PEOPLE = 20_000;
    private static final int SALTS = 40;

    /** The kinds of keys that sources have. */
    private static final List<IntFunction<String>> KEYS =
            List.of(
                    Integer::toString,
                    i -> String.format(Locale.ROOT, "C%08d", i),
                    i -> new UUID(i, 31L * i).toString(),
                    i -> "person" + i + "@example.com");

    @Test
    void theSameKeyAndSaltGiveTheSameNumberForEver() {
        // Worked out by: printf '\0\0\0\4salt42' | sha256sum, top 53 bits, divided by 2^53.
        assertThat(new Holdout("salt", 0.1).u("42")).isEqualTo(0.9129139144273691);
    }

    /** A database that knows nothing of this program keeps the same people out. */
    @Test
    void anotherProgramWorksOutTheSameArms() throws SQLException {
        String salt = "salt-盐";
        Holdout holdout = new Holdout(salt, 0.1);
        StringBuilder hex = new StringBuilder();
        byte[] bytes = salt.getBytes(StandardCharsets.UTF_8);
        for (byte one :
                ByteBuffer.allocate(4 + bytes.length).putInt(bytes.length).put(bytes).array()) {
            hex.append("\\x%02X".formatted(one));
        }
        int held = 0;
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement ask = duck.createStatement();
                ResultSet rows =
                        ask.executeQuery(
                                """
                                select i, (('0x' || left(sha256('%s'::blob || encode('C客' || i)), 14))
                                           ::ubigint >> 3) / 9007199254740992.0 < 0.1
                                from range(%d) people(i)
                                """
                                        .formatted(hex, PEOPLE))) {
            while (rows.next()) {
                boolean out = holdout.holds("C客" + rows.getInt(1));
                assertThat(rows.getBoolean(2)).as("person %d", rows.getInt(1)).isEqualTo(out);
                held += out ? 1 : 0;
            }
        }
        assertThat(held).isBetween(PEOPLE / 12, PEOPLE / 8);
    }

    @Test
    void theNumbersAreEvenlySpread() {
        // Kolmogorov-Smirnov: above 2.15 / sqrt(n) once in 10,000 samples; here 160.
        double limit = 2.15 / Math.sqrt(PEOPLE);
        for (IntFunction<String> keys : KEYS) {
            for (int salt = 0; salt < SALTS; salt++) {
                Holdout holdout = new Holdout("dispatch-" + salt, 0.1);
                double[] u = new double[PEOPLE];
                for (int i = 0; i < PEOPLE; i++) {
                    u[i] = holdout.u(keys.apply(i));
                }
                Arrays.sort(u);
                double most = 0;
                for (int i = 0; i < PEOPLE; i++) {
                    most =
                            Math.max(
                                    most,
                                    Math.max(
                                            u[i] - (double) i / PEOPLE, (i + 1.0) / PEOPLE - u[i]));
                }
                assertThat(most).isLessThan(limit);
            }
        }
    }

    @Test
    void twoDispatchesHoldOutIndependentPeople() {
        List<boolean[]> held = new ArrayList<>();
        for (int salt = 0; salt < SALTS; salt++) {
            Holdout holdout = new Holdout("dispatch-" + salt, 0.1);
            boolean[] out = new boolean[PEOPLE];
            for (int i = 0; i < PEOPLE; i++) {
                out[i] = holdout.holds(Integer.toString(i));
            }
            held.add(out);
        }
        int suspicious = 0;
        for (int a = 0; a < SALTS; a++) {
            for (int b = a + 1; b < SALTS; b++) {
                int both = 0;
                int inA = 0;
                int inB = 0;
                for (int i = 0; i < PEOPLE; i++) {
                    inA += held.get(a)[i] ? 1 : 0;
                    inB += held.get(b)[i] ? 1 : 0;
                    both += held.get(a)[i] && held.get(b)[i] ? 1 : 0;
                }
                double expected = (double) inA * inB / PEOPLE;
                double deviation = expected * (1 - 0.1) * (1 - 0.1);
                // The normal deviate that one pair in a hundred passes.
                suspicious += Math.abs(both - expected) / Math.sqrt(deviation) > 2.576 ? 1 : 0;
            }
        }
        // 7.8 of 780 are expected; 20 or more come once in some 10,000 runs.
        assertThat(suspicious).isLessThan(20);
    }

    @Test
    void aLargerShareKeepsEverybodyOfASmallerOne() {
        Holdout five = new Holdout("s", 0.05);
        Holdout ten = new Holdout("s", 0.10);
        for (int i = 0; i < PEOPLE; i++) {
            String key = "C" + i;
            assertThat(!five.holds(key) || ten.holds(key)).isTrue();
        }
    }

    @Test
    void noShareHoldsNobodyOut() {
        Holdout none = new Holdout("s", 0);
        for (int i = 0; i < PEOPLE; i++) {
            assertThat(none.holds("C" + i)).isFalse();
        }
    }
}
