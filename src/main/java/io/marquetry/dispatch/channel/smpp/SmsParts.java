package io.marquetry.dispatch.channel.smpp;

import io.marquetry.asset.TextLength;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A short message as a centre takes it: in one part, or in several that the telephone joins by a
 * header of six bytes (3GPP TS 23.040). GSM 7-bit where the text has nothing else, an octet for
 * each septet; UCS-2 otherwise.
 *
 * @param coding the data coding of SMPP
 */
record SmsParts(int coding, List<byte[]> parts) {

    static final int GSM7 = 0;
    static final int UCS2 = 8;

    private static final int ESCAPE = 0x1B;
    private static final int MOST_PARTS = 255;

    /** Units of one part of many, as {@link TextLength} counts them. */
    private static final int SEPTETS_OF_MANY = 153;

    private static final int WIDE_OF_MANY = 67;

    /**
     * Writes a text.
     *
     * @param reference what tells telephones which parts belong together
     */
    static SmsParts of(String text, int reference) {
        TextLength length = TextLength.sms(text);
        boolean wide = length.alphabet() == TextLength.Alphabet.UCS2;
        List<byte[]> units = wide ? wide(text) : septets(text);
        int most = wide ? 2 * WIDE_OF_MANY : SEPTETS_OF_MANY;
        List<byte[]> bodies = new ArrayList<>();
        if (length.isOne()) {
            bodies.add(joined(units));
        } else {
            ByteArrayOutputStream part = new ByteArrayOutputStream();
            for (byte[] unit : units) {
                if (part.size() + unit.length > most) {
                    bodies.add(part.toByteArray());
                    part.reset();
                }
                part.writeBytes(unit);
            }
            bodies.add(part.toByteArray());
        }
        return new SmsParts(wide ? UCS2 : GSM7, headed(bodies, reference));
    }

    /** Returns whether a centre takes so many parts. */
    boolean fits() {
        return parts.size() <= MOST_PARTS;
    }

    /** What is never cut in half: a character and its escape. */
    private static List<byte[]> septets(String text) {
        List<byte[]> units = new ArrayList<>(text.length());
        for (int i = 0; i < text.length(); i++) {
            int code = TextLength.septets(text.charAt(i));
            units.add(
                    code >>> 8 == ESCAPE
                            ? new byte[] {ESCAPE, (byte) code}
                            : new byte[] {(byte) code});
        }
        return units;
    }

    /** What is never cut in half: a code point. */
    private static List<byte[]> wide(String text) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(one -> one.getBytes(StandardCharsets.UTF_16BE))
                .toList();
    }

    private static byte[] joined(List<byte[]> units) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        units.forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static List<byte[]> headed(List<byte[]> bodies, int reference) {
        if (bodies.size() == 1) {
            return bodies;
        }
        List<byte[]> parts = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            byte[] header = {5, 0, 3, (byte) reference, (byte) bodies.size(), (byte) (i + 1)};
            parts.add(joined(List.of(header, bodies.get(i))));
        }
        return parts;
    }
}
