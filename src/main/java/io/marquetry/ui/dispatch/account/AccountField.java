package io.marquetry.ui.dispatch.account;

/** What can be said of an account, and where the document that describes it says it. */
enum AccountField {
    NAME(Control.TEXT),
    CHANNEL(Control.CHOICE),
    HOST("/server/host", "localhost"),
    PORT("/server/port", "1"),
    SECURITY(Control.CHOICE, "/server/security", "TLS"),
    USER("/server/user", "a"),
    PASSWORD(Control.SECRET),
    FROM("/from", "a@example.com"),
    SENDER_NAME("/name", "a"),
    REPLY_TO("/replyTo", "a@example.com"),
    UNSUBSCRIBE_MAIL("/unsubscribeMail", "a+{key}@example.com"),
    UNSUBSCRIBE_URL("/unsubscribeUrl", "https://example.com/{key}"),
    BOUNCES("/bounces", "a+{key}@example.com"),
    BOX_HOST("/mailbox/host", "localhost"),
    BOX_PORT("/mailbox/port", "1"),
    BOX_SECURITY(Control.CHOICE, "/mailbox/security", "TLS"),
    BOX_USER("/mailbox/user", "a"),
    DKIM_DOMAIN("/dkim/domain", "example.com"),
    DKIM_SELECTOR("/dkim/selector", "a"),
    DKIM_KEY(Control.FILE, "/dkim/keyFile", "a"),
    SYSTEM_TYPE("/systemType", "a"),
    SENDER("/sender", "10690000"),
    SIGNATURE("/signature", "a"),
    OPT_OUT("/optOut", "a"),
    RECEIPT_IDS(Control.CHOICE, "/receiptIds", "SAME"),
    WINDOW("/window", "1"),
    DOCUMENT(Control.FILE),
    URL(Control.TEXT),
    SHARED(Control.SECRET),
    MORE_SECRETS(Control.SECRET),
    FOLDER(Control.FOLDER),
    KEY_LIFE(Control.TEXT),
    RATE(Control.TEXT),
    PRICE(Control.TEXT),
    PASSPHRASE(Control.SECRET);

    /** How something is said. */
    enum Control {
        TEXT,
        SECRET,
        CHOICE,
        FILE,
        FOLDER
    }

    private final Control control;
    private final String pointer;
    private final String sample;

    AccountField(Control control) {
        this(control, "", "");
    }

    AccountField(String pointer, String sample) {
        this(Control.TEXT, pointer, sample);
    }

    AccountField(Control control, String pointer, String sample) {
        this.control = control;
        this.pointer = pointer;
        this.sample = sample;
    }

    Control control() {
        return control;
    }

    /** Returns where the document says it; empty: nowhere. */
    String pointer() {
        return pointer;
    }

    /** Returns something that can be used, so that one mistake does not hide the next. */
    String sample() {
        return sample;
    }

    /** Returns whether it is a number in the document. */
    boolean isNumber() {
        return this == PORT || this == BOX_PORT || this == WINDOW;
    }

    /** Returns whether it says something by itself, so that alone it says nothing. */
    boolean isProposed() {
        return isNumber() || control == Control.CHOICE;
    }
}
