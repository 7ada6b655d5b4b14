package io.marquetry.index.order;

import io.marquetry.base.CancelSignal;
import io.marquetry.index.sets.Block;
import io.marquetry.index.sets.ProfileSet;
import io.marquetry.index.sets.Words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tags of which any two exclude each other or hold each other: cities, levels, numbers of orders of
 * at least so many. They part the profiles into few values, one for each tag and one for nobody's;
 * numbered from the outermost tag inward, so that whoever carries a tag has one of a run of
 * numbers. Of a tag that most carry, those who do not are looked at.
 */
final class Dimension {

    private static final int SAMPLED_BLOCKS = 512;
    private static final int SAMPLED_WORDS = 8;

    /** Below that share of the profiles, or above the rest, a tag does not tell profiles apart. */
    private static final double FEWEST = 0.002;

    /**
     * Profiles of the sample that would contradict if two tags had nothing to do with each other.
     */
    private static final double CERTAIN = 8;

    private static final int MOST_TAGS = 255;

    private final List<Side> sides = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private double worth;

    private Dimension() {}

    /** Returns the dimensions of some sets, the one that saves most for what it parts first. */
    static List<Dimension> of(List<ProfileSet> sets, long profiles, CancelSignal signal) {
        int blocks = Block.blocks(profiles);
        List<Side> sides = new ArrayList<>();
        for (ProfileSet set : sets) {
            signal.check();
            Side side = Side.of(set, profiles, blocks);
            if (side.share() >= FEWEST) {
                sides.add(side);
            }
        }
        sides.sort(Comparator.comparingInt(Side::count).reversed());
        List<Dimension> dimensions = new ArrayList<>();
        for (Side side : sides) {
            signal.check();
            dimensions.stream()
                    .filter(known -> known.takes(side))
                    .max(Comparator.comparingInt(known -> known.sides.size()))
                    .orElseGet(
                            () -> {
                                Dimension made = new Dimension();
                                dimensions.add(made);
                                return made;
                            })
                    .sides
                    .add(side);
        }
        dimensions.forEach(Dimension::number);
        dimensions.sort(Comparator.comparingDouble(Dimension::worth).reversed());
        return List.copyOf(dimensions);
    }

    /** Returns how many bits a value takes. */
    int bits() {
        return Integer.SIZE - Integer.numberOfLeadingZeros(sides.size());
    }

    /** Returns how many mixed chunks it saves for each bit that its values tell. */
    private double worth() {
        return worth;
    }

    /** Puts the values of the profiles of a block into their keys. */
    void put(long[] keys, int shift, Block block) {
        long others = ~((1L << bits()) - 1 << shift);
        for (int s = 0; s < sides.size(); s++) {
            long[] words = block.copyOf(sides.get(s).set());
            if (sides.get(s).turned()) {
                block.complement(words);
            }
            long value = (long) numbers.get(s) << shift;
            for (int i = 0; i < block.length(); i++) {
                for (long left = words[i]; left != 0; left &= left - 1) {
                    int at = (i << 6) + Long.numberOfTrailingZeros(left);
                    keys[at] = keys[at] & others | value;
                }
            }
            block.giveBack(words);
        }
    }

    private boolean takes(Side side) {
        return sides.size() < MOST_TAGS && sides.stream().allMatch(known -> known.suits(side));
    }

    /** Numbers the tags from the outermost inward, and tells what that is worth. */
    private void number() {
        int n = sides.size();
        int[] parent = new int[n];
        int[] held = new int[n];
        double information = 0;
        for (int s = 0; s < n; s++) {
            parent[s] = -1;
            held[s] = 1;
            for (int outer = s - 1; outer >= 0 && parent[s] < 0; outer--) {
                if (sides.get(outer).both(sides.get(s)) > 0) {
                    parent[s] = outer;
                }
            }
        }
        int[] alone = new int[n];
        int nobody = Side.sampled(sides.getFirst());
        for (int s = n - 1; s >= 0; s--) {
            alone[s] += sides.get(s).count();
            if (parent[s] >= 0) {
                held[parent[s]] += held[s];
                alone[parent[s]] -= sides.get(s).count();
            } else {
                nobody -= sides.get(s).count();
            }
        }
        int[] next = new int[n];
        int root = 1;
        for (int s = 0; s < n; s++) {
            int own = parent[s] < 0 ? root : next[parent[s]];
            if (parent[s] < 0) {
                root += held[s];
            } else {
                next[parent[s]] += held[s];
            }
            numbers.add(own);
            next[s] = own + 1;
            information += information(alone[s], sides.get(s));
        }
        information += information(nobody, sides.getFirst());
        double chunks = sides.stream().mapToDouble(Side::mixed).sum();
        worth = chunks / Math.max(information, 1e-9);
    }

    private static double information(int count, Side of) {
        double share = (double) count / Side.sampled(of);
        return share <= 0 ? 0 : -share * Math.log(share) / Math.log(2);
    }

    /** Who carries a tag, or who does not where those are fewer. */
    private static final class Side {

        private final ProfileSet set;

        /** Whether it is who does not. */
        private final boolean turned;

        private final long[] sample;
        private final int count;

        private Side(ProfileSet set, boolean turned, long[] sample, int count) {
            this.set = set;
            this.turned = turned;
            this.sample = sample;
            this.count = count;
        }

        ProfileSet set() {
            return set;
        }

        boolean turned() {
            return turned;
        }

        /** Returns how many of the sample. */
        int count() {
            return count;
        }

        static Side of(ProfileSet set, long profiles, int blocks) {
            int parts = Math.min(SAMPLED_BLOCKS, blocks);
            long[] sample = new long[SAMPLED_BLOCKS * SAMPLED_WORDS];
            int each = sample.length / parts / Block.CHUNK * Block.CHUNK;
            int at = 0;
            Block block = new Block(profiles);
            for (int part = 0; part < parts; part++) {
                block.moveTo((int) ((long) part * blocks / parts));
                long[] words = block.copyOf(set);
                int length = Math.min(block.length(), each);
                // Another part of each block, so that no rhythm of the source is mistaken.
                int from = (int) ((block.length() - length) * (part * 0.618 % 1));
                System.arraycopy(words, from, sample, at, length);
                at += length;
                block.giveBack(words);
            }
            long count = Words.count(sample, sample.length);
            boolean turned = count > at * 32L;
            if (turned) {
                for (int i = 0; i < at; i++) {
                    sample[i] = ~sample[i];
                }
                count = at * 64L - count;
            }
            return new Side(set, turned, sample, (int) count);
        }

        static int sampled(Side any) {
            return any.sample.length * Long.SIZE;
        }

        double share() {
            return (double) count / sampled(this);
        }

        /** Returns the share of chunks that are mixed where profiles stand anyhow. */
        double mixed() {
            return 1 - Math.pow(1 - share(), 512) - Math.pow(share(), 512);
        }

        int both(Side other) {
            return (int) Words.countAnd(sample, other.sample, sample.length);
        }

        /** Returns whether one excludes or holds the other, and that is no chance. */
        boolean suits(Side other) {
            int both = both(other);
            int fewer = Math.min(count, other.count);
            double byChance = (double) count * other.count / sampled(this);
            return both == 0 && byChance >= CERTAIN || both == fewer && fewer - byChance >= CERTAIN;
        }
    }
}
