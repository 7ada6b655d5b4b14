package io.marquetry.source.columns;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Workers;
import io.marquetry.source.columns.TableRows.Part;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.LongConsumer;

/** Finds out who satisfies the rules over one stream. */
final class EventPass {

    private static final int ROWS_PER_CHECK = 1 << 9;

    private final TableRows rows;
    private final Effort effort;
    private final Workers workers;
    private final StreamPlan plan;
    private final Program program;
    private final int profiles;
    private final LongConsumer read;

    /**
     * Prepares the pass.
     *
     * @param read is told how many more events were read, on any thread
     */
    EventPass(TableRows rows, Effort effort, StreamPlan plan, int profiles, LongConsumer read) {
        this.rows = rows;
        this.effort = effort;
        this.workers = new Workers(effort.threads());
        this.plan = plan;
        this.program = plan.finish();
        this.profiles = profiles;
        this.read = read;
    }

    /** Fills in the members of all rules of the plan. */
    void run(long events, CancelSignal signal) {
        long bytes = EventChunk.bytes(program.columns().size(), plan.measures().size());
        Range all = new Range(0, profiles);
        if (events * bytes <= effort.eventBytes()) {
            run(all, events, signal);
            return;
        }
        AtomicIntegerArray counts = counts(events, signal);
        int from = 0;
        long held = 0;
        for (int next = 0; next < profiles; next += Long.SIZE) {
            long own = 0;
            for (int p = next; p < Math.min(profiles, next + Long.SIZE); p++) {
                own += counts.get(p);
            }
            if ((held + own) * bytes > effort.eventBytes() && next > from) {
                run(new Range(from, next), events, signal);
                from = next;
                held = 0;
            }
            held += own;
        }
        run(new Range(from, profiles), events, signal);
    }

    private void run(Range range, long events, CancelSignal signal) {
        EventColumns table = new EventColumns(range);
        int parts = effort.parts(events);
        workers.run(parts, (stop, part) -> read(table, range, new Part(part, parts), stop), signal);
        table.sort(signal);
        int slices = effort.parts(range.size());
        int words = (range.size() + Long.SIZE - 1) >>> 6;
        workers.run(
                slices,
                (stop, slice) -> {
                    int first = range.from() + (int) ((long) words * slice / slices) * Long.SIZE;
                    int last =
                            range.from() + (int) ((long) words * (slice + 1) / slices) * Long.SIZE;
                    tally(table, table.begin(first), table.begin(Math.min(last, range.to())), stop);
                },
                signal);
    }

    private void read(EventColumns table, Range range, Part part, CancelSignal signal) {
        List<String> names = new ArrayList<>(program.names());
        plan.measures().forEach(measure -> names.add(measure.column()));
        Filling filling = new Filling(table);
        rows.events(
                plan.stream(),
                names,
                part,
                row -> {
                    long profile = row.getLong(1);
                    if (profile >= range.from() && profile < range.to() && !row.wasNull()) {
                        filling.next().add((int) profile, row, program.columns(), plan.measures());
                    }
                    filling.count(signal);
                },
                signal);
        filling.end();
    }

    private void tally(EventColumns table, int from, int to, CancelSignal signal) {
        EventBlock block = new EventBlock(program, plan.measures().size());
        List<Tally> tallies =
                plan.aggregations().stream()
                        .map(aggregation -> new Tally(aggregation, program, plan.measures()))
                        .toList();
        for (int at = from; at < to; at += RowBlock.ROWS) {
            block.load(table, at, Math.min(to, at + RowBlock.ROWS));
            for (Tally tally : tallies) {
                signal.check();
                tally.add(block);
            }
        }
        tallies.forEach(Tally::end);
    }

    /** Returns how many events each profile has. */
    private AtomicIntegerArray counts(long events, CancelSignal signal) {
        AtomicIntegerArray counts = new AtomicIntegerArray(profiles);
        int parts = effort.parts(events);
        workers.run(
                parts,
                (stop, part) ->
                        rows.events(
                                plan.stream(),
                                List.of(),
                                new Part(part, parts),
                                row -> {
                                    long profile = row.getLong(1);
                                    if (profile >= 0 && profile < profiles && !row.wasNull()) {
                                        counts.incrementAndGet((int) profile);
                                    }
                                },
                                stop),
                signal);
        return counts;
    }

    /** Fills one chunk after the other. */
    private final class Filling {

        private final EventColumns table;
        private EventChunk chunk;
        private int seen;

        private Filling(EventColumns table) {
            this.table = table;
            this.chunk = empty();
        }

        private EventChunk next() {
            if (chunk.count() == EventChunk.SIZE) {
                table.add(chunk);
                chunk = empty();
            }
            return chunk;
        }

        private void count(CancelSignal signal) {
            if (++seen % ROWS_PER_CHECK == 0) {
                signal.check();
                read.accept(ROWS_PER_CHECK);
            }
        }

        private void end() {
            read.accept(seen % ROWS_PER_CHECK);
            table.add(chunk);
        }

        private EventChunk empty() {
            return new EventChunk(program.columns().size(), plan.measures().size());
        }
    }
}
