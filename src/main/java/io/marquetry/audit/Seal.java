package io.marquetry.audit;

import java.util.HexFormat;

/** Seals as numbers: 64 hexadecimal digits are four of them. */
final class Seal {

    /** Numbers of a seal. */
    static final int LONGS = 4;

    private static final int DIGITS = 16;

    private Seal() {}

    /**
     * Reads a seal.
     *
     * @throws IllegalArgumentException if it is none
     */
    static long[] of(String text) {
        if (text.length() != LONGS * DIGITS) {
            throw new IllegalArgumentException("not a seal: " + text);
        }
        long[] seal = new long[LONGS];
        for (int i = 0; i < LONGS; i++) {
            seal[i] = HexFormat.fromHexDigitsToLong(text, i * DIGITS, (i + 1) * DIGITS);
        }
        return seal;
    }

    /** Adds one seal to the exclusive or of others. */
    static void xor(long[] sum, long[] seal) {
        for (int i = 0; i < LONGS; i++) {
            sum[i] ^= seal[i];
        }
    }

    /** Writes a seal. */
    static String text(long[] seal) {
        StringBuilder text = new StringBuilder(LONGS * DIGITS);
        for (long part : seal) {
            text.append(HexFormat.of().toHexDigits(part));
        }
        return text.toString();
    }
}
