package io.marquetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every visible text is in both bundles, and every text in the bundles is visible somewhere.
 *
 * <p>A key is used where it stands as a Java literal or as {@code %key} in FXML. A literal that
 * ends with a dot ("command.") uses the whole family behind it, for keys made from enum constants.
 */
class LocalizationTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path FXML = Path.of("fxml");
    private static final Map<String, String> ENGLISH = bundle("messages.properties");
    private static final Map<String, String> CHINESE = bundle("messages_zh_CN.properties");

    /** Picocli looks these up by itself, from the names of commands and options. */
    private static final String COMMAND_LINE = "marquetry.";

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]*(\\.[A-Za-z0-9_-]+)+");
    private static final Pattern FILE_NAME =
            Pattern.compile(".*\\.(json|css|fxml|csv|tsv|txt|properties|sql|png|db|gz|zip|log)");
    private static final Pattern FAMILY =
            Pattern.compile("[a-z][A-Za-z0-9]*\\.([A-Za-z0-9_-]+\\.)*");
    private static final Pattern KEY_ARGUMENT =
            Pattern.compile("(?:\\bProblem\\s*\\.of|[tT]exts\\s*\\.get)\\(\\s*\"([^\"]*[^\".])\"");
    private static final Pattern FXML_KEY = Pattern.compile("\"%([^\"]+)\"");
    private static final Pattern FXML_TEXT =
            Pattern.compile(
                    "\\b(text|promptText|title|headerText|contentText|accessibleText"
                            + "|accessibleHelp|accessibleRoleDescription)=\"([^\"]*)\"");
    private static final Pattern TEXT_IN_CODE =
            Pattern.compile(
                    "\\b(?:set(?:Text|PromptText|Title|HeaderText|ContentText|AccessibleText"
                            + "|AccessibleHelp)|new (?:Label|Button|Tooltip|MenuItem|Menu|CheckBox|Text"
                            + "|ToggleButton|RadioButton|Hyperlink|Tab|TitledPane))"
                            + "\\(\\s*\"[^\"]*\\p{L}{2}[^\"]*\"");

    /** The name of the product, the same in all languages. */
    private static final Set<String> NAMES = Set.of("\"Marquetry\"");

    @Test
    void usedKeysExist() {
        Set<String> missing = new TreeSet<>(usedKeys());
        missing.removeAll(ENGLISH.keySet());
        assertThat(missing).as(paste("missing keys", missing)).isEmpty();
    }

    @Test
    void bundlesHoldTheSameKeys() {
        Set<String> onlyEnglish = difference(ENGLISH, CHINESE);
        Set<String> onlyChinese = difference(CHINESE, ENGLISH);
        assertThat(onlyEnglish).as(paste("not in Chinese", onlyEnglish)).isEmpty();
        assertThat(onlyChinese).as(paste("not in English", onlyChinese)).isEmpty();
    }

    @Test
    void everyKeyIsUsed() {
        Set<String> used = usedKeys();
        List<String> families = literals().filter(text -> FAMILY.matcher(text).matches()).toList();
        List<String> obsolete =
                ENGLISH.keySet().stream()
                        .filter(key -> !used.contains(key) && !key.startsWith(COMMAND_LINE))
                        .filter(key -> families.stream().noneMatch(key::startsWith))
                        .toList();
        assertThat(obsolete).as("obsolete keys: take them out of both bundles").isEmpty();
    }

    @Test
    void everyFamilyHasKeys() {
        Set<String> roots = roots();
        List<String> empty =
                literals()
                        .filter(text -> FAMILY.matcher(text).matches())
                        .filter(family -> roots.contains(root(family)))
                        .filter(
                                family ->
                                        ENGLISH.keySet().stream()
                                                .noneMatch(key -> key.startsWith(family)))
                        .distinct()
                        .toList();
        assertThat(empty).as("families of keys that no bundle knows").isEmpty();
    }

    @Test
    void noKeyStandsTwice() {
        assertThat(doubles("messages.properties")).isEmpty();
        assertThat(doubles("messages_zh_CN.properties")).isEmpty();
    }

    @Test
    void textsAreMessageFormatsWithTheSamePlaces() {
        List<String> wrong = new ArrayList<>();
        ENGLISH.forEach(
                (key, english) -> {
                    String chinese = CHINESE.getOrDefault(key, english);
                    if (!key.startsWith(COMMAND_LINE)) {
                        problemOf(english).ifPresent(why -> wrong.add(key + ": " + why));
                        problemOf(chinese).ifPresent(why -> wrong.add(key + " (zh): " + why));
                        if (!places(english).equals(places(chinese))) {
                            wrong.add(
                                    "%s: %s but %s"
                                            .formatted(key, places(english), places(chinese)));
                        }
                    }
                });
        assertThat(wrong).isEmpty();
    }

    @Test
    void noTextIsBlank() {
        assertThat(ENGLISH).allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank());
        assertThat(CHINESE).allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank());
    }

    @Test
    void chineseTextsAreTranslated() {
        Pattern words = Pattern.compile("\\p{IsLatin}{2,}[ ,]+\\p{IsLatin}{2,}");
        List<String> english =
                CHINESE.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(ENGLISH.get(entry.getKey())))
                        .filter(entry -> words.matcher(entry.getValue()).find())
                        .map(Map.Entry::getKey)
                        .toList();
        assertThat(english).as("English sentences in the Chinese bundle").isEmpty();
    }

    @Test
    void fxmlTextsComeFromTheBundles() {
        List<String> plain = new ArrayList<>();
        read(FXML, ".fxml")
                .forEach(
                        (file, content) -> {
                            Matcher texts = FXML_TEXT.matcher(content);
                            while (texts.find()) {
                                if (texts.group(2).matches("[^%$].*\\p{L}.*|\\p{L}.*")) {
                                    plain.add(file + ": " + texts.group());
                                }
                            }
                        });
        assertThat(plain).as("texts in FXML that are no %key").isEmpty();
    }

    @Test
    void codeTextsComeFromTheBundles() {
        List<String> plain = new ArrayList<>();
        read(SOURCES, ".java")
                .forEach(
                        (file, content) -> {
                            Matcher texts = TEXT_IN_CODE.matcher(content);
                            while (texts.find()) {
                                if (NAMES.stream().noneMatch(texts.group()::contains)) {
                                    plain.add(file + ": " + texts.group());
                                }
                            }
                        });
        assertThat(plain).as("visible texts in code").isEmpty();
    }

    private static Set<String> usedKeys() {
        Set<String> roots = roots();
        Set<String> used = new TreeSet<>();
        literals()
                .filter(text -> KEY.matcher(text).matches() && roots.contains(root(text)))
                .filter(key -> ENGLISH.containsKey(key) || !FILE_NAME.matcher(key).matches())
                .forEach(used::add);
        read(SOURCES, ".java").values().forEach(text -> collect(KEY_ARGUMENT, text, used));
        read(FXML, ".fxml").values().forEach(text -> collect(FXML_KEY, text, used));
        return used;
    }

    /** The first words of the keys, by which a literal is known to be meant as a key. */
    private static Set<String> roots() {
        Set<String> roots = new TreeSet<>();
        ENGLISH.keySet().forEach(key -> roots.add(root(key)));
        roots.remove(root(COMMAND_LINE));
        return roots;
    }

    private static String root(String key) {
        int dot = key.indexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }

    private static Stream<String> literals() {
        Set<String> found = new TreeSet<>();
        read(SOURCES, ".java").values().forEach(text -> collect(LITERAL, text, found));
        return found.stream();
    }

    private static void collect(Pattern pattern, String text, Set<String> into) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            into.add(matcher.group(1));
        }
    }

    private static Optional<String> problemOf(String text) {
        if (text.replace("''", "").matches(".*'(?![{}]).*") && !text.matches(".*'[{}]+'.*")) {
            return Optional.of("an apostrophe is written twice, or as \u2019");
        }
        try {
            MessageFormat format = new MessageFormat(text);
            return format.getFormats().length > 9
                    ? Optional.of("more than nine places")
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        collect(Pattern.compile("\\{(\\d+)"), text, places);
        return places;
    }

    private static Set<String> difference(Map<String, String> some, Map<String, String> others) {
        Set<String> left = new TreeSet<>(some.keySet());
        left.removeAll(others.keySet());
        return left;
    }

    private static String paste(String what, Set<String> keys) {
        return what + "; paste into the bundle:\n" + String.join("=\n", keys) + "=\n";
    }

    private static List<String> doubles(String bundle) {
        Set<String> seen = new TreeSet<>();
        return content(bundle)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#") && line.contains("="))
                .map(line -> line.substring(0, line.indexOf('=')).strip())
                .filter(key -> KEY.matcher(key).matches() && !seen.add(key))
                .toList();
    }

    private static Map<String, String> bundle(String name) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(content(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }

    private static String content(String bundle) {
        return text(Path.of("src/main/resources/i18n", bundle));
    }

    private static Map<Path, String> read(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            Map<Path, String> texts = new TreeMap<>();
            files.filter(file -> file.toString().endsWith(ending))
                    .forEach(file -> texts.put(file, text(file)));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
