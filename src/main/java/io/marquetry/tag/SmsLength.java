package io.marquetry.tag;

/**
 * How much of a short message a text takes, after 3GPP TS 23.038 (GSM 03.38).
 *
 * @param units septets of the GSM alphabet, where characters of its extension table take two; else
 *     units of UCS-2
 * @param most how many of them fit into one message
 */
public record SmsLength(int units, int most) {

    private static final int SEPTETS = 160;
    private static final int WIDE = 70;

    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
                    + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "\f^{}\\[~]|€";

    /** Measures a text. */
    public static SmsLength of(String text) {
        int septets = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (BASIC.indexOf(c) >= 0) {
                septets++;
            } else if (EXTENSION.indexOf(c) >= 0) {
                septets += 2;
            } else {
                return new SmsLength(text.length(), WIDE);
            }
        }
        return new SmsLength(septets, SEPTETS);
    }
}
