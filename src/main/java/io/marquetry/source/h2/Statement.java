package io.marquetry.source.h2;

import java.util.List;
import java.util.regex.Pattern;

/** A statement that H2 keeps for an object, without what differs from file to file. */
final class Statement {

    private static final int SHOWN = 80;

    /** Names that H2 makes up, a user's salted password, and what H2 learnt of the values. */
    private static final Pattern MADE_UP =
            Pattern.compile("\"(CONSTRAINT|CONSTRAINT_INDEX|PRIMARY_KEY)_[0-9A-F]+(_[0-9A-F]+)?\"");

    private static final Pattern PASSWORD = Pattern.compile(" SALT '[0-9a-f]*' HASH '[0-9a-f]*'");
    private static final Pattern SELECTIVITY = Pattern.compile(" SELECTIVITY [0-9]+");

    private static final Pattern NAME = Pattern.compile("(U&)?\"(?:[^\"]|\"\")*\"");
    private static final Pattern LENGTH = Pattern.compile("\\([0-9]+(, [0-9]+)?\\)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern BODY = Pattern.compile("[('{]| AS ");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Statement() {}

    /** Returns the statement in a form that is the same in every file with the object. */
    static String plain(String statement) {
        String named = MADE_UP.matcher(statement).replaceAll("\"$1\"");
        String user = PASSWORD.matcher(named).replaceAll("");
        return SELECTIVITY.matcher(user).replaceAll("");
    }

    /**
     * Returns the lines of a statement without the names, lengths and figures in them: all that is
     * left of a table of a known kind is what its columns can do.
     */
    static List<String> lines(String statement) {
        if (!statement.contains(" TABLE ") && !statement.startsWith("CREATE PRIMARY KEY ")) {
            // Whose name a user or a setting has does matter.
            return List.of(plain(statement));
        }
        String nameless = NAME.matcher(plain(statement)).replaceAll("\"\"");
        String sizeless = LENGTH.matcher(nameless).replaceAll("");
        return NUMBER.matcher(sizeless)
                .replaceAll("0")
                .lines()
                .map(String::strip)
                .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
                .toList();
    }

    /** Returns what a statement makes, without how, to be shown. */
    static String shown(String statement) {
        String head = BODY.split(statement, 2)[0];
        String line = BLANKS.matcher(head).replaceAll(" ").strip();
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
