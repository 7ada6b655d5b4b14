package io.marquetry.dispatch;

import io.marquetry.asset.Asset;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The way a message goes, which says what an address looks like. */
public enum ChannelKind {
    /** To a telephone number. */
    SMS(Asset.Kind.SMS_TEMPLATE),
    /** To a mailbox. */
    MAIL(Asset.Kind.MAIL_TEMPLATE),
    /** To a device or an account, by the name that the provider knows it by. */
    PUSH(Asset.Kind.PUSH_TEMPLATE);

    private static final String CHINA = "+86";
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern HOST =
            Pattern.compile(
                    "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    private final Asset.Kind template;

    ChannelKind(Asset.Kind template) {
        this.template = template;
    }

    /** Returns the kind of the assets that are written for it. */
    public Asset.Kind template() {
        return template;
    }

    /**
     * Returns an address as the channel writes it, so that one address is always one text; empty
     * where it is none.
     *
     * <p>Telephone numbers become E.164; a Chinese mobile number may stand without its country. The
     * host of a mailbox is written small, what stands before the at sign is kept.
     */
    public Optional<String> normal(String raw) {
        String text = raw.strip();
        return switch (this) {
            case SMS -> number(text);
            case MAIL -> mailbox(text);
            case PUSH ->
                    text.isEmpty() || text.length() > 256 || hasControl(text)
                            ? Optional.empty()
                            : Optional.of(text);
        };
    }

    private static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ') {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> number(String text) {
        StringBuilder bare = new StringBuilder(text.length() + 3);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean between =
                    " \t\n\u000B\f\r().-".indexOf(c) >= 0 || (c >= '\u2010' && c <= '\u2015');
            if (!between) {
                bare.append(c);
            }
        }
        if (bare.length() > 1 && bare.charAt(0) == '0' && bare.charAt(1) == '0') {
            bare.replace(0, 2, "+");
        } else if (isChineseMobile(bare, 0)) {
            bare.insert(0, CHINA);
        }
        // A Chinese mobile number has 11 digits; whatever else stands behind +861 is mistyped.
        boolean right =
                bare.indexOf(CHINA + '1') == 0
                        ? isChineseMobile(bare, CHINA.length())
                        : isInternational(bare);
        return right ? Optional.of(bare.toString()) : Optional.empty();
    }

    /** Returns whether 11 digits stand there until the end that begin with 13 to 19. */
    private static boolean isChineseMobile(CharSequence number, int start) {
        return number.length() == start + 11
                && number.charAt(start) == '1'
                && number.charAt(start + 1) >= '3'
                && areDigits(number, start + 1);
    }

    /** Returns whether it is a plus with 7 to 15 digits, the first not 0. */
    private static boolean isInternational(CharSequence number) {
        return number.length() >= 8
                && number.length() <= 16
                && number.charAt(0) == '+'
                && number.charAt(1) != '0'
                && areDigits(number, 1);
    }

    private static boolean areDigits(CharSequence number, int start) {
        for (int i = start; i < number.length(); i++) {
            if (number.charAt(i) < '0' || number.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> mailbox(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || at > 64 || text.length() > 254) {
            return Optional.empty();
        }
        String local = text.substring(0, at);
        String host = text.substring(at + 1).toLowerCase(Locale.ROOT);
        boolean right = LOCAL.matcher(local).matches() && HOST.matcher(host).matches();
        return right ? Optional.of(local + '@' + host) : Optional.empty();
    }
}
