package io.marquetry.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.base.ProblemException;
import io.marquetry.base.Sha256;
import io.marquetry.base.Texts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/** What comes as a picture is one to its end, or is refused in one sentence. */
class PictureFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"PNG", "JPEG", "GIF"})
    void pictureIsKnownByItsBytes(String format) {
        byte[] bytes = MadePictures.of(format, 640, 400, 7);
        PictureFile file = PictureFile.of("banner.txt", bytes);
        assertThat(file.picture().type()).hasToString(format);
        assertThat(file.picture().sha256()).isEqualTo(Sha256.of(bytes));
        assertThat(file.width()).isEqualTo(640);
        assertThat(file.height()).isEqualTo(400);
        assertThat(file.bytes()).isEqualTo(bytes);
        DrawnPicture small = file.drawn(160).orElseThrow();
        assertThat(small.width()).isEqualTo(320);
        assertThat(small.height()).isEqualTo(200);
        assertThat(small.argb().remaining()).isEqualTo(64_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PNG", "JPEG", "GIF"})
    void pictureThatIsCutAnywhereIsRefused(String format) {
        byte[] bytes = MadePictures.of(format, 200, 100, 3);
        for (int length = 8; length < bytes.length - 1; length += 1 + bytes.length / 97) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> PictureFile.of("cut", cut))
                    .as("%s of %d bytes, cut to %d", format, bytes.length, length)
                    .isInstanceOf(ProblemException.class)
                    .extracting(e -> ((ProblemException) e).problem().key())
                    .isEqualTo("problem.picture.broken");
        }
    }

    /** Decoders fail in many ways; what users see is always one of these sentences. */
    @ParameterizedTest
    @ValueSource(strings = {"PNG", "JPEG", "GIF"})
    void pictureWithAnyByteChangedIsTakenOrRefusedInASentence(String format) {
        byte[] bytes = MadePictures.of(format, 90, 60, 5);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            byte[] changed = bytes.clone();
            for (int n = random.nextInt(1, 4); n > 0; n--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(PictureFile.of("x", changed).bytes()).isEqualTo(changed);
            } catch (ProblemException e) {
                assertThat(e.problem().key()).as("seed %d", seed).startsWith("problem.picture.");
            }
        }
    }

    @Test
    void fewBytesThatWouldBeDrawnHugeAreRefusedBeforeTheyAreDrawn() {
        refuses("problem.picture.pixels", MadePictures.pngOfSize(8_000, 5_001));
        refuses("problem.picture.pixels", MadePictures.pngOfSize(Integer.MAX_VALUE, 1_000_000));
        refuses("problem.picture.broken", MadePictures.pngOfSize(0, 10));
        refuses("problem.picture.broken", MadePictures.pngOfSize(-5, 10));
        byte[] gif = MadePictures.of("GIF", 20, 10, 1);
        gif[7] = (byte) 0xFF;
        gif[9] = (byte) 0xFF;
        refuses("problem.picture.pixels", gif);
    }

    @Test
    void allFramesOfOneThatMovesCount() {
        byte[] gif = MadePictures.of("GIF", 200, 100, 1);
        int frame = 0;
        while (gif[frame] != 0x2C || gif[frame + 1] != 0 || gif[frame + 2] != 0) {
            frame++;
        }
        int length = gif.length - 1 - frame;
        byte[] moves = Arrays.copyOf(gif, frame + 2_001 * length + 1);
        for (int i = 1; i < 2_001; i++) {
            System.arraycopy(gif, frame, moves, frame + i * length, length);
        }
        moves[moves.length - 1] = 0x3B;
        refuses("problem.picture.pixels", moves);
    }

    @Test
    void whatIsNoPictureIsRefusedWhateverItsName() {
        refuses("problem.picture.kind", new byte[0]);
        refuses("problem.picture.kind", "<svg onload='x()'/>".getBytes(StandardCharsets.UTF_8));
        refuses("problem.picture.kind", "RIFF....WEBPVP8 ".getBytes(StandardCharsets.UTF_8));
        refuses("problem.picture.kind", "PK\3\4banner.png".getBytes(StandardCharsets.UTF_8));
        refuses("problem.picture.broken", "GIF89a".getBytes(StandardCharsets.UTF_8));
        refuses("problem.picture.large", new byte[PictureFile.MAX_BYTES + 1]);
    }

    @Test
    void pictureOfManyScansIsRefused() {
        byte[] jpeg = MadePictures.of("JPEG", 64, 64, 1);
        int scan = 0;
        while (jpeg[scan] != (byte) 0xFF || jpeg[scan + 1] != (byte) 0xDA) {
            scan++;
        }
        int length = jpeg.length - 2 - scan;
        byte[] many = Arrays.copyOf(jpeg, scan + 150 * length + 2);
        for (int i = 1; i < 150; i++) {
            System.arraycopy(jpeg, scan, many, scan + i * length, length);
        }
        many[many.length - 2] = (byte) 0xFF;
        many[many.length - 1] = (byte) 0xD9;
        refuses("problem.picture.broken", many);
    }

    private static void refuses(String key, byte[] bytes) {
        assertThatThrownBy(() -> PictureFile.of("banner.png", bytes))
                .isInstanceOf(ProblemException.class)
                .satisfies(
                        e -> {
                            ProblemException refused = (ProblemException) e;
                            assertThat(refused.problem().key()).isEqualTo(key);
                            assertThat(refused.problem().args().getFirst()).isEqualTo("banner.png");
                            assertThat(
                                            Texts.in(Locale.SIMPLIFIED_CHINESE)
                                                    .sentence(refused.problem()))
                                    .contains("banner.png");
                        });
    }
}
