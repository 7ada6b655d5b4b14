package io.marquetry.index.sets;

/**
 * Some blocks of a mask that many sets are counted against, one set after the other. Copies of the
 * mask's mixed blocks stand side by side: where each of them lies they are slower to read. For one
 * thread.
 */
final class Run {

    /**
     * Blocks at most: 128 KiB of the mask, which the second cache keeps. Shorter runs read each set
     * in pieces that are too small for the processor to fetch ahead.
     */
    static final int BLOCKS = 32;

    private final Mask mask;
    private final int[] all;
    private final long[] mixed;
    private final long[] scratch = new long[Block.WORDS];
    private int first;
    private int size;

    /**
     * Begins with no blocks.
     *
     * @param all numbers of blocks
     * @param most how many of them it is to have at a time
     */
    Run(Mask mask, int[] all, int most) {
        this.mask = mask;
        this.all = all;
        this.mixed = new long[most * Block.WORDS];
    }

    /** Moves to others of the blocks. */
    void moveTo(int from, int to) {
        first = from;
        size = to - from;
        for (int i = 0; i < size; i++) {
            if (mask.isMixed(block(i))) {
                System.arraycopy(mask.words(block(i)), 0, mixed, at(i), Block.WORDS);
            }
        }
    }

    Mask mask() {
        return mask;
    }

    /** Returns how many blocks it has. */
    int size() {
        return size;
    }

    /** Returns the number of one of its blocks. */
    int block(int i) {
        return all[first + i];
    }

    /** Returns the words of the mixed blocks, each from {@link #at} on. */
    long[] mixed() {
        return mixed;
    }

    /** Returns where the words of one of its blocks begin, if the block is mixed. */
    int at(int i) {
        return i * Block.WORDS;
    }

    /** Returns words of a block, to work in. */
    long[] scratch() {
        return scratch;
    }
}
