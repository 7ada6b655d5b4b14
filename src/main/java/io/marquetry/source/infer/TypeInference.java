package io.marquetry.source.infer;

import io.marquetry.base.Problem;
import io.marquetry.source.AttributeType;
import io.marquetry.source.cell.CellParser;
import io.marquetry.source.cell.DateForm;
import io.marquetry.source.cell.DateOrder;
import io.marquetry.source.cell.Dates;
import io.marquetry.source.cell.DecimalMark;
import io.marquetry.source.cell.NumberForm;
import io.marquetry.source.cell.Numbers;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Optional;

/** Finds the narrowest type that all values of a column have, and never guesses. */
public final class TypeInference {

    private static final List<DateOrder> FOUND_ALONE =
            List.of(
                    DateOrder.YEAR_FIRST,
                    DateOrder.DAY_FIRST,
                    DateOrder.MONTH_FIRST,
                    DateOrder.MONTH_NAME);

    private final ColumnReading reading;
    private final NumberInference numbers;
    private final boolean wantsDays;
    private final boolean wantsNumbers;
    private final boolean wantsTruths;
    private final List<Days> days;
    private final Misfits noNumbers = new Misfits();
    private final Misfits noDays = new Misfits();
    private final Misfits noTruths = new Misfits();
    private boolean seen;
    private boolean truths = true;
    private boolean allNumbers = true;
    private boolean noDaysAtAll;

    /** What one way to write days makes of the column. */
    private final class Days {
        private final DateForm form;
        private long fits;
        private long misfits;
        private boolean onlyDays = true;
        private boolean zoned;
        private boolean local;

        Days(DateForm form) {
            this.form = form;
        }

        boolean add(String cell) {
            Temporal read =
                    reading.dates().isPresent() ? Dates.said(cell, form) : Dates.read(cell, form);
            if (read == null) {
                misfits++;
                return false;
            }
            fits++;
            onlyDays &= read instanceof LocalDate;
            zoned |= read instanceof OffsetDateTime;
            local |= !(read instanceof OffsetDateTime);
            return true;
        }

        boolean isOpen() {
            return misfits == 0 || wantsDays;
        }

        AttributeType type() {
            boolean hours = form.order() == DateOrder.HOURS_SINCE;
            return onlyDays && !hours ? AttributeType.DATE : AttributeType.DATETIME;
        }

        boolean isSound() {
            return wantsDays ? fits > 0 : misfits == 0 && !(zoned && local);
        }
    }

    public TypeInference(ColumnReading reading) {
        this.reading = reading;
        this.wantsDays =
                reading.dates().isPresent()
                        || reading.type()
                                .filter(t -> t == AttributeType.DATE || t == AttributeType.DATETIME)
                                .isPresent();
        this.wantsNumbers =
                reading.numbers().isPresent()
                        || reading.type()
                                .filter(
                                        t ->
                                                t == AttributeType.INTEGER
                                                        || t == AttributeType.DECIMAL)
                                .isPresent();
        this.wantsTruths = reading.type().equals(Optional.of(AttributeType.BOOLEAN));
        this.numbers = new NumberInference(wantsNumbers);
        this.days =
                reading.dates().isPresent()
                        ? List.of(new Days(reading.dates().get()))
                        : FOUND_ALONE.stream().map(o -> new Days(DateForm.of(o))).toList();
    }

    /** Takes a value into account; not for missing ones. */
    public void add(String cell, long line, boolean typed) {
        seen = true;
        boolean number = allNumbers || wantsNumbers || Numbers.mayBegin(cell);
        number = number && numbers.add(cell, typed);
        allNumbers &= number;
        noNumbers.add(number || looksLikeNumber(cell), cell, line);
        if (truths || wantsTruths) {
            boolean truth = CellParser.truth(cell) != null;
            truths &= truth;
            noTruths.add(truth, cell, line);
        }
        // No day is written as a number, unless people say so.
        noDaysAtAll |= number && !wantsDays;
        noDays.add(!noDaysAtAll && addDay(cell), cell, line);
    }

    /** Only to say how many there are, once a cell that is none has closed all ways. */
    private boolean looksLikeNumber(String cell) {
        return !allNumbers
                && !noNumbers.areMost()
                && (Numbers.read(cell, DecimalMark.POINT) != null
                        || Numbers.read(cell, DecimalMark.COMMA) != null);
    }

    private boolean addDay(String cell) {
        boolean any = false;
        boolean open = false;
        for (int i = 0; i < days.size(); i++) {
            Days way = days.get(i);
            if (way.isOpen()) {
                any |= way.add(cell);
                open = true;
            }
        }
        if (open || cell.charAt(0) < '0' || cell.charAt(0) > '9' || cell.length() < 6) {
            return any;
        }
        // Only to say how many there are.
        for (Days way : days) {
            any = any || Dates.read(cell, way.form) != null;
        }
        return any;
    }

    /**
     * Returns the type; TEXT for a column without values.
     *
     * @param told which decimal mark people said, or other columns prove; null: none
     */
    public AttributeType type(@Nullable DecimalMark told) {
        if (!seen) {
            return AttributeType.TEXT;
        }
        if (wantsDays) {
            return dates().map(Days::type).orElse(AttributeType.TEXT);
        }
        NumberForm form = allNumbers || wantsNumbers ? numbers.form(told) : null;
        if (form != null) {
            return numbers.isWhole(form) ? AttributeType.INTEGER : AttributeType.DECIMAL;
        }
        if (truths) {
            return AttributeType.BOOLEAN;
        }
        return noDaysAtAll
                ? AttributeType.TEXT
                : dates().map(Days::type).orElse(AttributeType.TEXT);
    }

    /**
     * Nobody can tell 01/02/2017 from 02/01/2017: where both fit all values, people have to say.
     */
    private Optional<Days> dates() {
        List<Days> sound = days.stream().filter(Days::isSound).toList();
        long most = sound.stream().mapToLong(way -> way.fits).max().orElse(0);
        List<Days> best = sound.stream().filter(way -> way.fits == most).toList();
        return best.size() == 1 ? Optional.of(best.getFirst()) : Optional.empty();
    }

    /** Returns how the column writes days, where it holds any and only one way fits. */
    Optional<DateForm> dateForm() {
        return reading.dates().or(() -> dates().map(way -> way.form));
    }

    /** Returns whether there are times with an offset. */
    boolean isZoned() {
        return days.stream().anyMatch(way -> way.zoned);
    }

    NumberInference numbers() {
        return numbers;
    }

    /** Returns whether any value was seen. */
    boolean hasValues() {
        return seen;
    }

    /**
     * Returns why the column is text, where most of it looks like more.
     *
     * @param told which decimal mark people said, or other columns prove; null: none
     */
    Optional<Problem> whyText(String column, @Nullable DecimalMark told) {
        if (!seen || type(told) != AttributeType.TEXT) {
            return Optional.empty();
        }
        if (allNumbers && told == null && numbers.isAmbiguous()) {
            return Optional.of(Problem.of("problem.reading.whichMark", column));
        }
        if (allNumbers && numbers.hasMixedUnits()) {
            return Optional.of(Problem.of("problem.reading.units", column));
        }
        List<Days> fitting = days.stream().filter(way -> way.misfits == 0).toList();
        if (!noDaysAtAll
                && !fitting.isEmpty()
                && fitting.stream().allMatch(way -> way.zoned && way.local)) {
            return Optional.of(Problem.of("problem.reading.someOffsets", column));
        }
        if (!noDaysAtAll && fitting.size() > 1) {
            return Optional.of(Problem.of("problem.reading.whichDay", column));
        }
        if (noNumbers.areFew()) {
            return Optional.of(noNumbers.sentence("problem.reading.notNumber", column));
        }
        return noDays.areFew()
                ? Optional.of(noDays.sentence("problem.reading.notDay", column))
                : Optional.empty();
    }

    /** Returns how many cells are not of the type that people said. */
    long wrong() {
        if (wantsDays) {
            return noDays.others();
        }
        if (wantsNumbers) {
            return noNumbers.others();
        }
        return wantsTruths ? noTruths.others() : 0;
    }

    /** Returns the sentence about cells that are not of the type that people said. */
    Problem wrongCells(String column) {
        Misfits misfits = wantsDays ? noDays : wantsNumbers ? noNumbers : noTruths;
        return misfits.sentence("problem.reading.wrong", column);
    }

    /** Returns the first cells that keep the column from being more than text. */
    List<String> misfits() {
        if (noNumbers.areFew()) {
            return noNumbers.cells();
        }
        return noDays.areFew() ? noDays.cells() : List.of();
    }
}
