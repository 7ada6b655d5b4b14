package io.marquetry.source.columns;

import io.marquetry.base.CancelSignal;

import java.util.ArrayList;
import java.util.List;

/** The events of a range of profiles. */
final class EventColumns {

    private final Range range;
    private final List<EventChunk> chunks = new ArrayList<>();
    private int[] ends = {};
    private int[] order = {};

    EventColumns(Range range) {
        this.range = range;
    }

    /** Adds a chunk that changes no more; on any thread. */
    synchronized void add(EventChunk chunk) {
        chunks.add(chunk);
    }

    /** Puts the events in the order of their profiles; all chunks have to be there. */
    void sort(CancelSignal signal) {
        ends = new int[range.size() + 1];
        int events = 0;
        for (EventChunk chunk : chunks) {
            signal.check();
            events = Math.addExact(events, chunk.count());
            for (int i = 0; i < chunk.count(); i++) {
                ends[chunk.profile(i) - range.from() + 1]++;
            }
        }
        for (int profile = 0; profile < range.size(); profile++) {
            ends[profile + 1] += ends[profile];
        }
        // Each profile's begin moves to its end, which is the next one's begin, as events come.
        order = new int[events];
        for (int number = 0; number < chunks.size(); number++) {
            signal.check();
            EventChunk chunk = chunks.get(number);
            for (int i = 0; i < chunk.count(); i++) {
                order[ends[chunk.profile(i) - range.from()]++] = number << EventChunk.SHIFT | i;
            }
        }
    }

    /** Returns where the events of a profile begin in the order. */
    int begin(int profile) {
        return profile == range.from() ? 0 : ends[profile - range.from() - 1];
    }

    /** Returns the chunk of the event at a place in the order. */
    EventChunk chunk(int place) {
        return chunks.get(order[place] >>> EventChunk.SHIFT);
    }

    /** Returns where in its chunk the event at a place in the order is. */
    int event(int place) {
        return order[place] & (EventChunk.SIZE - 1);
    }
}
