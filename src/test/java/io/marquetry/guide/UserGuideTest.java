package io.marquetry.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Texts;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the user guide says is there: every command and option, every kind of message, every screen,
 * in both languages, and every button that it names.
 */
class UserGuideTest {

    private static final Path FOLDER = Path.of("docs", "user");
    private static final Pattern KIND = Pattern.compile("problem\\.([a-zA-Z]+)(\\..*)?");
    private static final Pattern CODE = Pattern.compile("`([a-zA-Z]+)`");
    private static final Pattern MNEMONIC = Pattern.compile("\\(_.\\)|_");

    static Collection<Locale> languages() {
        return Texts.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyCommandAndOptionIsTold(Locale language) throws IOException {
        isWritten(GuidePage.COMMANDS, language, CommandPage.in(language));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyMessageIsTold(Locale language) throws IOException {
        isWritten(GuidePage.MESSAGES, language, MessagePage.in(language));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyKindOfMessageHasAParagraph(Locale language) throws IOException {
        String page = Files.readString(folder(language).resolve(GuidePage.TROUBLESHOOTING.file()));
        Set<String> told =
                page.lines()
                        .filter(line -> line.startsWith("Codes:") || line.startsWith("代码："))
                        .flatMap(line -> CODE.matcher(line).results())
                        .map((MatchResult found) -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> kinds =
                Texts.in(language).bundle().keySet().stream()
                        .map(KIND::matcher)
                        .filter(found -> found.matches())
                        .map(found -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(told).isEqualTo(kinds);
    }

    /** A screen is told by its name, as the rail writes it. */
    @ParameterizedTest
    @MethodSource("languages")
    void everyScreenIsTold(Locale language) {
        Texts texts = Texts.in(language);
        Set<String> named = new TreeSet<>();
        for (GuidePage page : GuidePage.values()) {
            named.addAll(strong(page.read(language)));
        }
        assertThat(named)
                .containsAll(
                        texts.bundle().keySet().stream()
                                .filter(key -> key.startsWith("screen."))
                                .map(texts::get)
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyNameOfTheWindowIsWhatTheWindowSays(Locale language) {
        Texts texts = Texts.in(language);
        Set<String> says =
                texts.bundle().keySet().stream()
                        .map(key -> texts.bundle().getString(key))
                        .map(text -> MNEMONIC.matcher(text).replaceAll("").replace("''", "'"))
                        .collect(Collectors.toSet());
        for (GuidePage page : GuidePage.values()) {
            assertThat(says).as(page.file()).containsAll(strong(page.read(language)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void bothLanguagesHaveTheSameSections(GuidePage page) {
        assertThat(headings(page.read(Locale.SIMPLIFIED_CHINESE)))
                .isEqualTo(headings(page.read(Locale.ENGLISH)));
        for (Locale language : languages()) {
            assertThat(GuidePage.title(page.read(language))).isNotBlank();
        }
    }

    @Test
    void everyLinkLeadsToAPage() {
        for (GuidePage page : GuidePage.values()) {
            for (Locale language : languages()) {
                page.read(language)
                        .accept(
                                new AbstractVisitor() {
                                    @Override
                                    public void visit(Link link) {
                                        assertThat(GuidePage.ofLink(link.getDestination()))
                                                .as(link.getDestination())
                                                .isPresent();
                                    }
                                });
            }
        }
    }

    /** Written anew with {@code -Dmarquetry.guide.write=true}. */
    private static void isWritten(GuidePage page, Locale language, String expected)
            throws IOException {
        Path file = folder(language).resolve(page.file());
        if (Boolean.getBoolean("marquetry.guide.write")) {
            Files.writeString(file, expected);
        }
        assertThat(Files.readString(file)).isEqualTo(expected);
    }

    private static Set<String> strong(Node page) {
        Set<String> names = new TreeSet<>();
        page.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(StrongEmphasis strong) {
                        if (strong.getFirstChild() instanceof Text text) {
                            names.add(text.getLiteral());
                        }
                    }
                });
        return names;
    }

    private static List<Integer> headings(Node page) {
        List<Integer> levels = new ArrayList<>();
        page.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Heading heading) {
                        levels.add(heading.getLevel());
                    }
                });
        return levels;
    }

    private static Path folder(Locale language) {
        return FOLDER.resolve(language.getLanguage().equals("zh") ? "zh" : "en");
    }
}
