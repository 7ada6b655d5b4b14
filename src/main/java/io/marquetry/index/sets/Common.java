package io.marquetry.index.sets;

/** Counts who is in two sets, and stops where that cannot be enough any more. */
public final class Common {

    private Common() {}

    /** Returns how many are in both, or some number below {@code least} where they are fewer. */
    public static long of(ProfileSet a, ProfileSet b, long profiles, long least) {
        int blocks = Block.blocks(profiles);
        long most = 0;
        for (int block = 0; block < blocks; block++) {
            most += Math.min(a.count(block), b.count(block));
        }
        Block words = new Block(profiles);
        for (int block = 0; block < blocks && most >= least; block++) {
            int fewer = Math.min(a.count(block), b.count(block));
            if (fewer > 0) {
                words.moveTo(block);
                most -= fewer - both(a, b, words);
            }
        }
        return most;
    }

    private static long both(ProfileSet a, ProfileSet b, Block block) {
        long[] words = block.copyOf(a);
        b.andInto(words, block.number());
        long both = block.count(words);
        block.giveBack(words);
        return both;
    }
}
