package io.marquetry.index.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.Snapshot;
import io.marquetry.audience.SourceName;
import io.marquetry.base.Sha256;
import io.marquetry.index.order.Content;
import io.marquetry.index.sets.Block;
import io.marquetry.index.sets.Mask;
import io.marquetry.index.sets.ProfileSet;
import io.marquetry.index.sets.Sets;
import io.marquetry.index.sets.Tally;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
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
        for (int[] ordinals : new int[][] {{3, 99, 512}, IntStream.range(2, 600).toArray()}) {
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
    void aSetOfAnEarlierFormIsNotBelieved() throws IOException {
        Path file = folder.resolve("x.set");
        for (char form = '0'; form < '4'; form++) {
            MemorySegment bytes = bytes(new int[] {1, 2, 3}, 640);
            bytes.set(ValueLayout.JAVA_BYTE, 7, (byte) form);
            SetFile.write(file, sealed(bytes));
            assertThat(SetFile.read(file, KEY, content(640))).as("form %s", form).isEmpty();
        }
    }

    /** Whoever damages a file and seals it again gets no wrong memory read. */
    @Test
    void aSealedFileThatLiesIsRefusedOrReadWithinItself() throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        Path file = folder.resolve("x.set");
        int profiles = 80_000;
        int refused = 0;
        for (int round = 0; round < 600; round++) {
            boolean few = round % 6 == 0;
            int[] ordinals =
                    IntStream.range(0, few ? 40 : profiles)
                            .filter(i -> few || belongs(i, random))
                            .toArray();
            MemorySegment bytes = bytes(ordinals, profiles);
            long payload = bytes.byteSize() - 136;
            for (int change = random.nextInt(1, 4); change > 0; change--) {
                // The directory is near the end, behind the chunks.
                long at =
                        switch (random.nextInt(3)) {
                            case 0 -> 88 + random.nextInt(24);
                            case 1 -> 128 + random.nextLong(payload);
                            default -> 128 + payload - 1 - random.nextLong(Math.min(300, payload));
                        };
                bytes.set(ValueLayout.JAVA_BYTE, at, (byte) random.nextInt());
            }
            SetFile.write(file, sealed(bytes));
            Optional<ProfileSet> set = SetFile.read(file, KEY, content(profiles));
            refused += set.isEmpty() ? 1 : 0;
            set.ifPresent(read -> askAll(read, profiles, random));
        }
        assertThat(refused).isBetween(100, 590);
    }

    /** Nobody, few, half, nearly all or all of a stretch. */
    private static boolean belongs(int ordinal, SplittableRandom random) {
        return switch (ordinal / 4_000 % 5) {
            case 0 -> false;
            case 1 -> random.nextInt(200) == 0;
            case 2 -> random.nextBoolean();
            case 3 -> random.nextInt(200) != 0;
            default -> true;
        };
    }

    private static void askAll(ProfileSet set, int profiles, SplittableRandom random) {
        Block block = new Block(profiles);
        Mask mask = new Mask(profiles);
        for (int number = 0; number < Block.blocks(profiles); number++) {
            block.moveTo(number);
            long[] words = block.copyOf(set);
            set.orInto(words, number);
            set.andNotInto(words, number);
            set.andInto(words, number);
            mask.put(random.longs(Block.WORDS).map(w -> w & random.nextLong()).toArray(), block);
        }
        Tally.of(mask).count(List.of(set));
        for (int i = 0; i < 50; i++) {
            set.contains(random.nextInt(profiles));
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
        SetFile.write(file, bytes(ordinals, profiles));
        return file;
    }

    private static MemorySegment bytes(int[] ordinals, int profiles) {
        BitSet members = new BitSet();
        Arrays.stream(ordinals).forEach(members::set);
        return SetFile.bytes(KEY, content(profiles), Sets.words(members, profiles));
    }

    private static MemorySegment sealed(MemorySegment bytes) {
        bytes.set(
                ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN),
                bytes.byteSize() - Long.BYTES,
                SetFile.crc(bytes));
        return bytes;
    }

    private int[] roundTrip(int[] ordinals, int profiles) throws IOException {
        Optional<ProfileSet> set =
                SetFile.read(written(ordinals, profiles), KEY, content(profiles));
        assertThat(set).isPresent();
        assertThat(set.get().cardinality()).isEqualTo(ordinals.length);
        return IntStream.range(0, profiles).filter(set.get()::contains).toArray();
    }
}
