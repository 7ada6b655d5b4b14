package io.marquetry.store.dispatch;

import java.util.stream.IntStream;

/** A list of ascending ordinals as a short text: {@code 0-511,513}. */
final class Ordinals {

    private Ordinals() {}

    static String write(int[] ordinals) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < ordinals.length; ) {
            int end = i;
            while (end + 1 < ordinals.length && ordinals[end + 1] == ordinals[end] + 1) {
                end++;
            }
            text.append(text.isEmpty() ? "" : ",").append(ordinals[i]);
            if (end > i) {
                text.append('-').append(ordinals[end]);
            }
            i = end + 1;
        }
        return text.toString();
    }

    static int[] read(String text) {
        IntStream.Builder found = IntStream.builder();
        for (String part : text.split(",", -1)) {
            int dash = part.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? part : part.substring(0, dash));
            int last = dash < 0 ? first : Integer.parseInt(part.substring(dash + 1));
            IntStream.rangeClosed(first, last).forEach(found::add);
        }
        return found.build().toArray();
    }
}
