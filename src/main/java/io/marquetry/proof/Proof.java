package io.marquetry.proof;

import io.marquetry.asset.TextLength;
import io.marquetry.audience.Snapshot;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a text comes to for everybody of an audience.
 *
 * @param snapshot the state of the source that was read
 * @param people how many were looked at
 * @param fields the fields of the text, in its order
 * @param otherwise how many people read a fallback in at least one place
 * @param open how many people have nothing in at least one place
 * @param parts how many people get it in so many messages, by the number of messages
 * @param alphabets how many people get it in an alphabet
 * @param cut of how many people's texts the end would be cut off
 * @param longest the longest text, as it was filled
 * @param took how long it took
 */
public record Proof(
        Snapshot snapshot,
        long people,
        List<Field> fields,
        long otherwise,
        long open,
        SortedMap<Integer, Long> parts,
        Map<TextLength.Alphabet, Long> alphabets,
        long cut,
        Optional<Longest> longest,
        Duration took) {

    /** Copies the lists and maps. */
    public Proof {
        fields = List.copyOf(fields);
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
        alphabets = Map.copyOf(alphabets);
    }

    /** Returns how many messages all people get together. */
    public long messages() {
        return parts.entrySet().stream().mapToLong(e -> e.getKey() * e.getValue()).sum();
    }

    /**
     * A field of the text.
     *
     * @param known whether the source has it
     * @param missing how many people have no value in it
     * @param saved whether each of its places says something else then
     */
    public record Field(String name, boolean known, long missing, boolean saved) {}

    /**
     * The longest text.
     *
     * @param person whose it is
     */
    public record Longest(String person, String text, TextLength length) {}
}
