package io.marquetry.dispatch;

import io.marquetry.base.UserZone;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words and times by which providers say what became of a message. */
public final class ReceiptWords {

    private static final Map<String, Receipt.Kind> KINDS = kinds();

    private ReceiptWords() {}

    /** Returns what a word means; empty where it is not understood. */
    public static Optional<Receipt.Kind> kind(String word) {
        return Optional.ofNullable(KINDS.get(folded(word)));
    }

    /** Returns a word as it is compared: small, and without what stands between its parts. */
    public static String folded(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]+", "");
    }

    /**
     * Reads a moment as providers write it: with an offset, as a wall clock, or in seconds or
     * milliseconds since 1970; empty where it is none.
     */
    public static Optional<Instant> moment(String text) {
        if (text.matches("[0-9]{9,10}")) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
        }
        if (text.matches("[0-9]{13}")) {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(text)));
        }
        String written = text.strip().replace('/', '-').replaceFirst("(?<=\\d) (?=\\d)", "T");
        try {
            return Optional.of(OffsetDateTime.parse(written).toInstant());
        } catch (DateTimeException notWithOffset) {
            return wall(written);
        }
    }

    private static Optional<Instant> wall(String written) {
        try {
            return Optional.of(LocalDateTime.parse(written).atZone(UserZone.get()).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Receipt.Kind> kinds() {
        Map<String, Receipt.Kind> all = new HashMap<>();
        put(all, Receipt.Kind.DELIVERED, "delivered", "delivrd", "delivery", "success", "送达", "成功");
        put(
                all,
                Receipt.Kind.UNDELIVERED,
                "undelivered",
                "undeliv",
                "undeliverable",
                "failed",
                "failure",
                "expired",
                "rejectd",
                "rejected",
                "deleted",
                "未送达",
                "失败");
        put(all, Receipt.Kind.BOUNCED, "bounced", "bounce", "hardbounce", "softbounce", "退信");
        put(all, Receipt.Kind.REPLIED, "replied", "reply", "mo", "inbound", "回复", "上行");
        put(all, Receipt.Kind.CLICKED, "clicked", "click", "点击");
        put(all, Receipt.Kind.UNSUBSCRIBED, "unsubscribed", "unsubscribe", "optout", "stop", "退订");
        put(all, Receipt.Kind.COMPLAINED, "complained", "complaint", "spam", "spamreport", "投诉");
        return Map.copyOf(all);
    }

    private static void put(Map<String, Receipt.Kind> all, Receipt.Kind kind, String... words) {
        for (String word : words) {
            all.put(word, kind);
        }
    }
}
