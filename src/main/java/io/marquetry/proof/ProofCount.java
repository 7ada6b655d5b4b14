package io.marquetry.proof;

import io.marquetry.asset.Asset;
import io.marquetry.asset.Template;
import io.marquetry.asset.TextLength;
import io.marquetry.audience.Snapshot;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Fills a text for one person after the other, and counts. For one thread. */
final class ProofCount {

    private final Asset.Kind kind;
    private final List<String> fields;
    private final List<String> known;
    private final String[] said;
    private final int[] places;
    private final int[] columns;
    private final boolean[] saved;
    private final long[] missing;
    private final boolean[] empty;
    private final Map<TextLength.Alphabet, long[]> alphabets =
            new EnumMap<>(TextLength.Alphabet.class);
    private final StringBuilder text = new StringBuilder();
    private long[] parts = new long[8];
    private long people;
    private long otherwise;
    private long open;
    private long cut;
    private Optional<Proof.Longest> longest = Optional.empty();

    /**
     * Begins.
     *
     * @param known the fields that the source has, in the order in which values come
     */
    ProofCount(Asset.Kind kind, Template template, List<String> known) {
        this.kind = kind;
        this.known = known;
        List<Template.Piece> pieces = template.pieces();
        this.fields =
                pieces.stream()
                        .filter(Template.Piece.Place.class::isInstance)
                        .map(piece -> ((Template.Piece.Place) piece).field())
                        .distinct()
                        .toList();
        this.said = new String[pieces.size()];
        this.places = new int[pieces.size()];
        this.columns = fields.stream().mapToInt(known::indexOf).toArray();
        this.saved = new boolean[fields.size()];
        this.missing = new long[fields.size()];
        this.empty = new boolean[fields.size()];
        Arrays.fill(saved, true);
        for (int i = 0; i < said.length; i++) {
            switch (pieces.get(i)) {
                case Template.Piece.Said piece -> {
                    said[i] = piece.text();
                    places[i] = -1;
                }
                case Template.Piece.Place place -> {
                    said[i] = place.otherwise().orElse("");
                    places[i] = fields.indexOf(place.field());
                    saved[places[i]] &= place.otherwise().isPresent();
                }
            }
        }
    }

    /** Takes one person. */
    void person(String key, @Nullable String[] values) {
        text.setLength(0);
        Arrays.fill(empty, false);
        for (int i = 0; i < said.length; i++) {
            int field = places[i];
            if (field < 0) {
                text.append(said[i]);
                continue;
            }
            int at = columns[field];
            @Nullable String value = at < 0 ? null : values[at];
            String shown = value == null ? "" : value.strip();
            if (shown.isEmpty()) {
                empty[field] = true;
                text.append(said[i]);
            } else {
                text.append(shown);
            }
        }
        count(key);
    }

    private void count(String key) {
        boolean fallback = false;
        boolean nothing = false;
        for (int field = 0; field < empty.length; field++) {
            if (empty[field]) {
                missing[field]++;
                fallback |= saved[field];
                nothing |= !saved[field];
            }
        }
        people++;
        otherwise += fallback ? 1 : 0;
        open += nothing ? 1 : 0;
        TextLength length = TextLength.of(kind, text);
        if (length.parts() >= parts.length) {
            parts = Arrays.copyOf(parts, length.parts() * 2);
        }
        parts[length.parts()]++;
        alphabets.computeIfAbsent(length.alphabet(), k -> new long[1])[0]++;
        cut += length.fits() ? 0 : 1;
        if (longest.isEmpty() || isLonger(length, longest.get().length())) {
            longest = Optional.of(new Proof.Longest(key, text.toString(), length));
        }
    }

    private static boolean isLonger(TextLength one, TextLength other) {
        return one.parts() == other.parts()
                ? one.units() > other.units()
                : one.parts() > other.parts();
    }

    Proof proof(Snapshot snapshot, Duration took) {
        List<Proof.Field> told = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.get(i);
            told.add(new Proof.Field(name, known.contains(name), missing[i], saved[i]));
        }
        TreeMap<Integer, Long> byParts = new TreeMap<>();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] > 0) {
                byParts.put(i, parts[i]);
            }
        }
        Map<TextLength.Alphabet, Long> byAlphabet = new EnumMap<>(TextLength.Alphabet.class);
        alphabets.forEach((alphabet, count) -> byAlphabet.put(alphabet, count[0]));
        return new Proof(
                snapshot, people, told, otherwise, open, byParts, byAlphabet, cut, longest, took);
    }
}
