package io.marquetry.base;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What stands in files and is said in the reader's language: “held out” is 留出 to whoever reads
 * Chinese. Only a whole text is known; a text that is none of them is told as it stands.
 */
final class KnownValues {

    private static final String FAMILY = "known.";

    /** Behind the name of what nobody measured. */
    private static final String INVENTED = " (invented)";

    private static final KnownValues ALL = new KnownValues();

    private final Map<String, String> keys = new HashMap<>();

    private KnownValues() {
        for (Locale language : Texts.LANGUAGES) {
            Texts texts = Texts.in(language);
            texts.bundle().keySet().stream()
                    .filter(key -> key.startsWith(FAMILY))
                    .forEach(key -> keys.put(texts.get(key), key));
        }
    }

    /** Returns a text in the language of the words. */
    static String in(Texts texts, String text) {
        if (text.endsWith(INVENTED)) {
            String of = text.substring(0, text.length() - INVENTED.length());
            return texts.get("value.invented", in(texts, of));
        }
        String key = ALL.keys.get(text);
        return key == null ? text : texts.get(key);
    }
}
