package io.marquetry.source.infer;

import java.util.Locale;
import java.util.Set;

/** Words that programs and people write where there is no value. */
public final class MissingWords {

    private static final Set<String> WORDS =
            Set.of(
                    "n/a",
                    "na",
                    "#n/a",
                    "n.a.",
                    "null",
                    "(null)",
                    "none",
                    "nan",
                    "nil",
                    "-",
                    "--",
                    "---",
                    "?",
                    "\\n",
                    "unknown",
                    "(blank)",
                    "missing",
                    "k.a.",
                    "#null!",
                    "#div/0!",
                    "#value!",
                    "#ref!",
                    "0000-00-00",
                    "0000-00-00 00:00:00",
                    "未知",
                    "无",
                    "空",
                    "不详");

    /** What MySQL, PostgreSQL and Hive write into their dumps where there is no value. */
    public static final String NULL_OF_DUMPS = "\\N";

    private MissingWords() {}

    /** Returns whether a cell holds no value in any file: nothing, or the mark of dumps. */
    public static boolean isNothing(String cell) {
        return cell.isEmpty()
                || (cell.length() == 2 && cell.charAt(0) == '\\' && cell.charAt(1) == 'N');
    }

    /** Returns whether a text is one of them, in any letter case. */
    public static boolean is(String text) {
        return WORDS.contains(text.toLowerCase(Locale.ROOT));
    }
}
