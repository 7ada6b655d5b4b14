package io.marquetry.source.local;

import io.marquetry.base.VisibleText;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** A table of random values with hostile text, and a random way to write it down. */
final class RandomTable {

    private static final List<String> TEXT =
            List.of(
                    "x", "Müller", "王芳", "北京", "😀", "\"", "'", ",", ";", "|", "\t", "\n", "\r\n",
                    " ", "%", "_", "\\", "ß", "é", "=", "a");
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final Random random;
    private final boolean header;
    private final List<String> names = new ArrayList<>();
    private final List<List<String>> cells = new ArrayList<>();
    private final List<List<Object>> values = new ArrayList<>();

    RandomTable(Random random) {
        this.random = random;
        this.header = random.nextBoolean();
        List<Supplier<Object>> columns = new ArrayList<>();
        columns.add(() -> BigDecimal.valueOf(random.nextLong()));
        int more = 1 + random.nextInt(7);
        for (int i = 0; i < more; i++) {
            columns.add(column());
        }
        for (int i = 0; i < columns.size(); i++) {
            names.add(header ? VisibleText.inOneLine("name " + i + text()) : "column_" + (i + 1));
        }
        int rows = 8 + random.nextInt(60);
        for (int i = 0; i < rows; i++) {
            List<Object> row = new ArrayList<>();
            for (int j = 0; j < columns.size(); j++) {
                boolean missing = j > 0 && random.nextInt(7) == 0;
                row.add(missing ? null : columns.get(j).get());
            }
            values.add(row);
            cells.add(row.stream().map(this::cell).toList());
        }
    }

    List<String> names() {
        return names;
    }

    List<List<String>> cells() {
        return cells;
    }

    List<List<Object>> values() {
        return values;
    }

    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    Path writeTo(Path file) throws IOException {
        char delimiter = ",;\t|".charAt(random.nextInt(4));
        char quote = random.nextInt(3) == 0 ? '\'' : '"';
        String lineEnd = random.nextBoolean() ? "\n" : "\r\n";
        StringBuilder text = new StringBuilder();
        if (header) {
            append(text, names, delimiter, quote, lineEnd);
        }
        cells.forEach(row -> append(text, row, delimiter, quote, lineEnd));
        if (random.nextBoolean()) {
            text.setLength(text.length() - lineEnd.length());
        }
        return Files.write(file, encoded(text.toString()));
    }

    private byte[] encoded(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Charset charset =
                switch (random.nextInt(4)) {
                    case 0 -> GB18030;
                    case 1 -> StandardCharsets.UTF_16LE;
                    case 2 -> StandardCharsets.UTF_16BE;
                    default -> StandardCharsets.UTF_8;
                };
        // Short files of UTF-16 without mark cannot always be told.
        boolean mark = charset.name().startsWith("UTF-16") || random.nextBoolean();
        bytes.write((mark ? "\uFEFF" + text : text).getBytes(charset));
        return bytes.toByteArray();
    }

    private void append(
            StringBuilder text, List<String> row, char delimiter, char quote, String lineEnd) {
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            boolean must = cell.chars().anyMatch(c -> c == delimiter || "\"'\n\r".indexOf(c) >= 0);
            boolean quoted = must || random.nextInt(5) == 0;
            String mark = String.valueOf(quote);
            text.append(i > 0 ? String.valueOf(delimiter) : "")
                    .append(quoted ? mark + cell.replace(mark, mark + mark) + mark : cell);
        }
        text.append(lineEnd);
    }

    private Supplier<Object> column() {
        int scale = random.nextInt(6);
        return switch (random.nextInt(6)) {
            case 0 -> () -> BigDecimal.valueOf(random.nextInt());
            case 1 -> () -> plain(BigDecimal.valueOf(random.nextLong() >> 10, scale));
            case 2 -> () -> LocalDate.of(1900, 1, 1).plusDays(random.nextInt(60_000));
            case 3 ->
                    () ->
                            LocalDateTime.of(2016, 2, 28, 22, 0)
                                    .plusNanos(1_000L * random.nextInt())
                                    .plusHours(random.nextInt(20_000));
            case 4 -> random::nextBoolean;
            default -> this::text;
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int parts = random.nextInt(6);
        for (int i = 0; i < parts; i++) {
            text.append(TEXT.get(random.nextInt(TEXT.size())));
        }
        return VisibleText.of(text.append('x').toString());
    }

    private String cell(Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case LocalDate day when random.nextBoolean() -> day.toString().replace('-', '/');
            case LocalDateTime moment when random.nextBoolean() ->
                    moment.toString().replace('T', ' ');
            case Boolean truth when random.nextBoolean() -> truth ? "yes" : "NO";
            default -> value.toString();
        };
    }
}
