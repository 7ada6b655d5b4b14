package io.marquetry.store.save;

import java.util.HexFormat;

/**
 * What the rows of one table add up to.
 *
 * @param entries how many there are
 * @param digest exclusive or of their seals, as hexadecimal text
 */
public record LedgerEntry(long entries, String digest) {

    /** What no rows add up to. */
    public static final LedgerEntry NOTHING = new LedgerEntry(0, "0".repeat(64));

    public LedgerEntry plus(String seal) {
        return new LedgerEntry(entries + 1, xor(digest, seal));
    }

    public LedgerEntry minus(String seal) {
        return new LedgerEntry(entries - 1, xor(digest, seal));
    }

    /** Returns what both together add up to. */
    public LedgerEntry plus(LedgerEntry other) {
        return new LedgerEntry(entries + other.entries, xor(digest, other.digest));
    }

    private static String xor(String a, String b) {
        byte[] x = HexFormat.of().parseHex(a);
        byte[] y = HexFormat.of().parseHex(b);
        for (int i = 0; i < x.length; i++) {
            x[i] ^= y[i];
        }
        return HexFormat.of().formatHex(x);
    }
}
