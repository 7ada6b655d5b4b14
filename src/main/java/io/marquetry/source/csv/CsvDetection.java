package io.marquetry.source.csv;

import java.io.IOException;
import java.io.InputStream;

/** Finds out how a file is written, from its first megabyte; people can correct all of it. */
public final class CsvDetection {

    private static final int LOOKED_AT = 1 << 20;

    private CsvDetection() {}

    /**
     * Returns the most likely format of a file.
     *
     * @throws io.marquetry.base.ProblemException if it is empty, unreadable or not text
     */
    public static CsvFormat detect(CsvInput input) {
        byte[] start;
        boolean whole;
        try (InputStream in = input.open(new ByteCount())) {
            start = in.readNBytes(LOOKED_AT);
            whole = in.read() < 0;
        } catch (IOException e) {
            throw input.unreadable(e);
        }
        CsvEncoding encoding = EncodingDetection.detect(start, input.label());
        String text = EncodingDetection.decode(start, encoding);
        return DelimiterDetection.detect(text, whole, encoding);
    }
}
