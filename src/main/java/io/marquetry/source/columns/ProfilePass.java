package io.marquetry.source.columns;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Workers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongConsumer;

/** Works out the rules over the profiles, in one pass over their table. */
final class ProfilePass {

    private static final int ROWS_PER_CHECK = 1 << 9;

    private final TableRows rows;
    private final Effort effort;
    private final Program program;
    private final List<Integer> rules;
    private final List<long[]> inputs;
    private final LongConsumer read;

    /**
     * Prepares the pass.
     *
     * @param rules the steps that the rules are
     * @param inputs what the events came to, one bit per profile
     * @param read is told how many more profiles were read, on any thread
     */
    ProfilePass(
            TableRows rows,
            Effort effort,
            Program program,
            List<Integer> rules,
            List<long[]> inputs,
            LongConsumer read) {
        this.rows = rows;
        this.effort = effort;
        this.program = program;
        this.rules = List.copyOf(rules);
        this.inputs = List.copyOf(inputs);
        this.read = read;
    }

    /** Returns for each rule one bit per profile. */
    List<long[]> run(int profiles, CancelSignal signal) {
        int words = (profiles + Long.SIZE - 1) >>> 6;
        List<long[]> members = rules.stream().map(rule -> new long[words]).toList();
        int parts = effort.parts(profiles);
        new Workers(effort.threads())
                .run(
                        parts,
                        (stop, part) -> {
                            int from = (int) ((long) words * part / parts) * Long.SIZE;
                            int to = (int) ((long) words * (part + 1) / parts) * Long.SIZE;
                            new Slice(members, from, Math.min(to, profiles), stop).run();
                        },
                        signal);
        return members;
    }

    /** Works out some neighbouring profiles. */
    private final class Slice {

        private final List<long[]> members;
        private final int to;
        private final CancelSignal signal;
        private final RowBlock block = new RowBlock(program);
        private int next;
        private int held;

        private Slice(List<long[]> members, int from, int to, CancelSignal signal) {
            this.members = members;
            this.next = from;
            this.to = to;
            this.signal = signal;
        }

        private void run() {
            if (program.columns().isEmpty()) {
                while (next < to) {
                    held = Math.min(RowBlock.ROWS, to - next);
                    next += held;
                    finish();
                }
                return;
            }
            rows.profiles(program.names(), next, to, this::take, signal);
            finish();
            if (next != to) {
                throw missing(next);
            }
        }

        private void take(ResultSet row) throws SQLException {
            if (row.getLong(1) != next) {
                throw missing(next);
            }
            for (int column = 0; column < program.columns().size(); column++) {
                block.codes(column)[held] = program.columns().get(column).code(row, column + 2);
            }
            next++;
            held++;
            if (held % ROWS_PER_CHECK == 0) {
                signal.check();
            }
            if (held == RowBlock.ROWS) {
                finish();
            }
        }

        private void finish() {
            if (held == 0) {
                return;
            }
            signal.check();
            int first = (next - held) >>> 6;
            int words = (held + Long.SIZE - 1) >>> 6;
            block.run(held, inputs, first);
            for (int rule = 0; rule < members.size(); rule++) {
                System.arraycopy(block.result(rules.get(rule)), 0, members.get(rule), first, words);
            }
            if (held % Long.SIZE != 0) {
                long inside = (1L << held) - 1;
                members.forEach(member -> member[first + words - 1] &= inside);
            }
            read.accept(held);
            held = 0;
        }
    }

    private static IllegalStateException missing(int ordinal) {
        return new IllegalStateException("the ordinals are not dense: no profile " + ordinal);
    }
}
