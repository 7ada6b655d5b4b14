package io.marquetry.cli.source;

import io.marquetry.base.NameList;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.TextTable;
import io.marquetry.source.cell.DateForm;
import io.marquetry.source.cell.NumberForm;
import io.marquetry.source.infer.ImportInspection;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.infer.ImportProgress;
import io.marquetry.source.infer.InspectedColumn;
import io.marquetry.source.local.ImportResult;
import io.marquetry.source.local.TableResult;
import io.marquetry.source.local.rejected.Mending;
import io.marquetry.source.local.rejected.RejectedReason;
import io.marquetry.source.local.rejected.RejectedRow;
import io.marquetry.source.plan.ImportColumn;
import io.marquetry.source.plan.KeyCase;
import io.marquetry.source.plan.TableFile;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Tells on the command line how an import goes and what it did. */
public final class ImportReport implements ImportListener {

    private static final long PAUSE_NANOS = 2_000_000_000;
    private static final int REJECTED_IN_JSON = 1_000;

    private static final int MAX_COLUMNS = 200;

    /** Sentences whose last place shows cells. */
    private static final Set<String> SHOWING =
            Set.of(
                    "problem.reading.guessedEncoding",
                    "problem.reading.notNumber",
                    "problem.reading.notDay",
                    "problem.reading.wrong");

    private final CommandOutput output;
    private final boolean values;
    private final List<Reading> read = new ArrayList<>();
    private boolean saved;

    /** How one file was read. */
    private record Reading(String label, List<Problem> notes, ImportInspection found) {}

    private long told = System.nanoTime();

    /**
     * Makes a report.
     *
     * @param values whether the values of rejected rows may be shown
     */
    public ImportReport(CommandOutput output, boolean values) {
        this.output = output;
        this.values = values;
    }

    @Override
    public void progressed(ImportProgress progress) {
        long now = System.nanoTime();
        if (now - told >= PAUSE_NANOS) {
            told = now;
            output.remark(
                    output.texts()
                            .get(
                                    "cli.import.progress",
                                    progress.input(),
                                    progress.rows(),
                                    progress.rowsPerSecond(),
                                    progress.share()));
        }
    }

    /** Tells of something that may not be meant, and goes on. */
    public void doubt(Problem problem) {
        output.remark(output.texts().sentence(quiet(problem)));
    }

    /** Tells how a file is read, and what each of its columns is and why. */
    public void found(TableFile file, ImportInspection found, ZoneId zone) {
        Texts texts = output.texts();
        List<Problem> notes = new ArrayList<>(file.notes());
        notes.addAll(found.notes());
        if (found.columns().stream().anyMatch(InspectedColumn::zoned)) {
            notes.add(Problem.of("problem.reading.zone", zone.getId()));
        }
        notes.replaceAll(this::quiet);
        read.add(new Reading(file.label(), notes, found));
        if (output.isJson()) {
            return;
        }
        notes.forEach(
                note ->
                        output.line(
                                texts.get("cli.import.note", file.label(), texts.sentence(note))));
        if (!found.leftOut().isEmpty()) {
            output.line(texts.get("cli.import.leftOut", NameList.of(found.leftOut())));
        }
        TextTable table =
                new TextTable(
                        List.of(
                                texts.get("cli.import.columns.name"),
                                texts.get("cli.import.columns.type"),
                                texts.get("cli.import.columns.form"),
                                texts.get("cli.import.columns.missing"),
                                texts.get("cli.import.columns.why")),
                        Set.of(3));
        found.columns().stream()
                .limit(MAX_COLUMNS)
                .forEach(
                        column ->
                                table.add(
                                        column.name(),
                                        column.type().name(),
                                        form(column),
                                        String.valueOf(column.missing()),
                                        column.why()
                                                .map(this::quiet)
                                                .map(texts::sentence)
                                                .orElse("")));
        table.lines().forEach(output::line);
        if (found.columns().size() > MAX_COLUMNS) {
            output.line(texts.get("cli.import.columns.more", found.columns().size() - MAX_COLUMNS));
        }
        remark(
                found.columns().stream()
                        .flatMap(column -> column.why().stream())
                        .flatMap(why -> Mending.ofColumn(why).stream())
                        .distinct());
    }

    /** Tells that letter case does not tell keys apart, where it does not. */
    void keys(ImportColumn column) {
        if (column.keyCase() == KeyCase.FOLDED) {
            output.remark(output.texts().get("cli.import.folded", column.name()));
        }
    }

    private static String form(InspectedColumn column) {
        return switch (column.type()) {
            case DATE, DATETIME -> column.dates().map(DateForm::forms).orElse("");
            case DECIMAL, INTEGER ->
                    column.numbers()
                            .filter(form -> !form.equals(NumberForm.PLAIN))
                            .map(NumberForm::example)
                            .orElse("");
            case TEXT, BOOLEAN -> "";
        };
    }

    /** Prints the result: rows in = accepted + rejected, then each rejected row. */
    public void tell(ImportResult result) {
        if (output.isJson()) {
            output.json(json(result));
            return;
        }
        rows(result);
        result.source()
                .ifPresentOrElse(
                        source ->
                                output.line(
                                        output.texts()
                                                .get(
                                                        "cli.import.done",
                                                        source.name().value(),
                                                        source.profiles(),
                                                        result.took().toMillis() / 1000.0,
                                                        rowsPerSecond(result))),
                        () -> output.remark(output.texts().get("cli.import.nothing")));
    }

    /** Prints rows in = accepted + rejected for each file, then each rejected row. */
    public void rows(ImportResult result) {
        tables(result)
                .forEach(
                        t ->
                                output.line(
                                        output.texts()
                                                .get(
                                                        "cli.import.rows",
                                                        t.label(),
                                                        t.rowsIn(),
                                                        t.accepted(),
                                                        t.rejected())));
        List<RejectedReason> reasons = result.rejected().reasons();
        reasons.forEach(reason -> output.line(line(reason)));
        remark(Mending.ofRows(reasons).stream());
        if (result.rejected().count() > 0 && !saved) {
            output.remark(output.texts().get("cli.import.howToSave"));
        }
    }

    private void remark(Stream<Mending> mending) {
        Texts texts = output.texts();
        mending.forEach(
                one ->
                        output.remark(
                                texts.together(texts.get(one.advice()), texts.get(one.options()))));
    }

    /** Says that the rejected rows are in a file. */
    public void saved(Path file) {
        saved = true;
        output.remark(output.texts().get("import.saved", file.toString()));
    }

    private String line(RejectedReason reason) {
        return output.texts()
                .get(
                        "cli.import.rejectedRows",
                        reason.first().label(),
                        reason.count(),
                        reason.first().line(),
                        output.texts().sentence(reason(reason.first())));
    }

    /** Returns a sentence about a reading without the cells that it shows, unless they may be. */
    private Problem quiet(Problem note) {
        if (values || !SHOWING.contains(note.key())) {
            return note;
        }
        List<Object> args = new ArrayList<>(note.args());
        args.set(args.size() - 1, "…");
        return new Problem(note.key(), args);
    }

    private Problem reason(RejectedRow row) {
        return values ? row.reason() : row.reasonWithoutValues();
    }

    private Map<String, Object> json(ImportResult result) {
        Map<String, Object> tree = new LinkedHashMap<>();
        result.source().ifPresent(source -> tree.put("source", SourceShown.json(source)));
        addRows(result, tree);
        return tree;
    }

    /** Adds to {@code tree} what {@link #rows} prints. */
    public void addRows(ImportResult result, Map<String, Object> tree) {
        tree.put("files", tables(result).map(ImportReport::json).toList());
        tree.put("rowsPerSecond", rowsPerSecond(result));
        tree.put("reading", read.stream().map(this::json).toList());
        tree.put("rejectedFor", result.rejected().reasons().stream().map(this::json).toList());
        List<RejectedRow> rejected = result.rejected().first(REJECTED_IN_JSON);
        tree.put("rejected", rejected.stream().map(this::json).toList());
    }

    private static Map<String, Object> json(TableResult table) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("file", table.label());
        tree.put("rows", table.rowsIn());
        tree.put("accepted", table.accepted());
        tree.put("rejected", table.rejected());
        return tree;
    }

    private Map<String, Object> json(RejectedReason reason) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("rows", reason.count());
        tree.put("first", json(reason.first()));
        return tree;
    }

    private Map<String, Object> json(Reading reading) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("file", reading.label());
        tree.put("notes", reading.notes().stream().map(this::json).toList());
        tree.put("leftOut", reading.found().leftOut());
        tree.put("columns", reading.found().columns().stream().map(this::json).toList());
        return tree;
    }

    private Map<String, Object> json(Problem note) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("code", note.key());
        tree.put("text", output.texts().sentence(note));
        return tree;
    }

    private Map<String, Object> json(InspectedColumn column) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", column.name());
        tree.put("type", column.type().name());
        tree.put("form", form(column));
        tree.put("filled", column.filled());
        tree.put("missing", column.missing());
        column.why().ifPresent(why -> tree.put("why", json(quiet(why))));
        return tree;
    }

    private Map<String, Object> json(RejectedRow row) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("file", row.label());
        tree.put("line", row.line());
        tree.put("code", row.reason().key());
        tree.put("reason", output.texts().sentence(reason(row)));
        return tree;
    }

    private static Stream<TableResult> tables(ImportResult result) {
        return Stream.concat(Stream.of(result.profiles()), result.events().stream());
    }

    /** Returns the rows of all files per second. */
    public static long rowsPerSecond(ImportResult result) {
        long rows = tables(result).mapToLong(TableResult::rowsIn).sum();
        return Math.round(rows / Math.max(0.001, result.took().toNanos() / 1e9));
    }
}
