package io.marquetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A newcomer finds the way: the map names only what is there, and every package says its purpose.
 */
class MapTest {

    private static final Path MAIN = Path.of("src/main/java/io/marquetry");
    private static final List<Path> CODE = List.of(MAIN, Path.of("src/test/java"));
    private static final int MAX_SENTENCES = 3;

    private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)#]+)[^)]*\\)");
    private static final Pattern PLACE = Pattern.compile("[\\w.-]+(/[\\w.*-]*)+");
    private static final Pattern TYPE = Pattern.compile("[A-Z][a-z]\\w*(\\.[A-Z]\\w*)*");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*\\*(.*?)\\*/");

    @Test
    void everyPlaceOnTheMapIsThere() {
        Set<String> types = types();
        List<String> gone =
                found(QUOTED, text(Path.of("docs/architecture.md")))
                        .filter(
                                name ->
                                        PLACE.matcher(name).matches()
                                                ? !isPlace(name)
                                                : TYPE.matcher(name).matches()
                                                        && !types.contains(outermost(name)))
                        .toList();
        assertThat(gone).as("named in docs/architecture.md, but neither file nor type").isEmpty();
    }

    @Test
    void everyFeatureStandsOnTheMap() throws IOException {
        String map = text(Path.of("docs/architecture.md"));
        try (Stream<Path> folders = Files.list(MAIN).filter(Files::isDirectory)) {
            assertThat(folders.map(folder -> "\n| `" + folder.getFileName() + "` |"))
                    .allSatisfy(line -> assertThat(map).contains(line));
        }
    }

    @Test
    void everyLinkBetweenThePagesLeadsSomewhere() throws IOException {
        List<Path> pages =
                new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")));
        try (Stream<Path> files = Files.walk(Path.of("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
        }
        List<String> broken =
                pages.stream()
                        .flatMap(
                                page ->
                                        found(LINK, text(page))
                                                .filter(to -> !leads(page, to))
                                                .map(to -> page + " links to " + to))
                        .toList();
        assertThat(broken).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        try (Stream<Path> folders = Files.walk(MAIN).filter(Files::isDirectory)) {
            List<String> silent =
                    folders.filter(MapTest::holdsTypes)
                            .filter(folder -> !saysItsPurpose(folder.resolve("package-info.java")))
                            .map(folder -> MAIN.relativize(folder).toString())
                            .toList();
            assertThat(silent)
                    .as("needs a package-info.java of one to %d sentences", MAX_SENTENCES)
                    .isEmpty();
        }
    }

    /** Returns whether a name is a file or folder of the project, or of its main package. */
    private static boolean isPlace(String name) {
        return Stream.of(Path.of(name), MAIN.resolve(name), MAIN.resolve(name + ".java"))
                .anyMatch(Files::exists);
    }

    private static boolean leads(Path page, String to) {
        return Files.exists(page.toAbsolutePath().resolveSibling(to).normalize());
    }

    private static boolean holdsTypes(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(MapTest::type)
                    .anyMatch(type -> !type.isEmpty() && !type.equals("package-info"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean saysItsPurpose(Path info) {
        if (!Files.exists(info)) {
            return false;
        }
        String words = found(COMMENT, text(info)).collect(Collectors.joining()).replace('*', ' ');
        int sentences = words.strip().split("[.!?](\\s+|$)").length;
        return !words.isBlank() && sentences <= MAX_SENTENCES;
    }

    private static Set<String> types() {
        return CODE.stream()
                .flatMap(
                        root -> {
                            try (Stream<Path> files = Files.walk(root)) {
                                return files.map(MapTest::type).toList().stream();
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        })
                .collect(Collectors.toSet());
    }

    /** Returns the name of the type that a file holds; empty where it is no source file. */
    private static String type(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".java") ? name.substring(0, name.length() - ".java".length()) : "";
    }

    private static String outermost(String type) {
        return type.replaceFirst("\\..*", "");
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
