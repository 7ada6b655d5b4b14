package io.marquetry.dispatch.channel.mail;

import io.marquetry.base.Problem;
import io.marquetry.dispatch.ChannelKind;
import io.marquetry.json.JsonRefusal;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;

import java.util.Optional;
import java.util.Set;

/**
 * How a mail server is spoken to, as a document says it.
 *
 * @param from the address of the sender
 * @param name what people read of the sender
 * @param user the name to sign in with; empty: without signing in
 * @param replyTo where replies go; empty: to the sender
 * @param unsubscribeUrl an https address at which one click is enough (RFC 8058), with a place
 *     {@code {key}}; empty: there is none
 * @param unsubscribeMail an address to which a mail is enough, with a place {@code {key}}
 * @param bounces where bounces go, with a place {@code {key}}; empty: to the sender
 * @param dkim how mails are signed; empty: the server does it, or nobody
 * @param mailbox where bounces and mails that unsubscribe are read; empty: nowhere
 */
public record MailServer(
        Host server,
        String from,
        Optional<String> name,
        Optional<String> replyTo,
        Optional<String> unsubscribeUrl,
        Optional<String> unsubscribeMail,
        Optional<String> bounces,
        Optional<Dkim> dkim,
        Optional<Host> mailbox) {

    /** What stands at the head of each document. */
    public static final String FORMAT = "marquetry/smtp-1";

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");
    private static final int MAX_PORT = 65_535;

    /** How a connection is kept from others. */
    public enum Security {
        /** Not at all; for this machine only. */
        NONE,
        /** Encrypted once both sides greeted, or not at all. */
        STARTTLS,
        /** Encrypted from the first byte. */
        TLS
    }

    /**
     * A server.
     *
     * @param user as whom to sign in; empty: as nobody
     */
    public record Host(String host, int port, Security security, Optional<String> user) {

        /**
         * Returns whether a text may name a server.
         *
         * @param open whether it is spoken to in the clear, which no other machine is
         */
        public static boolean mayBe(String host, boolean open) {
            return host.matches("[A-Za-z0-9.:-]{1,253}") && !(open && !THIS_MACHINE.contains(host));
        }
    }

    /**
     * How mails are signed (RFC 6376).
     *
     * @param keyFile the file with the private RSA key, PKCS#8 in DER
     */
    public record Dkim(String domain, String selector, String keyFile) {}

    /** Returns the name of the server. */
    public String host() {
        return server.host();
    }

    /**
     * Reads a document.
     *
     * @throws io.marquetry.base.ProblemException if it is none; the place is named
     */
    public static MailServer read(String document) {
        JsonView view = JsonView.of(StrictJson.read(document));
        view.only(
                "format",
                "server",
                "from",
                "name",
                "replyTo",
                "unsubscribeUrl",
                "unsubscribeMail",
                "bounces",
                "dkim",
                "mailbox");
        if (!view.get("format").text().equals(FORMAT)) {
            throw Problem.of("problem.dispatch.adapter", FORMAT).asException();
        }
        Optional<String> url = view.find("unsubscribeUrl").map(MailServer::url);
        Optional<String> mail = view.find("unsubscribeMail").map(MailServer::keyed);
        if (url.isEmpty() && mail.isEmpty()) {
            throw new JsonRefusal(
                    "#/unsubscribeMail", Problem.of("problem.dispatch.noUnsubscribe"));
        }
        return new MailServer(
                host(view.get("server")),
                address(view.get("from")),
                view.find("name").map(JsonView::text),
                view.find("replyTo").map(MailServer::address),
                url,
                mail,
                view.find("bounces").map(MailServer::keyed),
                view.find("dkim")
                        .map(
                                one ->
                                        new Dkim(
                                                one.get("domain").text(),
                                                one.get("selector").text(),
                                                one.get("keyFile").text())),
                view.find("mailbox").map(MailServer::host));
    }

    private static Host host(JsonView view) {
        view.only("host", "port", "security", "user");
        String host = view.get("host").text();
        Security security = view.get("security").word(Security.class);
        if (!Host.mayBe(host, security == Security.NONE)) {
            throw view.refuse("problem.json.mailHost");
        }
        return new Host(
                host,
                (int) view.get("port").whole(1, MAX_PORT),
                security,
                view.find("user").map(JsonView::text));
    }

    private static String address(JsonView view) {
        return ChannelKind.MAIL
                .normal(view.text())
                .orElseThrow(() -> view.refuse("problem.json.mailAddress"));
    }

    /** An address with a place for the key of the message. */
    private static String keyed(JsonView view) {
        String text = view.text();
        if (!text.contains("{key}")
                || ChannelKind.MAIL.normal(text.replace("{key}", "0".repeat(32))).isEmpty()) {
            throw view.refuse("problem.json.mailKeyed");
        }
        return text;
    }

    private static String url(JsonView view) {
        String text = view.text();
        if (!text.matches("https://[\\x21-\\x3b\\x3d\\x3f-\\x7e]{1,400}")
                || !text.contains("{key}")) {
            throw view.refuse("problem.json.unsubscribeUrl");
        }
        return text;
    }
}
