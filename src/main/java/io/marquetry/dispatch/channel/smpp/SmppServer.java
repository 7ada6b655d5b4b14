package io.marquetry.dispatch.channel.smpp;

import io.marquetry.base.Problem;
import io.marquetry.dispatch.channel.mail.MailServer;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;

/**
 * How a message centre is spoken to, as a document says it.
 *
 * @param host its name
 * @param isEncrypted whether by TLS
 * @param user as whom to sign in, the system id
 * @param systemType what the centre calls this kind of customer; often empty
 * @param sender a number, or up to 11 letters and digits
 * @param signature stands in front of each text, in China between 【 and 】; may be empty
 * @param optOut stands behind each text, and says how to get no more; may be empty
 * @param ids how receipts write the number that the centre gave a message
 * @param window how many messages may wait for an answer at once
 */
public record SmppServer(
        String host,
        int port,
        boolean isEncrypted,
        String user,
        String systemType,
        String sender,
        String signature,
        String optOut,
        Ids ids,
        int window) {

    /** What stands at the head of each document. */
    public static final String FORMAT = "marquetry/smpp-1";

    private static final int MAX_PORT = 65_535;
    private static final int MAX_WINDOW = 1_000;
    private static final int USUAL_WINDOW = 10;

    /** How receipts write the number of a message. */
    public enum Ids {
        /** As the answer wrote it. */
        SAME,
        /** The answer in hexadecimal digits, receipts in decimal ones. */
        DECIMAL,
        /** The answer in decimal digits, receipts in hexadecimal ones. */
        HEXADECIMAL
    }

    /**
     * Reads a document.
     *
     * @throws io.marquetry.base.ProblemException if it is none; the place is named
     */
    public static SmppServer read(String document) {
        JsonView view = JsonView.of(StrictJson.read(document));
        view.only(
                "format",
                "server",
                "systemType",
                "sender",
                "signature",
                "optOut",
                "receiptIds",
                "window");
        if (!view.get("format").text().equals(FORMAT)) {
            throw Problem.of("problem.dispatch.adapter", FORMAT).asException();
        }
        JsonView server = view.get("server").only("host", "port", "security", "user");
        MailServer.Security security = server.get("security").word(MailServer.Security.class);
        String host = server.get("host").text();
        boolean open = security == MailServer.Security.NONE;
        if (security == MailServer.Security.STARTTLS || !MailServer.Host.mayBe(host, open)) {
            throw server.refuse("problem.json.smppHost");
        }
        JsonView sender = view.get("sender");
        if (!sender.text().matches("\\+?[0-9]{3,20}|[A-Za-z0-9 .-]{1,11}")) {
            throw sender.refuse("problem.json.smppSender");
        }
        return new SmppServer(
                host,
                (int) server.get("port").whole(1, MAX_PORT),
                !open,
                ascii(server.get("user"), 15),
                view.find("systemType").map(one -> ascii(one, 12)).orElse(""),
                sender.text(),
                view.find("signature").map(JsonView::text).orElse(""),
                view.find("optOut").map(JsonView::text).orElse(""),
                view.find("receiptIds").map(one -> one.word(Ids.class)).orElse(Ids.SAME),
                view.find("window")
                        .map(one -> (int) one.whole(1, MAX_WINDOW))
                        .orElse(USUAL_WINDOW));
    }

    private static String ascii(JsonView view, int most) {
        if (!view.text().matches("[\\x20-\\x7e]{0," + most + "}")) {
            throw view.refuse("problem.json.smppText", most);
        }
        return view.text();
    }

    /** Returns a text as it is sent: the signature first, the way out last, each once. */
    String whole(String text) {
        String signed = text.startsWith(signature) ? text : signature + text;
        return signed.endsWith(optOut) ? signed : signed + optOut;
    }

    /**
     * Returns the number of a message in an answer as receipts write it; as it is where it is none.
     */
    String id(String answered) {
        try {
            return switch (ids) {
                case SAME -> answered;
                case DECIMAL -> Long.toUnsignedString(Long.parseUnsignedLong(answered, 16));
                case HEXADECIMAL -> Long.toHexString(Long.parseUnsignedLong(answered));
            };
        } catch (NumberFormatException notANumber) {
            return answered;
        }
    }

    /** Returns the number of a message in a receipt, written as {@link #id} does. */
    String receiptId(String told) {
        try {
            return switch (ids) {
                case SAME -> told;
                case DECIMAL -> Long.toUnsignedString(Long.parseUnsignedLong(told));
                case HEXADECIMAL -> Long.toHexString(Long.parseUnsignedLong(told, 16));
            };
        } catch (NumberFormatException notANumber) {
            return told;
        }
    }
}
