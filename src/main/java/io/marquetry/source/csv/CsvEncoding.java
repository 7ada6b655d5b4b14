package io.marquetry.source.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The encodings a customer file may have; a byte order mark at its start is skipped in all. */
public enum CsvEncoding {
    UTF_8(StandardCharsets.UTF_8),
    GB18030(Charset.forName("GB18030")),
    UTF_16LE(StandardCharsets.UTF_16LE),
    UTF_16BE(StandardCharsets.UTF_16BE),
    WINDOWS_1252(Charset.forName("windows-1252")),
    WINDOWS_1251(Charset.forName("windows-1251")),
    BIG5(Charset.forName("Big5-HKSCS"), "Big5"),
    SHIFT_JIS(Charset.forName("windows-31j"), "Shift_JIS"),
    EUC_KR(Charset.forName("x-windows-949"), "EUC-KR");

    private final Charset charset;
    private final String label;

    CsvEncoding(Charset charset) {
        this(charset, charset.name());
    }

    CsvEncoding(Charset charset, String label) {
        this.charset = charset;
        this.label = label;
    }

    /** Returns how bytes become characters. */
    public Charset charset() {
        return charset;
    }

    /** Returns the name that people know, for example {@code UTF-8}. */
    public String label() {
        return label;
    }
}
