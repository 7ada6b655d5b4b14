package io.marquetry.source.file;

import io.marquetry.base.Problem;
import io.marquetry.base.VisibleText;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.csv.CsvRows;
import io.marquetry.source.csv.TextSource;
import io.marquetry.source.table.ColumnNames;
import io.marquetry.source.table.CsvRow;
import io.marquetry.source.table.TableRows;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows of JSON: one object a line, or a list of objects. Texts are texts and numbers are as they
 * are written, whatever their length; objects in objects are columns, named by the way to them;
 * lists are counted and left out.
 */
public final class JsonRows implements TableRows {

    private static final int LONGEST_NAME = 128;
    private static final int DEEPEST = 64;
    private static final int MAX_DIGITS = 400;
    private static final int SHOWN = 10_000;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxStringLength(JsonPieces.LONGEST)
                                    .maxNumberLength(MAX_DIGITS)
                                    .build())
                    .build();

    private final String label;
    private final TextSource text;
    private final JsonPieces pieces;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, Long> lists = new LinkedHashMap<>();
    private String[] cells = new String[16];
    private BitSet typed = new BitSet();

    /** Why a row cannot be taken. */
    private static final class NoRow extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Problem why;

        NoRow(Problem why) {
            super(null, null, false, false);
            this.why = why;
        }
    }

    /**
     * Opens a file.
     *
     * @throws io.marquetry.base.ProblemException if it is empty, unreadable or not text
     */
    public JsonRows(CsvInput input) {
        this.label = input.label();
        this.text = new TextSource(input);
        this.pieces = new JsonPieces(text);
    }

    @Override
    public List<String> names() {
        return Collections.unmodifiableList(names);
    }

    @Override
    public Optional<CsvRow> next() {
        Optional<JsonPieces.Piece> piece = pieces.next();
        if (piece.isEmpty()) {
            return Optional.empty();
        }
        String raw = piece.get().text();
        try {
            if (text.isTorn(raw)) {
                throw new NoRow(Problem.of("problem.row.encoding", text.encoding().label()));
            }
            if (!piece.get().whole()) {
                throw new NoRow(Problem.of("problem.row.json"));
            }
            Arrays.fill(cells, null);
            typed = new BitSet();
            read(raw);
            List<String> row = new ArrayList<>(names.size());
            for (int i = 0; i < names.size(); i++) {
                row.add(i < cells.length && cells[i] != null ? cells[i] : "");
            }
            return Optional.of(new CsvRow(piece.get().line(), row, typed, Optional.empty()));
        } catch (NoRow e) {
            String shown = raw.length() <= SHOWN ? raw : raw.substring(0, SHOWN);
            return Optional.of(
                    new CsvRow(
                            piece.get().line(),
                            List.of(shown),
                            CsvRow.ALL_TEXT,
                            Optional.of(e.why)));
        }
    }

    private void read(String raw) throws NoRow {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), raw)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new NoRow(Problem.of("problem.row.noObject"));
            }
            object(parser, "");
            if (parser.nextToken() != null) {
                throw new NoRow(Problem.of("problem.row.json"));
            }
        } catch (JacksonException e) {
            throw new NoRow(Problem.of("problem.row.json"));
        }
    }

    private void object(JsonParser parser, String path) throws NoRow {
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_OBJECT) {
            String part = VisibleText.inOneLine(parser.currentName());
            String name = path.isEmpty() ? part : path + "." + part;
            switch (parser.nextToken()) {
                case START_OBJECT -> object(parser, name);
                case START_ARRAY -> {
                    parser.skipChildren();
                    lists.merge(name, 1L, Long::sum);
                }
                case VALUE_STRING -> put(name, VisibleText.of(parser.getString()), false);
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                        put(name, plain(parser.getString()), true);
                case VALUE_TRUE -> put(name, "true", false);
                case VALUE_FALSE -> put(name, "false", false);
                case VALUE_NULL -> put(name, "", false);
                case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                        throw new NoRow(Problem.of("problem.row.json"));
            }
            token = parser.nextToken();
        }
    }

    private void put(String name, String value, boolean number) throws NoRow {
        Integer known = columns.get(name);
        int at = known == null ? add(name) : known;
        if (at >= cells.length) {
            cells = Arrays.copyOf(cells, Math.max(2 * cells.length, at + 1));
        }
        if (cells[at] != null) {
            throw new NoRow(Problem.of("problem.row.sameName", name));
        }
        if (value.length() > CsvRows.LONGEST_CELL) {
            throw new NoRow(
                    Problem.of(
                            "problem.row.cellTooLong",
                            at + 1,
                            value.length(),
                            CsvRows.LONGEST_CELL));
        }
        cells[at] = value;
        if (number) {
            typed.set(at);
        }
    }

    private int add(String name) {
        if (names.size() == ColumnNames.MAX_COLUMNS) {
            throw Problem.of(
                            "problem.import.tooManyColumns",
                            label,
                            names.size() + 1,
                            ColumnNames.MAX_COLUMNS)
                    .asException();
        }
        int at = names.size();
        if (name.length() > LONGEST_NAME) {
            throw Problem.of(
                            "problem.import.longName",
                            label,
                            at + 1,
                            name.substring(0, 40),
                            LONGEST_NAME)
                    .asException();
        }
        columns.put(name, at);
        String shown = name.isEmpty() ? "column_" + (at + 1) : name;
        names.add(columns.containsKey(shown) && name.isEmpty() ? shown + "_2" : shown);
        return at;
    }

    /** Returns a number without exponent, where that takes no more room than a number may have. */
    private static String plain(String number) {
        if (number.indexOf('e') < 0 && number.indexOf('E') < 0) {
            return number.equals("-0") ? "0" : number;
        }
        try {
            BigDecimal value = new BigDecimal(number);
            boolean short38 = Math.abs((long) value.scale()) + value.precision() <= 76;
            return short38 ? value.toPlainString() : number;
        } catch (NumberFormatException tooLarge) {
            return number;
        }
    }

    @Override
    public long bytes() {
        return text.bytes();
    }

    @Override
    public List<Problem> notes() {
        List<Problem> notes = new ArrayList<>();
        if (text.isGuessed()) {
            notes.add(Problem.of("problem.reading.guessedEncoding", text.encoding().label(), ""));
        }
        lists.forEach(
                (name, count) -> {
                    if (columns.containsKey(name)) {
                        notes.add(Problem.of("problem.reading.lists", name, count));
                    }
                });
        return notes;
    }

    @Override
    public List<String> leftOut() {
        List<String> left = new ArrayList<>();
        lists.forEach(
                (name, count) -> {
                    if (!columns.containsKey(name)) {
                        left.add(name + " (JSON[] × " + count + ")");
                    }
                });
        return left;
    }

    @Override
    public void close() {
        text.close();
    }
}
