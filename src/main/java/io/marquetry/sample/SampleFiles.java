package io.marquetry.sample;

import io.marquetry.source.csv.CsvInput;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The files that are shipped inside the product, see the README beside them. */
final class SampleFiles {

    private SampleFiles() {}

    static CsvInput csv(String name) {
        String file = name + ".csv.gz";
        return new CsvInput(file, bytes(file).length, () -> open(file));
    }

    static byte[] bytes(String file) {
        try (InputStream in = open(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(
                SampleFiles.class.getResourceAsStream("/sample/" + file), "shipped file " + file);
    }
}
