package io.marquetry.index.sets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Whatever form a block of a set has, and whatever is in the mask: the count is the plain one. */
class TallyTest {

    private static final int SETS = 120;

    @ParameterizedTest
    @ValueSource(longs = {1, 63, 511, 512, 32_768, 32_769, 200_003, 1_700_000})
    void everySetIsCountedAsWordByWord(long profiles) {
        SplittableRandom random = new SplittableRandom(profiles);
        List<long[]> words = new ArrayList<>();
        for (int i = 0; i < SETS; i++) {
            words.add(invented(profiles, random));
        }
        List<ProfileSet> sets = words.stream().map(set -> ProfileSet.of(set, profiles)).toList();
        for (int trial = 0; trial < 12; trial++) {
            long[] masked = invented(profiles, random);
            Mask mask = new Mask(profiles);
            Block block = new Block(profiles);
            for (int number = 0; number < Block.blocks(profiles); number++) {
                block.moveTo(number);
                long[] own = new long[Block.WORDS];
                System.arraycopy(masked, block.first(), own, 0, block.length());
                mask.put(own, block);
            }
            long[] counted = Tally.of(mask).count(sets);
            for (int i = 0; i < SETS; i++) {
                assertThat(counted[i])
                        .as("set %d of %d profiles", i, profiles)
                        .isEqualTo(Words.countAnd(words.get(i), masked, masked.length));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 511, 32_769, 200_003})
    void blocksAreJoinedAsWordByWord(long profiles) {
        SplittableRandom random = new SplittableRandom(profiles);
        Block block = new Block(profiles);
        for (int trial = 0; trial < SETS; trial++) {
            long[] set = invented(profiles, random);
            long[] other = invented(profiles, random);
            ProfileSet packed = ProfileSet.of(set, profiles);
            for (int i = 0; i < 500; i++) {
                long place = random.nextLong(profiles);
                assertThat(packed.contains(place))
                        .isEqualTo((set[(int) (place >>> 6)] >>> place & 1) == 1);
            }
            for (int number = 0; number < Block.blocks(profiles); number++) {
                block.moveTo(number);
                for (int i = 0; i < 4; i++) {
                    long[] words = new long[Block.WORDS];
                    System.arraycopy(other, block.first(), words, 0, block.length());
                    switch (i) {
                        case 0 -> packed.copyInto(words, number);
                        case 1 -> packed.andInto(words, number);
                        case 2 -> packed.orInto(words, number);
                        default -> packed.andNotInto(words, number);
                    }
                    for (int word = 0; word < block.length(); word++) {
                        long a = other[block.first() + word];
                        long b = set[block.first() + word];
                        long wanted =
                                switch (i) {
                                    case 0 -> b;
                                    case 1 -> a & b;
                                    case 2 -> a | b;
                                    default -> a & ~b;
                                };
                        assertThat(words[word]).isEqualTo(wanted);
                    }
                }
            }
        }
    }

    /** Stretches of profiles with shares of their own: none, few, half, nearly all, all. */
    private static long[] invented(long profiles, SplittableRandom random) {
        double[] shares = {0, 0, 0.00003, 0.001, 0.01, 0.1, 0.5, 0.999, 1, 1};
        long[] words = new long[Words.length(profiles)];
        long longest = 1 + random.nextLong(Math.max(1, profiles));
        boolean even = random.nextInt(4) == 0;
        double share = shares[random.nextInt(shares.length)];
        long at = 0;
        while (at < profiles) {
            long end = Math.min(profiles, at + 1 + random.nextLong(longest));
            share = even ? share : shares[random.nextInt(shares.length)];
            for (; at < end; at++) {
                if (share == 1 || share > 0 && random.nextDouble() < share) {
                    words[(int) (at >>> 6)] |= 1L << at;
                }
            }
            longest = random.nextInt(5) == 0 ? 1 + random.nextLong(4_096) : longest;
        }
        return words;
    }
}
