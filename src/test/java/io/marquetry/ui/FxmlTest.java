package io.marquetry.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.base.Texts;
import io.marquetry.ui.common.screen.Views;

import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every FXML file loads in every language, and fits its controller. */
class FxmlTest {

    private static final Path FOLDER = Path.of("fxml");
    private static final Pattern CONTROLLER = Pattern.compile("\\s+fx:controller=\"([^\"]+)\"");
    private static final Pattern INCLUDE =
            Pattern.compile("<fx:include((?:\\s+[\\w:.]+=\"[^\"]*\")*)\\s*/>");

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @TestFactory
    Stream<DynamicTest> everyFileLoadsInEveryLanguage() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : files()) {
            for (Locale language : Texts.LANGUAGES) {
                tests.add(
                        DynamicTest.dynamicTest(
                                file.getFileName() + " " + language.toLanguageTag(),
                                () -> loads(file, language)));
            }
        }
        return tests.stream();
    }

    /** A tooltip of FXML is one that nobody made by {@code Tip}. */
    @Test
    void noFileMakesATooltip() throws IOException {
        for (Path file : files()) {
            assertThat(Files.readString(file)).as("%s", file).doesNotContain("<Tooltip");
        }
    }

    @Test
    void controllerThatIsNotGivenIsNamed() {
        Texts texts = Texts.in(Locale.ENGLISH);
        assertThatThrownBy(() -> Views.load("generateSample", texts))
                .rootCause()
                .hasMessageContaining("GenerateSampleController");
        assertThatThrownBy(() -> Views.load("generateSample", texts, "a", "b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.String");
    }

    private static void loads(Path file, Locale language) throws Exception {
        String text = Files.readString(file);
        Matcher named = CONTROLLER.matcher(text);
        // The file alone is tried here: parts have their own turn, and controllers need a window.
        String alone =
                INCLUDE.matcher(named.replaceFirst("")).replaceAll("<javafx.scene.layout.VBox/>");
        Map<String, Object> parts =
                WaitForAsyncUtils.asyncFx(
                                () -> {
                                    FXMLLoader loader = new FXMLLoader();
                                    loader.setLocation(
                                            FxmlTest.class.getResource(
                                                    "/io/marquetry/ui/fxml/" + file.getFileName()));
                                    loader.setResources(Texts.in(language).bundle());
                                    loader.load(
                                            new ByteArrayInputStream(
                                                    alone.getBytes(StandardCharsets.UTF_8)));
                                    return loader.getNamespace();
                                })
                        .get();
        named.reset();
        if (named.find()) {
            fits(Class.forName(named.group(1)), parts, text);
        }
    }

    private static void fits(Class<?> controller, Map<String, Object> parts, String text) {
        for (Field field : controller.getDeclaredFields()) {
            if (field.getAnnotation(FXML.class) == null) {
                continue;
            }
            String name = field.getName();
            boolean ofInclude =
                    text.contains("<fx:include fx:id=\"" + name + "\"")
                            || name.endsWith("Controller");
            if (!ofInclude) {
                assertThat(parts).as("parts for %s", field).containsKey(name);
                assertThat(parts.get(name)).as(name).isInstanceOf(field.getType());
            }
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> found = Files.list(FOLDER)) {
            return found.filter(f -> f.toString().endsWith(".fxml")).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
