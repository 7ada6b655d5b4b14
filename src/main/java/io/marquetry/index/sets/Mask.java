package io.marquetry.index.sets;

import java.util.Arrays;
import java.util.List;

/**
 * Some of all profiles, with what that comes to in each block and chunk, to count many sets
 * against. Blocks are put in on any thread, each once. Blocks that are empty or full take no
 * memory, nor do those that an earlier mask has the same: an edit costs what it changes.
 */
public final class Mask {

    /** Mixed chunks of a block from which on it costs less to read all of it than to choose. */
    private static final int MANY = Block.CHUNKS / 6;

    private static final long[] NOBODY = new long[Block.WORDS];
    private static final long[] EVERYBODY = everybody();

    private final long[][] words;
    private final long[] some;
    private final long[] whole;
    private final char[] chunks;
    private final int[] counts;
    private final boolean[] mixed;
    private List<long[][]> earlier;

    public Mask(long profiles) {
        this(profiles, List.of());
    }

    /**
     * Begins a mask with nobody in it.
     *
     * @param like earlier ones of the same profiles, of which this one may share blocks
     */
    Mask(long profiles, List<Mask> like) {
        int blocks = Block.blocks(profiles);
        words = new long[blocks][];
        Arrays.fill(words, NOBODY);
        some = new long[blocks];
        whole = new long[blocks];
        chunks = new char[blocks * Block.CHUNKS];
        counts = new int[blocks];
        mixed = new boolean[blocks];
        earlier = like.stream().map(mask -> mask.words).toList();
    }

    private static long[] everybody() {
        long[] words = new long[Block.WORDS];
        Arrays.fill(words, -1);
        return words;
    }

    /** Puts in who is in the words of a block. */
    public void put(long[] members, Block block) {
        int number = block.number();
        long any = 0;
        long all = 0;
        int count = 0;
        for (int chunk = 0; chunk * Block.CHUNK < block.length(); chunk++) {
            int in = 0;
            int end = Math.min(block.length(), (chunk + 1) * Block.CHUNK);
            for (int i = chunk * Block.CHUNK; i < end; i++) {
                in += Long.bitCount(members[i]);
            }
            chunks[number * Block.CHUNKS + chunk] = (char) in;
            any |= in > 0 ? 1L << chunk : 0;
            all |= in == Block.CHUNK * Long.SIZE ? 1L << chunk : 0;
            count += in;
        }
        some[number] = any;
        whole[number] = all;
        counts[number] = count;
        mixed[number] = Long.bitCount(any & ~all) >= MANY;
        words[number] = any == 0 ? NOBODY : all == -1 ? EVERYBODY : kept(members, block);
    }

    private long[] kept(long[] members, Block block) {
        for (long[][] mask : earlier) {
            long[] own = mask[block.number()];
            if (Arrays.equals(own, 0, block.length(), members, 0, block.length())) {
                return own;
            }
        }
        long[] own = Arrays.copyOf(members, Block.WORDS);
        Arrays.fill(own, block.length(), Block.WORDS, 0);
        return own;
    }

    /** Says that all blocks are in, so that earlier masks need not be kept any longer. */
    void end() {
        earlier = List.of();
    }

    /** Returns the words of a block, with zeros behind the last profile; not to be changed. */
    long[] words(int block) {
        return words[block];
    }

    /** Returns the words of all blocks, with zeros up to the end of the last one. */
    public long[] toWords() {
        long[] all = new long[words.length * Block.WORDS];
        for (int block = 0; block < words.length; block++) {
            System.arraycopy(words[block], 0, all, block * Block.WORDS, Block.WORDS);
        }
        return all;
    }

    /** Returns how many blocks there are. */
    int blocks() {
        return some.length;
    }

    /** Returns whether the same profiles of a block are in another mask. */
    boolean isSame(Mask other, int block) {
        return counts[block] == other.counts[block]
                && some[block] == other.some[block]
                && Arrays.equals(words[block], other.words[block]);
    }

    /** Returns a bit for each chunk of the block that somebody is in. */
    long some(int block) {
        return some[block];
    }

    /** Returns whether most that can be said of the block is said by its words only. */
    boolean isMixed(int block) {
        return mixed[block];
    }

    /** Returns a bit for each chunk of the block that everybody is in. */
    long whole(int block) {
        return whole[block];
    }

    /** Returns how many are in the block. */
    int count(int block) {
        return counts[block];
    }

    /** Returns how many are in some chunks of the block. */
    int count(int block, long some) {
        int count = 0;
        for (long left = some; left != 0; left &= left - 1) {
            count += chunks[block * Block.CHUNKS + Long.numberOfTrailingZeros(left)];
        }
        return count;
    }
}
