package io.marquetry.index.sets;

import java.util.Arrays;

/**
 * Some of all profiles, with what that comes to in each block and chunk, to count many sets
 * against. Blocks are put in on any thread, each once.
 */
public final class Mask {

    /** Mixed chunks of a block from which on it costs less to read all of it than to choose. */
    private static final int MANY = Block.CHUNKS / 6;

    private final long[] words;
    private final long[] some;
    private final long[] whole;
    private final char[] chunks;
    private final int[] counts;
    private final boolean[] mixed;

    public Mask(long profiles) {
        int blocks = Block.blocks(profiles);
        words = new long[blocks * Block.WORDS];
        some = new long[blocks];
        whole = new long[blocks];
        chunks = new char[blocks * Block.CHUNKS];
        counts = new int[blocks];
        mixed = new boolean[blocks];
    }

    /** Puts in who is in the words of a block. */
    public void put(long[] members, Block block) {
        System.arraycopy(members, 0, words, block.first(), block.length());
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
    }

    /** Returns the words, with zeros up to the end of the last block. */
    public long[] words() {
        return words;
    }

    /** Returns how many blocks there are. */
    int blocks() {
        return some.length;
    }

    /** Returns whether the same profiles of a block are in another mask. */
    boolean isSame(Mask other, int block) {
        if (counts[block] != other.counts[block]
                || some[block] != other.some[block]
                || whole[block] != other.whole[block]) {
            return false;
        }
        int from = block * Block.WORDS;
        int to = from + Block.WORDS;
        return some[block] == whole[block] || Arrays.equals(words, from, to, other.words, from, to);
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
