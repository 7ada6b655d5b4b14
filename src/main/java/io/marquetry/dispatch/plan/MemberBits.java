package io.marquetry.dispatch.plan;

/** Counts and picks among people of whom each is a bit. */
final class MemberBits {

    private MemberBits() {}

    /** Returns how many there are. */
    static long count(long[] words) {
        return both(words, words);
    }

    /** Returns how many are in both. */
    static long both(long[] words, long[] others) {
        long n = 0;
        for (int i = 0; i < words.length; i++) {
            n += Long.bitCount(words[i] & others[i]);
        }
        return n;
    }

    /**
     * Returns of the members only, in their order, who is in a set too: the bit of the first member
     * comes first.
     *
     * @param length of the answer, in words
     */
    static long[] pick(long[] words, long[] members, int length) {
        long[] picked = new long[length];
        int at = 0;
        for (int i = 0; i < members.length; i++) {
            long bits = Long.compress(words[i], members[i]);
            int many = Long.bitCount(members[i]);
            if (bits != 0) {
                picked[at >>> 6] |= bits << at;
                if ((at & 63) + many > 64) {
                    picked[(at >>> 6) + 1] |= bits >>> 64 - (at & 63);
                }
            }
            at += many;
        }
        return picked;
    }
}
