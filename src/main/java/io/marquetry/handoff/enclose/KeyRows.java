package io.marquetry.handoff.enclose;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import io.marquetry.base.PrivateFiles;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.JsonMembers;
import io.marquetry.source.file.ParquetTexts;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Rows of a file that have a key and nothing else, each form in its way. */
interface KeyRows extends AutoCloseable {

    /** What the key is called in each of them. */
    String COLUMN = "key";

    void add(String key) throws IOException;

    /** Puts all of them on the disk. */
    void finish() throws IOException;

    @Override
    void close() throws IOException;

    /** Begins a file that only its owner can read. */
    static KeyRows in(Path file, Wanted.Form form) throws IOException {
        return switch (form) {
            case CSV -> new Csv(writer(file));
            case JSONL -> new Lines(writer(file));
            case PARQUET -> new Parquet(new ParquetTexts(file, COLUMN));
        };
    }

    private static Writer writer(Path file) throws IOException {
        return new BufferedWriter(
                new OutputStreamWriter(PrivateFiles.write(file), StandardCharsets.UTF_8));
    }

    /** One column with its name, CRLF at the end of lines. */
    final class Csv implements KeyRows {

        private final Writer text;
        private final CsvWriter csv;

        private Csv(Writer text) {
            this.text = text;
            csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
            csv.writeRecord(COLUMN);
        }

        @Override
        public void add(String key) {
            csv.writeRecord(key);
        }

        @Override
        public void finish() throws IOException {
            csv.flush();
            text.close();
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }

    /** An object on each line. */
    record Lines(Writer text) implements KeyRows {

        @Override
        public void add(String key) throws IOException {
            text.write(CanonicalJson.write(new JsonMembers().put(COLUMN, key).done()));
            text.write('\n');
        }

        @Override
        public void finish() throws IOException {
            text.close();
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }

    /** One column of texts. */
    record Parquet(ParquetTexts texts) implements KeyRows {

        @Override
        public void add(String key) throws IOException {
            texts.add(key);
        }

        @Override
        public void finish() throws IOException {
            texts.write();
        }

        @Override
        public void close() throws IOException {
            texts.close();
        }
    }
}
