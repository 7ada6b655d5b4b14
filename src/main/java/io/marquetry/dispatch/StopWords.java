package io.marquetry.dispatch;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** The replies by which people say that they want nothing any more. */
public final class StopWords {

    private static final Set<String> WORDS =
            Set.of(
                    "t",
                    "td",
                    "tdn",
                    "r",
                    "n",
                    "0000",
                    "00000",
                    "stop",
                    "stopall",
                    "unsubscribe",
                    "cancel",
                    "end",
                    "quit",
                    "退订",
                    "退訂",
                    "拒收",
                    "取消",
                    "td退订",
                    "回t退订",
                    "t退订",
                    "r退订",
                    "不要再发",
                    "别发了");

    private StopWords() {}

    /**
     * Returns whether a reply says so: one of the usual words and nothing else, however it is
     * written.
     */
    public static boolean isStop(String reply) {
        String folded =
                Normalizer.normalize(reply, Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[\\s\\p{P}\\p{S}]+", "");
        return WORDS.contains(folded);
    }

    /**
     * Returns whether a bounce says that there is no such address: status 5.1.x of RFC 3463.
     * Whatever else bounces may arrive another time, or was refused for what it said.
     */
    public static boolean isNobody(String status) {
        return status.strip().matches("(?s)(?:\\d{3}[ -])?5\\.1\\.\\d{1,3}(?:\\D.*)?");
    }
}
