package io.marquetry.index.sets;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * A stretch of profiles that is small enough for the processor's first cache, with scratch words to
 * work in. Set algebra goes block by block, so what lies between two tags of an expression never
 * leaves the cache, and nothing of the size of the source is allocated. Sets are stored by the same
 * blocks, each in 64 chunks. For one thread.
 */
public final class Block {

    /** Words in a block: 4 KiB, 32,768 profiles. */
    public static final int WORDS = 512;

    /** The number of a profile's block is its place without so many bits. */
    static final int SHIFT = 15;

    /** Words in a chunk: 64 bytes, 512 profiles. */
    public static final int CHUNK = 8;

    /** Chunks in a block: one bit of a word for each. */
    static final int CHUNKS = WORDS / CHUNK;

    private final long profiles;
    private final Deque<long[]> free = new ArrayDeque<>();
    private int first;
    private int length;

    public Block(long profiles) {
        this.profiles = profiles;
    }

    /** Returns how many blocks so many profiles take. */
    public static int blocks(long profiles) {
        return (Words.length(profiles) + WORDS - 1) / WORDS;
    }

    /** Returns how many words a block has, which is the same for all but the last. */
    public static int length(int number, long profiles) {
        return Math.min(WORDS, Words.length(profiles) - number * WORDS);
    }

    /** Moves to the block with the number, from 0. */
    public void moveTo(int number) {
        first = number * WORDS;
        length = length(number, profiles);
    }

    /** Returns the number of the block. */
    public int number() {
        return first / WORDS;
    }

    /** Returns the first word. */
    public int first() {
        return first;
    }

    /** Returns how many words there are. */
    public int length() {
        return length;
    }

    /** Returns the place of the first profile. */
    public long firstPlace() {
        return (long) first << 6;
    }

    /** Returns words with everybody in them; bits behind the last profile are 0. */
    public long[] everybody() {
        long[] words = take();
        Arrays.fill(words, 0, length, -1L);
        clearTail(words);
        return words;
    }

    /** Returns words with nobody in them. */
    public long[] nobody() {
        long[] words = take();
        Arrays.fill(words, 0, length, 0);
        return words;
    }

    /** Returns words with the members of the set. */
    public long[] copyOf(ProfileSet set) {
        long[] words = take();
        set.copyInto(words, number());
        return words;
    }

    public long[] copyOf(long[] other) {
        long[] words = take();
        System.arraycopy(other, 0, words, 0, length);
        return words;
    }

    /** Turns the words into everybody who was not in them. */
    public void complement(long[] words) {
        for (int i = 0; i < length; i++) {
            words[i] = ~words[i];
        }
        clearTail(words);
    }

    public long count(long[] words) {
        return Words.count(words, length);
    }

    /** Gives words back that are no longer looked at. */
    public void giveBack(long[] words) {
        free.push(words);
    }

    private long[] take() {
        long[] words = free.poll();
        return words == null ? new long[WORDS] : words;
    }

    private void clearTail(long[] words) {
        if (first + length == Words.length(profiles) && (profiles & 63) != 0) {
            words[length - 1] &= (1L << profiles) - 1;
        }
    }
}
