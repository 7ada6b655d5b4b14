package io.marquetry.json;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;

/**
 * Writes JSON in the one canonical way of RFC 8785: members in the order of their names' UTF-16
 * code units, no blanks, the shortest escapes.
 */
public final class CanonicalJson {

    private static final int WITHOUT_BLANKS = -1;

    private CanonicalJson() {}

    /** Returns the canonical text. */
    public static String write(Json json) {
        StringBuilder out = new StringBuilder();
        write(json, out);
        return out.toString();
    }

    /** Returns the canonical text as UTF-8. */
    public static byte[] bytes(Json json) {
        return write(json).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Returns the text with each value on a line of its own, for people. It says the same, in the
     * same order and with the same escapes, and ends with a line break.
     */
    public static String readable(Json json) {
        StringBuilder out = new StringBuilder();
        write(json, out, 0);
        return out.append('\n').toString();
    }

    private static void write(Json json, StringBuilder out) {
        write(json, out, WITHOUT_BLANKS);
    }

    /**
     * Writes a value.
     *
     * @param depth in how many others it lies, which is how far its lines are indented
     */
    private static void write(Json json, StringBuilder out, int depth) {
        int inside = depth == WITHOUT_BLANKS ? WITHOUT_BLANKS : depth + 1;
        switch (json) {
            case Json.Members members -> {
                out.append('{');
                Iterator<Map.Entry<String, Json>> all = members.byName().entrySet().iterator();
                boolean any = all.hasNext();
                while (all.hasNext()) {
                    Map.Entry<String, Json> member = all.next();
                    line(out, inside);
                    quote(member.getKey(), out);
                    out.append(inside == WITHOUT_BLANKS ? ":" : ": ");
                    write(member.getValue(), out, inside);
                    out.append(all.hasNext() ? "," : "");
                }
                if (any) {
                    line(out, depth);
                }
                out.append('}');
            }
            case Json.Items items -> {
                out.append('[');
                for (int i = 0; i < items.values().size(); i++) {
                    out.append(i == 0 ? "" : ",");
                    line(out, inside);
                    write(items.values().get(i), out, inside);
                }
                if (!items.values().isEmpty()) {
                    line(out, depth);
                }
                out.append(']');
            }
            case Json.Text text -> quote(text.text(), out);
            case Json.Whole whole -> out.append(whole.number());
            case Json.Truth truth -> out.append(truth.truth());
            case Json.Real real -> out.append(CanonicalNumber.write(real.number()));
            case Json.Nothing() -> out.append("null");
        }
    }

    private static void line(StringBuilder out, int depth) {
        if (depth != WITHOUT_BLANKS) {
            out.append('\n').repeat("  ", depth);
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00")
                                .append(c < 0x10 ? '0' : '1')
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
