package io.marquetry.json;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;

/**
 * Writes JSON in the one canonical way of RFC 8785: members in the order of their names' UTF-16
 * code units, no blanks, the shortest escapes.
 */
public final class CanonicalJson {

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

    private static void write(Json json, StringBuilder out) {
        switch (json) {
            case Json.Members members -> {
                out.append('{');
                Iterator<Map.Entry<String, Json>> all = members.byName().entrySet().iterator();
                while (all.hasNext()) {
                    Map.Entry<String, Json> member = all.next();
                    quote(member.getKey(), out);
                    out.append(':');
                    write(member.getValue(), out);
                    out.append(all.hasNext() ? "," : "");
                }
                out.append('}');
            }
            case Json.Items items -> {
                out.append('[');
                for (int i = 0; i < items.values().size(); i++) {
                    out.append(i == 0 ? "" : ",");
                    write(items.values().get(i), out);
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
