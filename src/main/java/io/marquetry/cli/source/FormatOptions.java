package io.marquetry.cli.source;

import io.marquetry.base.Problem;
import io.marquetry.source.csv.CsvEncoding;
import io.marquetry.source.plan.FileReading;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
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

    @Option(
            names = "--header",
            negatable = true,
            fallbackValue = "true",
            descriptionKey = "cli.import.header")
    private @Nullable Boolean header;

    @Option(names = "--skip", paramLabel = "LINES", descriptionKey = "cli.import.skip")
    private @Nullable Integer skip;

    /** Returns what was said of the file. */
    FileReading reading(@Nullable String table) {
        if (skip != null && skip < 0) {
            throw Problem.of("problem.import.skip", skip).asException();
        }
        return new FileReading(
                Optional.ofNullable(table),
                Optional.ofNullable(encoding),
                Optional.ofNullable(delimiter),
                Optional.ofNullable(quote),
                Optional.ofNullable(header),
                skip == null ? OptionalInt.empty() : OptionalInt.of(skip));
    }

    /** Reads one character; {@code tab} and {@code \t} are the tabulator. */
    static final class Mark implements ITypeConverter<Character> {
        @Override
        public Character convert(String text) {
            if (text.equalsIgnoreCase("tab") || text.equals("\\t")) {
                return '\t';
            }
            // Hive writes \001 between values.
            if (text.matches("\\\\0?[0-7]{2,3}")) {
                return (char) Integer.parseInt(text.substring(1), 8);
            }
            if (text.length() != 1 || text.equals("\n") || text.equals("\r")) {
                throw new TypeConversionException(text);
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
