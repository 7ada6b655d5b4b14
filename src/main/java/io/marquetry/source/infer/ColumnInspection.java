package io.marquetry.source.infer;

import io.marquetry.base.Problem;
import io.marquetry.base.VisibleText;
import io.marquetry.source.AttributeType;
import io.marquetry.source.cell.DecimalMark;
import io.marquetry.source.cell.NumberForm;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Gathers what one column holds. */
public final class ColumnInspection {

    private static final int LONGEST_VALUE = 60;

    private final String name;
    private final boolean unnamed;
    private final ColumnReading reading;
    private final Optional<AttributeType> declared;
    private final Set<String> markers;
    private final Set<String> unmet;
    private final TypeInference inference;
    private final Set<String> values = new LinkedHashSet<>();
    private long filled;
    private long missing;
    private long nulls;
    private long mails;

    public ColumnInspection(
            String name,
            boolean unnamed,
            ColumnReading reading,
            Optional<AttributeType> declared,
            long rowsBefore) {
        this.name = name;
        this.unnamed = unnamed;
        // What the file itself calls days or numbers is not written in any way.
        this.reading =
                declared.isEmpty()
                        ? reading
                        : ColumnReading.of(
                                reading.type(),
                                Optional.empty(),
                                Optional.empty(),
                                reading.missing());
        this.declared = declared;
        this.markers = reading.missing().stream().map(VisibleText::of).collect(Collectors.toSet());
        this.unmet = new TreeSet<>(markers);
        this.inference = new TypeInference(this.reading);
        this.missing = rowsBefore;
    }

    void addMissing() {
        missing++;
    }

    public void add(String cell, long line, boolean typed) {
        if (MissingWords.isNothing(cell)) {
            nulls += cell.isEmpty() ? 0 : 1;
            unmet.remove(cell);
            missing++;
            return;
        }
        if (!markers.isEmpty() && markers.contains(cell)) {
            unmet.remove(cell);
            missing++;
            return;
        }
        filled++;
        inference.add(cell, line, typed);
        mails += isMail(cell) ? 1 : 0;
        if (values.size() < InspectedColumn.MAX_VALUES) {
            values.add(
                    cell.length() <= LONGEST_VALUE ? cell : cell.substring(0, LONGEST_VALUE) + "…");
        }
    }

    private static boolean isMail(String cell) {
        int at = cell.indexOf('@');
        return at > 0 && cell.indexOf('.', at) > at && cell.indexOf(' ') < 0;
    }

    /** Returns how many cells hold the mark for "no value" of dumps. */
    long nulls() {
        return nulls;
    }

    /** Returns the words for "no value" that stand nowhere in the column. */
    Set<String> unmet() {
        return unmet;
    }

    /** Returns the words for "no value" that stand in the column. */
    Set<String> met() {
        Set<String> met = new TreeSet<>(markers);
        met.removeAll(unmet);
        return met;
    }

    /** Returns which decimal mark the column proves; null: none. */
    @Nullable DecimalMark proof() {
        boolean numbers = inference.type(null) == AttributeType.DECIMAL && declared.isEmpty();
        return numbers ? inference.numbers().proof() : null;
    }

    /**
     * Returns what was found.
     *
     * @param proven the mark that other columns of the file prove; null: none, or both
     */
    public InspectedColumn result(@Nullable DecimalMark proven) {
        DecimalMark mark = reading.numbers().orElse(proven);
        AttributeType found = inference.type(mark);
        NumberForm form = inference.numbers().form(mark);
        long wrong = inference.wrong();
        Optional<Problem> why =
                wrong > 0 ? Optional.of(inference.wrongCells(name)) : inference.whyText(name, mark);
        return new InspectedColumn(
                name,
                declared.map(type -> wider(found, type)).orElse(found),
                inference.dateForm(),
                Optional.ofNullable(form),
                inference.isZoned(),
                form == null ? 0 : inference.numbers().scale(form),
                filled,
                missing,
                List.copyOf(values),
                filled > 0 && mails * 10 >= filled * 9,
                unnamed,
                wrong,
                why,
                new ArrayList<>(inference.misfits()));
    }

    /** Returns the type of a column that the file itself gives a type. */
    private AttributeType wider(AttributeType found, AttributeType type) {
        if (!inference.hasValues()) {
            return type;
        }
        boolean decimals = found == AttributeType.INTEGER && type == AttributeType.DECIMAL;
        boolean moments = found == AttributeType.DATE && type == AttributeType.DATETIME;
        return decimals || moments ? type : found;
    }
}
