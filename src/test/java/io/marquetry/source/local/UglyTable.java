package io.marquetry.source.local;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A clean table of invented customers, and a random ugly way to write it down. */
final class UglyTable {

    private static final List<String> NAMES =
            List.of("id", "name", "city", "n", "spend", "day", "seen");
    private static final List<String> MISSING = List.of("N/A", "NULL", "-", "\\N", "#N/A");
    private static final List<Script> SCRIPTS =
            List.of(
                    new Script(
                            List.of("UTF-8", "windows-1252", "UTF-16LE"),
                            List.of(
                                    "Jürgen Müller",
                                    "José Álvarez",
                                    "Zoé Lefèvre",
                                    "Ann Smith",
                                    "Søren Åberg"),
                            List.of("Köln", "Besançon", "Graz", "Málaga", "Århus")),
                    new Script(
                            List.of("UTF-8", "GB18030", "UTF-16LE"),
                            List.of("王芳", "李雷", "韩梅梅", "欧阳建国", "张伟"),
                            List.of("北京", "呼和浩特", "上海", "广州", "重庆市")),
                    new Script(
                            List.of("UTF-8", "windows-1251"),
                            List.of("Анна Петрова", "Иван Смирнов", "Ольга Иванова"),
                            List.of("Москва", "Казань", "Санкт-Петербург")),
                    new Script(
                            List.of("UTF-8", "x-windows-949"),
                            List.of("김민준", "이서연", "박지우"),
                            List.of("서울", "부산", "대구")),
                    new Script(
                            List.of("UTF-8", "windows-31j"),
                            List.of("佐藤さくら", "鈴木たろう", "高橋ゆうこ"),
                            List.of("東京", "大阪", "札幌")));

    private final Random random;
    private final Script script;
    private final String charset;
    private final List<List<Object>> values = new ArrayList<>();
    private final Kind kind;
    private final char delimiter;
    private final boolean comma;
    private final boolean grouped;
    private final String unit;
    private final int dates;
    private final int times;
    private final String missing;
    private final String way;

    private enum Kind {
        SEPARATED,
        JSON,
        PARQUET,
        DUCKDB,
        XLSX
    }

    private record Script(List<String> charsets, List<String> names, List<String> cities) {}

    UglyTable(Random random) {
        this.random = random;
        script = SCRIPTS.get(random.nextInt(3) == 0 ? random.nextInt(SCRIPTS.size()) : 0);
        charset = script.charsets().get(random.nextInt(script.charsets().size()));
        kind = random.nextInt(2) == 0 ? Kind.SEPARATED : Kind.values()[random.nextInt(5)];
        delimiter = ";,\t|^\u0001".charAt(random.nextInt(6));
        comma = random.nextBoolean();
        grouped = random.nextInt(3) == 0;
        boolean signs = charset.startsWith("UTF") || charset.equals("windows-1252");
        unit =
                signs
                        ? List.of("", "", "€ ", "USD ", "¥").get(random.nextInt(5))
                        : List.of("", "USD ").get(random.nextInt(2));
        dates = random.nextInt(5);
        times = random.nextInt(3);
        missing = random.nextInt(8) == 0 ? MISSING.get(random.nextInt(MISSING.size())) : "";
        way =
                charset
                        + " '"
                        + delimiter
                        + "' "
                        + kind
                        + " comma "
                        + comma
                        + " grouped "
                        + grouped
                        + " unit "
                        + unit
                        + " dates "
                        + dates
                        + " times "
                        + times
                        + " missing "
                        + missing;
        int rows = 6 + random.nextInt(20);
        for (int i = 0; i < rows; i++) {
            values.add(row(i));
        }
    }

    String ending() {
        return switch (kind) {
            case SEPARATED -> ".csv";
            case JSON -> ".jsonl";
            case PARQUET -> ".parquet";
            case DUCKDB -> ".duckdb";
            case XLSX -> ".xlsx";
        };
    }

    String way() {
        return way;
    }

    /** Returns the values in one form: numbers plain, days and times as ISO 8601, "" for none. */
    List<List<Object>> values() {
        return values;
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private List<Object> row(int i) {
        LocalDate day = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(700));
        LocalDateTime seen =
                day.atTime(
                        random.nextInt(24),
                        random.nextInt(60),
                        times == 1 ? 0 : random.nextInt(60));
        List<Object> row =
                new ArrayList<>(
                        List.of(
                                "C" + (1000 + i),
                                script.names().get(random.nextInt(script.names().size())),
                                script.cities().get(random.nextInt(script.cities().size())),
                                String.valueOf(random.nextInt(90)),
                                plain(BigDecimal.valueOf(random.nextInt(3_000_000), 2)),
                                day.toString(),
                                seen.toString()));
        for (int column = 1; column < row.size(); column++) {
            if (random.nextInt(12) == 0) {
                row.set(column, "");
            }
        }
        return row;
    }

    void write(Path file) throws IOException, SQLException {
        switch (kind) {
            case SEPARATED -> Files.write(file, bytes(separated(), Charset.forName(charset)));
            case JSON -> Files.write(file, bytes(json(), StandardCharsets.UTF_8));
            case PARQUET -> SixFormats.PARQUET.write(file, NAMES, typed());
            case DUCKDB -> SixFormats.DUCKDB.write(file, NAMES, typed());
            case XLSX -> SheetFile.write(file, sheet());
        }
    }

    private byte[] bytes(String text, Charset coding) {
        boolean mark = coding.name().startsWith("UTF") && random.nextBoolean();
        return ((mark ? "\uFEFF" : "") + text).getBytes(coding);
    }

    /** Returns the rows with numbers and days as such in some columns, and as texts in others. */
    private List<List<Object>> typed() {
        boolean[] asText = new boolean[NAMES.size()];
        for (int column = 0; column < asText.length; column++) {
            asText[column] = column < 3 || random.nextInt(3) == 0;
        }
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> row : values) {
            List<Object> cells = new ArrayList<>();
            for (int column = 0; column < row.size(); column++) {
                String value = row.get(column).toString();
                cells.add(
                        asText[column]
                                ? value.isEmpty() && random.nextBoolean()
                                        ? null
                                        : blanks(written(value, column))
                                : value(value, column));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static Object value(String value, int column) {
        if (value.isEmpty()) {
            return null;
        }
        return switch (column) {
            case 3 -> Long.valueOf(value);
            case 4 -> new BigDecimal(value).setScale(2);
            case 5 -> LocalDate.parse(value);
            case 6 -> LocalDateTime.parse(value);
            default -> value;
        };
    }

    private String blanks(String text) {
        return switch (random.nextInt(10)) {
            case 0 -> text + "\u00A0";
            case 1 -> "\u200B" + text;
            case 2 -> " " + text + "\t";
            default -> text;
        };
    }

    /** Returns the rows of a sheet: a title above, empty rows, and a total below. */
    private List<List<?>> sheet() {
        List<List<?>> rows = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            rows.add(List.of("Customer report"));
            rows.add(List.of());
        }
        rows.add(NAMES);
        for (List<Object> row : typed()) {
            rows.add(row);
            if (random.nextInt(15) == 0) {
                rows.add(List.of("", " "));
            }
        }
        if (random.nextInt(3) == 0) {
            rows.add(List.of("Total", "", "", 99));
        }
        return rows;
    }

    private String json() {
        StringBuilder text = new StringBuilder();
        boolean list = random.nextBoolean();
        for (int i = 0; i < values.size(); i++) {
            List<String> members = new ArrayList<>();
            for (int c = 0; c < NAMES.size(); c++) {
                String value = values.get(i).get(c).toString();
                // The first rows name the columns in their order.
                if (value.isEmpty() && i > 0 && random.nextBoolean()) {
                    continue;
                }
                boolean bare = (c == 3 || c == 4) && !value.isEmpty() && random.nextBoolean();
                String shown = bare ? value : '"' + value + '"';
                members.add('"' + NAMES.get(c) + "\":" + (value.isEmpty() ? "null" : shown));
            }
            text.append(list ? (i == 0 ? "[" : ",\n") : "")
                    .append('{')
                    .append(String.join(",", members))
                    .append('}')
                    .append(list ? "" : "\n");
        }
        return new String(
                (text + (list ? "]" : "")).getBytes(StandardCharsets.UTF_8),
                StandardCharsets.UTF_8);
    }

    private String separated() {
        String end = random.nextBoolean() ? "\n" : "\r\n";
        StringBuilder text = new StringBuilder();
        int above = random.nextInt(5);
        if (above == 0) {
            text.append("sep=").append(delimiter).append(end);
        } else if (above == 1) {
            text.append("Customer report").append(end).append(end);
        } else if (above == 2) {
            text.append("Report")
                    .append(String.valueOf(delimiter).repeat(NAMES.size() - 1))
                    .append(end);
        }
        text.append(String.join(String.valueOf(delimiter), NAMES)).append(end);
        for (List<Object> row : values) {
            List<String> cells = new ArrayList<>();
            for (int c = 0; c < row.size(); c++) {
                cells.add(padded(quoted(written(row.get(c).toString(), c))));
            }
            while (random.nextInt(4) == 0 && cells.size() > 2 && cells.getLast().isBlank()) {
                cells.removeLast();
            }
            text.append(String.join(String.valueOf(delimiter), cells)).append(end);
        }
        if (random.nextInt(4) == 0) {
            text.append("Total")
                    .append(String.valueOf(delimiter).repeat(3))
                    .append("99")
                    .append(end);
        } else if (random.nextInt(4) == 0) {
            text.append(String.valueOf(delimiter).repeat(NAMES.size() - 1)).append(end).append(end);
        }
        return text.toString();
    }

    private String padded(String cell) {
        boolean wide = charset.startsWith("UTF");
        return switch (random.nextInt(12)) {
            case 0 -> cell + " ";
            case 1 -> wide && !cell.startsWith("\"") ? "\u00A0" + cell : cell;
            case 2 -> wide && !cell.startsWith("\"") ? cell + "\u200B" : cell;
            default -> cell;
        };
    }

    private String quoted(String cell) {
        boolean needed = cell.indexOf(delimiter) >= 0;
        return needed || random.nextInt(10) == 0 ? '"' + cell + '"' : cell;
    }

    private String written(String value, int column) {
        if (value.isEmpty()) {
            return column < 3 ? "" : missing;
        }
        return switch (column) {
            case 4 -> number(new BigDecimal(value));
            case 5 -> day(LocalDate.parse(value));
            case 6 -> moment(LocalDateTime.parse(value));
            default -> value;
        };
    }

    private String number(BigDecimal number) {
        String pattern = grouped ? "%,.2f" : "%.2f";
        return unit + String.format(comma ? Locale.GERMANY : Locale.US, pattern, number);
    }

    private String day(LocalDate day) {
        String pattern =
                List.of("yyyy-MM-dd", "yyyy/M/d", "d.M.yyyy", "M/d/yyyy", "d MMM yyyy").get(dates);
        return DateTimeFormatter.ofPattern(pattern, Locale.US).format(day);
    }

    private String moment(LocalDateTime moment) {
        String clock = List.of("HH:mm:ss", "H:mm", "h:mm:ss a").get(times);
        return day(moment.toLocalDate())
                + " "
                + DateTimeFormatter.ofPattern(clock, Locale.US).format(moment);
    }
}
