package io.marquetry.source.local;

import io.marquetry.base.CancelSignal;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.infer.ProgressMeter;
import io.marquetry.source.plan.ImportColumn;
import io.marquetry.source.plan.RowConverter;
import io.marquetry.source.plan.TableFile;
import io.marquetry.source.table.CsvRow;
import io.marquetry.source.table.TableRows;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How well a column would name the profiles of a file, told before it is imported.
 *
 * @param rows all rows that can be read
 * @param repeated rows whose key stood in an earlier row: they will be rejected
 * @param without rows without a key: they will be rejected
 * @param most the keys that repeat most often, with how often they stand in the file
 */
public record KeyRepeats(long rows, long repeated, long without, List<Repeat> most) {

    private static final int SHOWN = 3;

    /** Keys that repeat are remembered only up to here; a bad key repeats early. */
    private static final int REMEMBERED = 10_000;

    /** Copies the keys. */
    public KeyRepeats {
        most = List.copyOf(most);
    }

    /** One key and how often it stands in the file. */
    public record Repeat(String key, long times) {}

    /** Returns whether each row has a key of its own. */
    public boolean isKey() {
        return repeated == 0 && without == 0;
    }

    /**
     * Reads a column of the whole file, as an import would.
     *
     * @param position of the column, from 0
     * @param column what the import would make of it
     * @throws io.marquetry.base.ProblemException if the file cannot be read as rows
     * @throws CancelSignal.Cancelled if asked to stop
     */
    public static KeyRepeats of(
            TableFile file, int position, ImportColumn column, CancelSignal signal) {
        KeyIndex keys = new KeyIndex();
        Map<String, Long> again = new HashMap<>();
        ProgressMeter meter = new ProgressMeter(file.bytes(), ImportListener.none(), signal);
        long rows = 0;
        long repeated = 0;
        long without = 0;
        try (TableRows table = file.open(file.bytes())) {
            for (Optional<CsvRow> next = table.next(); next.isPresent(); next = table.next()) {
                CsvRow row = next.get();
                meter.row(table.bytes());
                if (row.problem().isPresent()) {
                    continue;
                }
                rows++;
                String cell = position < row.cells().size() ? row.cells().get(position) : "";
                if (RowConverter.isMissing(column, cell)) {
                    without++;
                    continue;
                }
                String key = column.keyCase().of(cell);
                if (keys.add(key, row.line()) != KeyIndex.ABSENT) {
                    repeated++;
                    if (again.size() < REMEMBERED || again.containsKey(key)) {
                        again.merge(key, 1L, Long::sum);
                    }
                }
            }
        }
        return new KeyRepeats(rows, repeated, without, most(again));
    }

    private static List<Repeat> most(Map<String, Long> again) {
        return again.entrySet().stream()
                .map(e -> new Repeat(RowConverter.shown(e.getKey()), e.getValue() + 1))
                .sorted(
                        Comparator.comparingLong(Repeat::times)
                                .reversed()
                                .thenComparing(Repeat::key))
                .limit(SHOWN)
                .toList();
    }
}
