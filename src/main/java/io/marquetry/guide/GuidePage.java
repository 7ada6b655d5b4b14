package io.marquetry.guide;

import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A page of the user guide. */
public enum GuidePage {
    INDEX("index"),
    FIRST_HOUR("first-hour"),
    TAGS("tags"),
    COMPOSING("composing"),
    PACKAGES("packages"),
    REVIEW("review"),
    SOURCES("sources"),
    TROUBLESHOOTING("troubleshooting"),
    MESSAGES("messages"),
    COMMANDS("commands");

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private static final Pattern PICTURE = Pattern.compile("pictures/[a-z-]+\\.png");

    private final String stem;

    GuidePage(String stem) {
        this.stem = stem;
    }

    /** Returns the file's name. */
    public String file() {
        return stem + ".md";
    }

    /** Returns the page that a link of another page leads to, if it is one of the guide. */
    public static Optional<GuidePage> ofLink(String link) {
        return Arrays.stream(values()).filter(page -> page.file().equals(link)).findFirst();
    }

    /**
     * Returns where a picture of a page lies.
     *
     * @param destination as the page names it; only its own pictures are shown
     */
    public static Optional<URL> picture(Locale language, String destination) {
        return PICTURE.matcher(destination).matches()
                ? Optional.ofNullable(GuidePage.class.getResource(folder(language) + destination))
                : Optional.empty();
    }

    private static String folder(Locale language) {
        boolean chinese = language.getLanguage().equals(Locale.CHINESE.getLanguage());
        return "/guide/" + (chinese ? "zh" : "en") + "/";
    }

    /** Returns the page as CommonMark with tables, in the language or in English. */
    public Node read(Locale language) {
        String path = folder(language) + file();
        try (InputStream in = GuidePage.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the guide lacks " + path);
            }
            return PARSER.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the title of a page that was read: the text of its first heading. */
    public static String title(Node page) {
        return page.getFirstChild() instanceof Heading heading
                        && heading.getFirstChild() instanceof Text text
                ? text.getLiteral()
                : "";
    }
}
