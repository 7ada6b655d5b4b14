package io.marquetry.index;

/**
 * Some of all profiles, with what that comes to in each block and chunk, to count many sets
 * against. Blocks are put in on any thread, each once.
 */
final class Mask {

    private final long[] words;
    private final long[] some;
    private final long[] whole;
    private final char[] chunks;
    private final int[] counts;

    Mask(long profiles) {
        int blocks = Block.blocks(profiles);
        words = new long[blocks * Block.WORDS];
        some = new long[blocks];
        whole = new long[blocks];
        chunks = new char[blocks * Block.CHUNKS];
        counts = new int[blocks];
    }

    /** Puts in who is in the words of a block. */
    void put(long[] members, Block block) {
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
    }

    /** Returns the words, with zeros up to the end of the last block. */
    long[] words() {
        return words;
    }

    /** Returns how many blocks there are. */
    int blocks() {
        return some.length;
    }

    /** Returns a bit for each chunk of the block that somebody is in. */
    long some(int block) {
        return some[block];
    }

    /** Returns a bit for each chunk of the block that everybody is in. */
    long whole(int block) {
        return whole[block];
    }

    /** Returns how many are in the block. */
    int count(int block) {
        return counts[block];
    }

    /** Returns how many are in a chunk of the block. */
    int count(int block, int chunk) {
        return chunks[block * Block.CHUNKS + chunk];
    }
}
