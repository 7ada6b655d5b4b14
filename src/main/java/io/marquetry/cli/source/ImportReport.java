package io.marquetry.cli.source;

import io.marquetry.base.NameList;
import io.marquetry.base.Problem;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.source.csv.ImportListener;
import io.marquetry.source.csv.ImportProgress;
import io.marquetry.source.local.ImportResult;
import io.marquetry.source.local.RejectedRow;
import io.marquetry.source.local.TableResult;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tells on the command line how an import goes and what it did. */
public final class ImportReport implements ImportListener {

    private static final long PAUSE_NANOS = 2_000_000_000;
    private static final int REJECTED_IN_JSON = 1_000;

    private final CommandOutput output;
    private final boolean values;
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

    /** Tells which columns no rule can ask. */
    void leftOut(List<String> columns) {
        if (!columns.isEmpty()) {
            output.remark(output.texts().get("cli.import.leftOut", NameList.of(columns)));
        }
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
        result.rejected().forEach(row -> output.line(line(row)));
    }

    private String line(RejectedRow row) {
        return output.texts()
                .get(
                        "cli.import.rejectedRow",
                        row.label(),
                        row.line(),
                        output.texts().sentence(reason(row)));
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
