package io.marquetry.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The page of pictures shows what the tool draws, and nothing else. */
class TourPageTest {

    private static final Path FOLDER = Path.of("docs", "images");
    private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]]+\\]\\(([^)]+)\\)");

    @Test
    void pageShowsThePicturesInTheirOrder() throws Exception {
        String page = Files.readString(FOLDER.resolve("tour.md"));
        List<String> shown =
                PICTURE.matcher(page).results().map((MatchResult found) -> found.group(1)).toList();
        assertThat(shown)
                .containsExactlyElementsOf(
                        TourPage.stops().stream().map(TourPage.Stop::picture).toList());
    }

    @Test
    void everyPictureIsThereAndOfASightThatIsDrawn() throws Exception {
        List<String> sights = Sight.all(Path.of("")).stream().map(Sight::name).toList();
        for (TourPage.Stop stop : TourPage.stops()) {
            assertThat(FOLDER.resolve(stop.picture())).exists();
            assertThat(sights).contains(stop.sight());
        }
    }
}
