package io.marquetry.source.engine.duckdb;

import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Turns rows of bits into one bitmap per bit: a row is an ordinal and bytes, of which each holds
 * the answers of eight rules.
 */
final class BitRows {

    private static final int BITS = AnswerBytes.BITS;

    // A scan hands on neighbours; a join hands on anybody, whose answers are put in order first.
    private static final int WIDEST = 1 << 14;
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final List<long[]> words;
    private final long first;
    private final long profiles;
    private final byte[] bytes = new byte[WIDEST];
    private final List<byte[]> far = new ArrayList<>();
    private int[] places = new int[0];

    /**
     * Begins with empty bitmaps.
     *
     * @param words one bitmap per rule
     * @param first the first ordinal that rows may have; divisible by 64
     * @param profiles how many ordinals there are from it on
     */
    BitRows(List<long[]> words, long first, long profiles) {
        this.words = words;
        this.first = first;
        this.profiles = profiles;
    }

    /** Adds rows whose first column is the ordinal. */
    void add(DuckDBDataChunkReader chunk) {
        int rows = Math.toIntExact(chunk.rowCount());
        DuckDBReadableVector ordinals = chunk.vector(0);
        long least = Long.MAX_VALUE;
        long greatest = -1;
        for (int row = 0; row < rows; row++) {
            least = Math.min(least, ordinals.getLong(row));
            greatest = Math.max(greatest, ordinals.getLong(row));
        }
        if (rows > 0 && (least < first || greatest >= first + profiles)) {
            throw new IllegalStateException(
                    least + " to " + greatest + ", not " + profiles + " from " + first);
        }
        long base = least & -Long.SIZE;
        boolean near = greatest - base < WIDEST;
        places(ordinals, rows, near ? base : first);
        if (!near && far.isEmpty()) {
            for (int column = 1; column < chunk.columnCount(); column++) {
                far.add(new byte[Math.toIntExact(profiles + Long.SIZE - 1 & -Long.SIZE)]);
            }
        }
        for (int column = 1; column < chunk.columnCount(); column++) {
            if (near) {
                int span = (int) (greatest - base) + 1 + Long.SIZE - 1 & -Long.SIZE;
                Arrays.fill(bytes, 0, span, (byte) 0);
                put(chunk.vector(column), rows, bytes);
                turn(bytes, span, base, column - 1);
            } else {
                put(chunk.vector(column), rows, far.get(column - 1));
            }
        }
    }

    /** Says that all rows were added. */
    void finish() {
        for (int column = 0; column < far.size(); column++) {
            turn(far.get(column), far.get(column).length, first, column);
        }
    }

    private void places(DuckDBReadableVector ordinals, int rows, long base) {
        if (places.length < rows) {
            places = new int[rows];
        }
        for (int row = 0; row < rows; row++) {
            places[row] = Math.toIntExact(ordinals.getLong(row) - base);
        }
    }

    private void put(DuckDBReadableVector answers, int rows, byte[] target) {
        for (int row = 0; row < rows; row++) {
            target[places[row]] = (byte) answers.getUint8(row);
        }
    }

    /** Adds answers that lie in the order of their profiles, eight profiles at once. */
    private void turn(byte[] answers, int length, long base, int column) {
        int rule = column * BITS;
        List<long[]> targets = words.subList(rule, Math.min(words.size(), rule + BITS));
        long[] block = new long[BITS];
        for (int start = 0; start < length; start += Long.SIZE) {
            Arrays.fill(block, 0);
            for (int part = 0; part < Long.SIZE; part += BITS) {
                long turned = turn((long) LONGS.get(answers, start + part));
                for (int bit = 0; bit < BITS; bit++) {
                    block[bit] |= (turned >>> bit * BITS & 0xFF) << part;
                }
            }
            int word = Math.toIntExact(base + start >>> 6);
            for (int bit = 0; bit < targets.size(); bit++) {
                targets.get(bit)[word] |= block[bit];
            }
        }
    }

    /** Turns a square of eight times eight bits over: bit j of byte i becomes bit i of byte j. */
    static long turn(long square) {
        long turned = square;
        long swap = (turned ^ turned >>> 7) & 0x00AA00AA00AA00AAL;
        turned ^= swap ^ swap << 7;
        swap = (turned ^ turned >>> 14) & 0x0000CCCC0000CCCCL;
        turned ^= swap ^ swap << 14;
        swap = (turned ^ turned >>> 28) & 0x00000000F0F0F0F0L;
        return turned ^ swap ^ swap << 28;
    }
}
