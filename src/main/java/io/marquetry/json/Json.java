package io.marquetry.json;

import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A JSON value. Our documents hold no {@link Real} and no {@link Nothing}: decimal numbers travel
 * as text there, and what is absent is left out. Both are here so that the canonical form is that
 * of RFC 8785 for whatever JSON there is.
 */
public sealed interface Json {

    /** An object; its members stand in the order of their names. */
    record Members(SequencedMap<String, Json> byName) implements Json {
        /** Copies and sorts the members. */
        public Members {
            byName = Collections.unmodifiableSequencedMap(new TreeMap<>(byName));
        }
    }

    /** An array. */
    record Items(List<Json> values) implements Json {
        /** Copies the values. */
        public Items {
            values = List.copyOf(values);
        }
    }

    /** A text without lone surrogates. */
    record Text(String text) implements Json {
        /** Refuses a text that UTF-8 cannot carry. */
        public Text {
            if (hasLoneSurrogate(text)) {
                throw new IllegalArgumentException("a lone surrogate");
            }
        }
    }

    /** A whole number that every JSON reader keeps exact: its amount is below 2^53. */
    record Whole(long number) implements Json {
        /** The largest amount, 2^53 - 1. */
        public static final long MAX = (1L << 53) - 1;

        /** Refuses a number that a double would round. */
        public Whole {
            if (number > MAX || number < -MAX) {
                throw new IllegalArgumentException("2^53 or more: " + number);
            }
        }
    }

    /** True or false. */
    record Truth(boolean truth) implements Json {}

    /** A number as ECMAScript keeps it; no document of ours holds one. */
    record Real(double number) implements Json {
        /** Refuses what JSON cannot say. */
        public Real {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("no JSON number: " + number);
            }
        }
    }

    /** Null; no document of ours holds one. */
    record Nothing() implements Json {}

    /** Makes a text. */
    static Json text(String text) {
        return new Text(text);
    }

    /** Makes an array of texts. */
    static Json texts(List<String> texts) {
        return new Items(texts.stream().map(Json::text).collect(Collectors.toList()));
    }

    /** Returns whether half of a surrogate pair stands alone in the text. */
    static boolean hasLoneSurrogate(String text) {
        return text.codePoints()
                .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
