package io.marquetry.asset;

import java.nio.charset.StandardCharsets;

/**
 * How much a text takes, as the channel counts that it is sent on.
 *
 * @param alphabet what one unit is
 * @param units how many units the text has
 * @param parts how many messages it is sent in; 1 also for what is cut off, and for an empty text
 * @param most how many units fit into one message
 */
public record TextLength(Alphabet alphabet, int units, int parts, int most) {

    /** What the length of a text is counted in. */
    public enum Alphabet {
        /** Septets of the GSM 7-bit alphabet; a character of its extension table takes two. */
        GSM7,
        /** UTF-16 units, which UCS-2 sends two bytes of each. */
        UCS2,
        /** Bytes in UTF-8. */
        UTF8
    }

    // 3GPP TS 23.038 (GSM 03.38), and 23.040 for the header that joins parts.
    private static final int SEPTETS = 160;
    private static final int SEPTETS_OF_MANY = 153;
    private static final int WIDE = 70;
    private static final int WIDE_OF_MANY = 67;

    /** A notification of APNs, and a message of FCM, hold so many bytes. */
    private static final int PUSH_BYTES = 4_096;

    /** A text message of WeChat holds so many bytes; the rest is cut off. */
    private static final int MESSAGE_BYTES = 2_048;

    /** Gmail shows so much of a mail and hides the rest. */
    private static final int MAIL_BYTES = 102_400;

    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
                    + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "\f^{}\\[~]|€";

    private static final int[] EXTENSION_CODES = {
        0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65
    };

    private static final int ESCAPE = 0x1B;

    /** How many septets each character takes; 0: the alphabet has none. */
    private static final byte[] TAKES = new byte['€' + 1];

    static {
        for (int i = 0; i < BASIC.length(); i++) {
            TAKES[BASIC.charAt(i)] = 1;
        }
        for (int i = 0; i < EXTENSION.length(); i++) {
            TAKES[EXTENSION.charAt(i)] = 2;
        }
    }

    /** Measures a text as a kind of asset is sent; what is no text of a channel is a mail. */
    public static TextLength of(Asset.Kind kind, CharSequence text) {
        return switch (kind) {
            case SMS_TEMPLATE -> sms(text);
            case PUSH_TEMPLATE -> bytes(text, PUSH_BYTES);
            case MESSAGE_TEMPLATE -> bytes(text, MESSAGE_BYTES);
            case MAIL_TEMPLATE, COUPON, DELIVERY_RULE, RECOMMENDATION_RULE, AUDIENCE_PACK ->
                    bytes(text, MAIL_BYTES);
        };
    }

    /** Measures a short message. */
    public static TextLength sms(CharSequence text) {
        int septets = 0;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            int takes = takes(text.charAt(i));
            if (takes == 0) {
                return wide(text);
            }
            septets += takes;
        }
        return new TextLength(
                Alphabet.GSM7,
                septets,
                septets <= SEPTETS ? 1 : parts(text, SEPTETS_OF_MANY, false),
                SEPTETS);
    }

    private static TextLength wide(CharSequence text) {
        int length = text.length();
        return new TextLength(
                Alphabet.UCS2, length, length <= WIDE ? 1 : parts(text, WIDE_OF_MANY, true), WIDE);
    }

    /** Fills one part after the other; what takes two units is never cut in half. */
    private static int parts(CharSequence text, int most, boolean wide) {
        int parts = 1;
        int used = 0;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            int takes = 1;
            if (wide) {
                boolean pair =
                        i + 1 < length
                                && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                takes = pair ? 2 : 1;
                i += pair ? 1 : 0;
            } else {
                takes = takes(text.charAt(i));
            }
            if (used + takes > most) {
                parts++;
                used = 0;
            }
            used += takes;
        }
        return parts;
    }

    private static int takes(char c) {
        return c < TAKES.length ? TAKES[c] : 0;
    }

    /**
     * Returns the septet of a character of the GSM alphabet; where it takes two, the escape stands
     * eight bits above the second.
     *
     * @throws IllegalArgumentException if the alphabet does not have it
     */
    public static int septets(char c) {
        int at = BASIC.indexOf(c);
        if (at >= 0) {
            return at < ESCAPE ? at : at + 1;
        }
        int extended = EXTENSION.indexOf(c);
        if (extended < 0) {
            throw new IllegalArgumentException("not in the alphabet");
        }
        return ESCAPE << 8 | EXTENSION_CODES[extended];
    }

    private static TextLength bytes(CharSequence text, int most) {
        return new TextLength(
                Alphabet.UTF8, text.toString().getBytes(StandardCharsets.UTF_8).length, 1, most);
    }

    /** Returns whether all of it arrives: in several messages, or whole in one. */
    public boolean fits() {
        return switch (alphabet) {
            case GSM7, UCS2 -> true;
            case UTF8 -> units <= most;
        };
    }

    /** Returns whether it is sent in one message. */
    public boolean isOne() {
        return units <= most;
    }
}
