package io.marquetry.audit;

import java.security.SecureRandom;

/**
 * The seals that the rows of one table should have, in 48 bytes a row: with texts a million rows
 * would fill the memory, and collecting them takes longer than the reading. Rows are told apart by
 * two polynomial hashes of their names modulo 2^61 - 1 (L. Carter and M. Wegman, J. Comput. Syst.
 * Sci. 18 (1979) 143-154) whose points are drawn anew each time, so that nobody can make two names
 * that fall together.
 */
final class RowSeals {

    private static final long PRIME = (1L << 61) - 1;
    private static final int KEY = 2;
    private static final int STRIDE = KEY + Seal.LONGS;
    private static final long POINT = point();
    private static final long OTHER = point();

    private long[] slots = new long[STRIDE * 16];
    private int used;

    /** Notes the seal that a row should have; all zeros: it should be gone. */
    void put(String name, long[] seal) {
        if (2 * (used + 1) * STRIDE > slots.length) {
            grow();
        }
        long first = hash(name, POINT) + 1;
        long second = hash(name, OTHER);
        int at = slot(first, second);
        if (slots[at] == 0) {
            slots[at] = first;
            slots[at + 1] = second;
            used++;
        }
        System.arraycopy(seal, 0, slots, at + KEY, Seal.LONGS);
    }

    /**
     * Compares a row that is there, and takes it as seen.
     *
     * @return whether it is as it should be; one that nothing is known of is
     */
    boolean see(String name, long[] seal) {
        int at = slot(hash(name, POINT) + 1, hash(name, OTHER));
        if (slots[at] == 0) {
            return true;
        }
        boolean same = true;
        for (int i = 0; i < Seal.LONGS; i++) {
            same &= slots[at + KEY + i] == seal[i];
            // Nothing is missed of a row that was seen.
            slots[at + KEY + i] = 0;
        }
        return same;
    }

    /** Returns whether a row should be there that was not seen. */
    boolean misses(String name) {
        return isDue(slot(hash(name, POINT) + 1, hash(name, OTHER)));
    }

    /** Returns whether any row should be there that was not seen. */
    boolean missesAny() {
        for (int at = 0; at < slots.length; at += STRIDE) {
            if (isDue(at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isDue(int at) {
        long any = 0;
        for (int i = 0; i < Seal.LONGS; i++) {
            any |= slots[at + KEY + i];
        }
        return any != 0;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[2 * before.length];
        for (int from = 0; from < before.length; from += STRIDE) {
            if (before[from] != 0) {
                int at = slot(before[from], before[from + 1]);
                System.arraycopy(before, from, slots, at, STRIDE);
            }
        }
    }

    /** Returns where a row stands, or where it would. */
    private int slot(long first, long second) {
        int count = slots.length / STRIDE;
        int at = Math.floorMod(first, count);
        while (slots[at * STRIDE] != 0
                && (slots[at * STRIDE] != first || slots[at * STRIDE + 1] != second)) {
            at = at + 1 == count ? 0 : at + 1;
        }
        return at * STRIDE;
    }

    private static long hash(String name, long point) {
        long hash = name.length();
        for (int i = 0; i < name.length(); i++) {
            long high = Math.multiplyHigh(hash, point);
            long low = hash * point;
            // 2^61 is 1 here: what lies above bit 60 counts from the beginning again.
            long sum = (low & PRIME) + (low >>> 61 | high << 3) + name.charAt(i);
            sum = (sum & PRIME) + (sum >>> 61);
            hash = sum >= PRIME ? sum - PRIME : sum;
        }
        return hash;
    }

    private static long point() {
        return new SecureRandom().nextLong(1 << 20, PRIME - 1);
    }
}
