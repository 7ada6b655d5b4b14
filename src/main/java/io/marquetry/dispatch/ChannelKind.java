package io.marquetry.dispatch;

import io.marquetry.asset.Asset;

import java.util.Locale;
import java.util.Optional;

/** The way a message goes, which says what an address looks like. */
public enum ChannelKind {
    /** To a telephone number. */
    SMS(Asset.Kind.SMS_TEMPLATE),
    /** To a mailbox. */
    MAIL(Asset.Kind.MAIL_TEMPLATE),
    /** To a device or an account, by the name that the provider knows it by. */
    PUSH(Asset.Kind.PUSH_TEMPLATE);

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
                    text.isEmpty() || text.length() > 256 || text.chars().anyMatch(c -> c < ' ')
                            ? Optional.empty()
                            : Optional.of(text);
        };
    }

    private static Optional<String> number(String text) {
        String bare = text.replaceAll("[\\s().\\-\\u2010-\\u2015]", "");
        String full = bare;
        if (bare.startsWith("00")) {
            full = "+" + bare.substring(2);
        } else if (bare.matches("1[3-9][0-9]{9}")) {
            full = "+86" + bare;
        }
        // A Chinese mobile number has 11 digits; whatever else stands behind +861 is mistyped.
        boolean right =
                full.startsWith("+861")
                        ? full.matches("\\+861[3-9][0-9]{9}")
                        : full.matches("\\+[1-9][0-9]{6,14}");
        return right ? Optional.of(full) : Optional.empty();
    }

    private static Optional<String> mailbox(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || at > 64 || text.length() > 254) {
            return Optional.empty();
        }
        String local = text.substring(0, at);
        String host = text.substring(at + 1).toLowerCase(Locale.ROOT);
        boolean right =
                local.matches(
                                "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
                        && host.matches(
                                "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");
        return right ? Optional.of(local + '@' + host) : Optional.empty();
    }
}
