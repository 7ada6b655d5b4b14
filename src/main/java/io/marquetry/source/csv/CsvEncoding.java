package io.marquetry.source.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The encodings a customer file may have; a byte order mark at its start is skipped in all. */
public enum CsvEncoding {
    UTF_8(StandardCharsets.UTF_8),
    GB18030(Charset.forName("GB18030")),
    UTF_16LE(StandardCharsets.UTF_16LE),
    UTF_16BE(StandardCharsets.UTF_16BE),
    WINDOWS_1252(Charset.forName("windows-1252"));

    private final Charset charset;

    CsvEncoding(Charset charset) {
        this.charset = charset;
    }

    /** Returns how bytes become characters. */
    public Charset charset() {
        return charset;
    }

    /** Returns the name that people know, for example {@code UTF-8}. */
    public String label() {
        return charset.name();
    }
}
