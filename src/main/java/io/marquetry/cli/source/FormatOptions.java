package io.marquetry.cli.source;

import io.marquetry.source.csv.CsvDetection;
import io.marquetry.source.csv.CsvEncoding;
import io.marquetry.source.csv.CsvFormat;
import io.marquetry.source.csv.CsvInput;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How a file is written, where the detected format is to be corrected. */
final class FormatOptions {

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            converter = Mark.class,
            descriptionKey = "cli.import.delimiter")
    private @Nullable Character delimiter;

    @Option(
            names = "--quote",
            paramLabel = "CHAR",
            converter = Mark.class,
            descriptionKey = "cli.import.quote")
    private @Nullable Character quote;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            converter = Encoding.class,
            descriptionKey = "cli.import.encoding")
    private @Nullable CsvEncoding encoding;

    @Option(names = "--no-header", descriptionKey = "cli.import.noHeader")
    private boolean noHeader;

    /** Returns the file's format: detected, then corrected. */
    CsvFormat of(CsvInput input) {
        CsvFormat format = CsvDetection.detect(input);
        if (encoding != null) {
            format = format.withEncoding(encoding);
        }
        char wantedDelimiter = delimiter == null ? format.delimiter() : delimiter;
        char wantedQuote = quote == null ? format.quote() : quote;
        // Together, because one alone may clash with the other detected mark.
        return new CsvFormat(
                format.encoding(), wantedDelimiter, wantedQuote, format.header() && !noHeader);
    }

    /** Reads one character; {@code tab} and {@code \t} are the tabulator. */
    static final class Mark implements ITypeConverter<Character> {
        @Override
        public Character convert(String text) {
            if (text.equalsIgnoreCase("tab") || text.equals("\\t")) {
                return '\t';
            }
            if (text.length() != 1 || text.equals("\n") || text.equals("\r")) {
                throw new TypeConversionException("one character, or tab: " + text);
            }
            return text.charAt(0);
        }
    }

    /** Reads the name of an encoding in any letter case. */
    static final class Encoding implements ITypeConverter<CsvEncoding> {
        @Override
        public CsvEncoding convert(String text) {
            return Arrays.stream(CsvEncoding.values())
                    .filter(e -> e.label().equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            Arrays.stream(CsvEncoding.values())
                                                    .map(CsvEncoding::label)
                                                    .collect(Collectors.joining(", "))));
        }
    }
}
