package io.marquetry.dispatch.plan;

/** Counts people of whom each is a bit. */
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
}
