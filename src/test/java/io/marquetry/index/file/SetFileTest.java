package io.marquetry.index.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.Snapshot;
import io.marquetry.audience.SourceName;
import io.marquetry.base.Sha256;
import io.marquetry.index.order.Content;
import io.marquetry.index.sets.ProfileSet;
import io.marquetry.index.sets.Sets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

class SetFileTest {

    private static final String KEY = Sha256.of("this set");

    private static final Snapshot SNAPSHOT =
            new Snapshot(new SourceName("people"), "f", Instant.EPOCH, LocalDate.of(2018, 1, 1));

    @TempDir Path folder;

    @Test
    void everySetComesBackAsItWas() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        for (int profiles : new int[] {0, 1, 63, 64, 65, 640, 5000}) {
            for (double frequency : new double[] {0, 0.003, 1 / 32.0, 0.5, 1}) {
                int[] ordinals =
                        IntStream.range(0, profiles)
                                .filter(i -> random.nextDouble() < frequency)
                                .toArray();
                assertThat(roundTrip(ordinals, profiles)).containsExactly(ordinals);
            }
        }
    }

    @Test
    void wordsThatAreAsLongAsTheirOrdinalsStayWords() throws IOException {
        int[] everyThirtySecond = IntStream.range(0, 640).filter(i -> i % 32 == 5).toArray();
        assertThat(roundTrip(everyThirtySecond, 640)).containsExactly(everyThirtySecond);
    }

    @Test
    void noFlippedByteIsBelieved() throws IOException {
        for (int[] ordinals : new int[][] {{3, 99, 512}, IntStream.range(0, 600).toArray()}) {
            Path file = written(ordinals, 640);
            byte[] good = Files.readAllBytes(file);
            for (int at = 0; at < good.length; at++) {
                byte[] bad = good.clone();
                bad[at] ^= (byte) (1 << (at & 7));
                Files.write(file, bad);
                assertThat(SetFile.read(file, KEY, content(640))).as("byte %d", at).isEmpty();
            }
            Files.write(file, good);
            assertThat(SetFile.read(file, KEY, content(640))).isPresent();
        }
    }

    @Test
    void noCutFileIsBelieved() throws IOException {
        Path file = written(new int[] {1, 2, 3}, 640);
        byte[] good = Files.readAllBytes(file);
        for (int length = 0; length < good.length; length++) {
            Files.write(file, Arrays.copyOf(good, length));
            assertThat(SetFile.read(file, KEY, content(640))).as("cut to %d", length).isEmpty();
        }
    }

    @Test
    void theSetOfAnotherRuleOrSourceIsNotThisOne() throws IOException {
        Path file = written(new int[] {1, 2, 3}, 640);
        assertThat(SetFile.read(file, Sha256.of("another"), content(640))).isEmpty();
        assertThat(SetFile.read(file, KEY, content(641))).isEmpty();
    }

    @Test
    void theSetOfAnotherContentIsNotThisOne() throws IOException {
        Path file = written(new int[] {1, 2, 3}, 640);
        Snapshot other =
                new Snapshot(SNAPSHOT.source(), "other", SNAPSHOT.asOf(), SNAPSHOT.today());
        assertThat(SetFile.read(file, KEY, Sets.asInSource(other, 640))).isEmpty();
    }

    private static Content content(long profiles) {
        return Sets.asInSource(SNAPSHOT, profiles);
    }

    private Path written(int[] ordinals, int profiles) throws IOException {
        Path file = folder.resolve("x.set");
        BitSet members = new BitSet();
        Arrays.stream(ordinals).forEach(members::set);
        SetFile.write(file, SetFile.bytes(KEY, content(profiles), Sets.words(members, profiles)));
        return file;
    }

    private int[] roundTrip(int[] ordinals, int profiles) throws IOException {
        Optional<ProfileSet> set =
                SetFile.read(written(ordinals, profiles), KEY, content(profiles));
        assertThat(set).isPresent();
        assertThat(set.get().cardinality()).isEqualTo(ordinals.length);
        return IntStream.range(0, profiles).filter(set.get()::contains).toArray();
    }
}
