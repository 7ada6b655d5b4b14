package io.marquetry.source.plan;

import io.marquetry.base.NameList;
import io.marquetry.base.Problem;
import io.marquetry.base.VisibleText;
import io.marquetry.source.AttributeType;
import io.marquetry.source.cell.CellParser;
import io.marquetry.source.cell.DateForm;
import io.marquetry.source.cell.NumberForm;
import io.marquetry.source.infer.InspectedColumn;
import io.marquetry.source.table.ColumnNames;

import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What to make of one column of a file.
 *
 * @param name how rules will call it; not blank
 * @param dates how it writes days, where it holds any
 * @param numbers how it writes numbers, where it holds any
 * @param zone where times with an offset are looked at; empty: it holds none
 * @param scale digits after the point, for DECIMAL; 0 to 38
 * @param missing the texts that mean "no value" besides the empty one, exact
 * @param included whether it becomes an attribute
 * @param keyCase whether letter case tells its texts apart
 */
public record ImportColumn(
        String name,
        AttributeType type,
        DateForm dates,
        NumberForm numbers,
        Optional<ZoneId> zone,
        int scale,
        Set<String> missing,
        boolean included,
        KeyCase keyCase) {

    /** Copies the texts in order and refuses a blank name and an impossible scale. */
    public ImportColumn {
        Set<String> visible = new TreeSet<>();
        missing.forEach(marker -> visible.add(VisibleText.of(marker)));
        missing = Collections.unmodifiableSet(visible);
        if (name.isBlank() || scale < 0 || scale > 38) {
            throw new IllegalArgumentException("not a column: " + name + ", scale " + scale);
        }
    }

    /** Makes an included column with no marker of its own; not for decimals. */
    public static ImportColumn of(String name, AttributeType type) {
        return new ImportColumn(
                name,
                type,
                DateForm.YEAR_FIRST,
                NumberForm.PLAIN,
                Optional.empty(),
                0,
                Set.of(),
                true,
                KeyCase.AS_WRITTEN);
    }

    /** Makes an included column of decimals with no marker of its own. */
    public static ImportColumn decimal(String name, int scale) {
        ImportColumn column = of(name, AttributeType.DECIMAL);
        return new ImportColumn(
                name,
                column.type,
                column.dates,
                column.numbers,
                column.zone,
                scale,
                column.missing,
                true,
                KeyCase.AS_WRITTEN);
    }

    /**
     * Makes the column that an inspection proposes; one without name and value is left out.
     *
     * @param zone where times with an offset are looked at
     */
    public static ImportColumn of(InspectedColumn column, Set<String> missing, ZoneId zone) {
        return new ImportColumn(
                column.name(),
                column.type(),
                column.dates().orElse(DateForm.YEAR_FIRST),
                column.numbers().orElse(NumberForm.PLAIN),
                column.zoned() ? Optional.of(zone) : Optional.empty(),
                column.scale(),
                missing,
                !column.isNothing(),
                KeyCase.AS_WRITTEN);
    }

    /** Returns what reads its cells. */
    public CellParser parser() {
        return new CellParser(type, dates, numbers, zone);
    }

    /** Returns this column with another type. */
    public ImportColumn withType(AttributeType other) {
        return new ImportColumn(
                name, other, dates, numbers, zone, scale, missing, included, keyCase);
    }

    /** Returns this column with days written in another way. */
    public ImportColumn withDates(DateForm other) {
        return new ImportColumn(
                name, type, other, numbers, zone, scale, missing, included, keyCase);
    }

    /** Returns this column with other texts that mean "no value". */
    public ImportColumn withMissing(Set<String> other) {
        return new ImportColumn(name, type, dates, numbers, zone, scale, other, included, keyCase);
    }

    /** Returns this column with or without becoming an attribute. */
    public ImportColumn withIncluded(boolean other) {
        return new ImportColumn(name, type, dates, numbers, zone, scale, missing, other, keyCase);
    }

    /** Returns this column with letter case that matters or does not. */
    public ImportColumn withKeyCase(KeyCase other) {
        return new ImportColumn(name, type, dates, numbers, zone, scale, missing, included, other);
    }

    /** Returns this column under another name. */
    public ImportColumn withName(String other) {
        return new ImportColumn(
                other, type, dates, numbers, zone, scale, missing, included, keyCase);
    }

    /**
     * Returns where the column with a name stands.
     *
     * @param file what people call the file
     * @throws io.marquetry.base.ProblemException if there is none
     */
    public static int position(String file, List<ImportColumn> columns, String name) {
        List<String> names = columns.stream().map(ImportColumn::name).toList();
        int position = names.indexOf(name);
        if (position < 0) {
            position = names.indexOf(VisibleText.inOneLine(name));
        }
        if (position < 0) {
            throw none(file, names, name).asException();
        }
        return position;
    }

    /** Where names were found, or not found, by mistake, that is what has to be mended. */
    private static Problem none(String file, List<String> names, String name) {
        String key =
                ColumnNames.areNumbers(names)
                        ? "problem.import.noColumnUnnamed"
                        : ColumnNames.isNumber(name)
                                ? "problem.import.noColumnNamed"
                                : "problem.import.noColumn";
        return Problem.of(key, file, name, NameList.of(names));
    }
}
