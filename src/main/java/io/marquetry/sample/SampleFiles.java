package io.marquetry.sample;

import io.marquetry.source.csv.CsvInput;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** The files that are shipped inside the product, see the README beside them. */
final class SampleFiles {

    private SampleFiles() {}

    static CsvInput csv(String name) {
        String file = name + ".csv.gz";
        return new CsvInput(file, bytes(file).length, () -> open(file));
    }

    /** Returns the rows of a file without its header; only for files without quotes. */
    static List<String[]> rows(String name) {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(open(name + ".csv.gz")),
                                StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
