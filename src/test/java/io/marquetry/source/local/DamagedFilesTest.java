package io.marquetry.source.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.ProblemException;
import io.marquetry.base.Texts;
import io.marquetry.source.csv.CsvDetection;
import io.marquetry.source.csv.CsvFormat;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.plan.TableFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** However a file is damaged, it is read or refused with a sentence, never anything else. */
class DamagedFilesTest {

    private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);

    @TempDir private Path folder;

    @Test
    void damagedFilesAreReadOrRefused() throws IOException {
        int read = 0;
        int refused = 0;
        for (long seed = 1; seed <= 2_000; seed++) {
            Random random = new Random(seed);
            CsvInput input = CsvInput.file(damaged(random));
            try {
                CsvFormat format = CsvDetection.detect(input);
                Importing.inspect(new TableFile.Separated(input, format));
                read++;
            } catch (ProblemException e) {
                assertThat(ENGLISH.sentence(e.problem())).as("seed %d", seed).isNotBlank();
                refused++;
            }
        }
        assertThat(read).isGreaterThan(200);
        assertThat(refused).isGreaterThan(200);
    }

    @Test
    void noRowOfADamagedFileIsLostUncounted() throws IOException {
        for (long seed = 1; seed <= 40; seed++) {
            Importing importing = new Importing(Files.createDirectory(folder.resolve("w" + seed)));
            Path file = damaged(new Random(seed));
            try (ImportResult result = importing.run(file, Optional.empty())) {
                TableResult rows = result.profiles();
                assertThat(result.rejected().count()).isEqualTo(rows.rejected());
                assertThat(result.source().map(s -> s.profiles()).orElse(0L))
                        .isEqualTo(rows.accepted());
                result.rejected().forEach(row -> ENGLISH.sentence(row.reason()));
            } catch (ProblemException e) {
                assertThat(importing.files()).as("seed %d", seed).isEmpty();
            }
        }
    }

    private Path damaged(Random random) throws IOException {
        Path file = new RandomTable(random).writeTo(folder.resolve("damaged.csv"));
        byte[] bytes = Files.readAllBytes(file);
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times && bytes.length > 2; i++) {
            int at = random.nextInt(bytes.length - 1);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) "\"',;\t\n\r\0\uFEFF".charAt(random.nextInt(9));
                case 2 -> bytes = Arrays.copyOf(bytes, at + 1);
                case 3 -> System.arraycopy(bytes, at + 1, bytes, at, bytes.length - at - 1);
                default -> {
                    bytes = Arrays.copyOf(bytes, at + 1 + random.nextInt(3));
                    random.nextBytes(bytes);
                }
            }
        }
        return Files.write(file, bytes);
    }
}
