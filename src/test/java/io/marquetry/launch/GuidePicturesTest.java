package io.marquetry.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Texts;
import io.marquetry.guide.GuidePage;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The guide shows pictures that the tool draws, the same ones in each language. */
class GuidePicturesTest {

    @Test
    void everyPictureOfAPageIsDrawnAndEveryDrawnOneIsShown() throws Exception {
        List<String> sights = Sight.all(Path.of("")).stream().map(Sight::name).toList();
        for (Locale language : Texts.LANGUAGES) {
            List<String> drawn =
                    GuidePictures.in(language).stream()
                            .map(one -> "pictures/" + one.sight() + ".png")
                            .toList();
            assertThat(shown(language)).containsExactlyInAnyOrderElementsOf(drawn);
            for (GuidePictures.Drawn one : GuidePictures.in(language)) {
                assertThat(sights).contains(one.sight());
                assertThat(one.file()).exists();
                assertThat(GuidePage.picture(language, "pictures/" + one.sight() + ".png"))
                        .isPresent();
            }
            try (Stream<Path> files =
                    Files.list(GuidePictures.folder(language).resolve("pictures"))) {
                assertThat(files).hasSameSizeAs(drawn);
            }
        }
        assertThat(shown(Locale.ENGLISH)).isEqualTo(shown(Locale.SIMPLIFIED_CHINESE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/a.png",
                "../../i18n/messages.properties",
                "pictures/../first-hour.md",
                "pictures/absent.png",
                "file:///etc/passwd"
            })
    void nothingElseIsRead(String destination) {
        assertThat(GuidePage.picture(Locale.ENGLISH, destination)).isEmpty();
    }

    private static List<String> shown(Locale language) {
        List<String> shown = new ArrayList<>();
        for (GuidePage page : GuidePage.values()) {
            page.read(language)
                    .accept(
                            new AbstractVisitor() {
                                @Override
                                public void visit(Image picture) {
                                    shown.add(picture.getDestination());
                                }
                            });
        }
        return shown;
    }
}
