package io.marquetry.source.infer;

import io.marquetry.source.cell.CellParser;
import io.marquetry.source.cell.DecimalMark;
import io.marquetry.source.cell.NumberForm;
import io.marquetry.source.cell.Numbers;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/** Finds how a column writes its numbers, where only one way fits all of them. */
final class NumberInference {

    private final Way point = new Way(DecimalMark.POINT);
    private final Way comma = new Way(DecimalMark.COMMA);
    private final boolean wanted;
    private boolean differ;

    /**
     * Begins with no cell.
     *
     * @param wanted whether people said that the column holds numbers: then cells that are none do
     *     not count
     */
    NumberInference(boolean wanted) {
        this.wanted = wanted;
    }

    /** What one mark makes of the column. */
    private final class Way {
        private final DecimalMark mark;
        private long misfits;
        private boolean whole = true;
        private int scale;
        private int wholeDigits;
        private @Nullable String unit;
        private boolean units;
        private boolean bare;

        Way(DecimalMark mark) {
            this.mark = mark;
        }

        @Nullable BigDecimal add(String cell) {
            Numbers.Found found = Numbers.read(cell, mark);
            if (found == null) {
                misfits++;
                return null;
            }
            if (found.unit().isEmpty()) {
                bare |= found.value().signum() != 0;
            } else {
                units |= unit != null && !unit.equals(found.unit());
                unit = unit == null ? found.unit() : unit;
            }
            take(found.value());
            return found.value();
        }

        void take(BigDecimal number) {
            whole &= number.scale() <= 0 && number.precision() <= 18;
            scale = Math.max(scale, number.scale());
            wholeDigits = Math.max(wholeDigits, number.precision() - number.scale());
        }

        void takePlain(int digits) {
            bare = true;
            wholeDigits = Math.max(wholeDigits, digits);
        }

        /** Takes a number whose point stands there. */
        void takePlain(String cell, int mark) {
            bare = true;
            whole = false;
            scale = Math.max(scale, cell.length() - mark - 1);
            int sign = cell.charAt(0) == '-' ? 1 : 0;
            boolean none = mark == sign + 1 && cell.charAt(sign) == '0';
            wholeDigits = Math.max(wholeDigits, none ? 0 : mark - sign);
        }

        boolean isOpen() {
            return wanted || misfits == 0;
        }

        boolean isMixed() {
            return units || (bare && NumberForm.PER_CENT.equals(unit));
        }

        boolean isSound() {
            return wanted || (misfits == 0 && !isMixed() && scale + wholeDigits <= 38);
        }
    }

    /** Returns whether the cell is a number in any way that is still possible. */
    boolean add(String cell, boolean typed) {
        int mark = cell.indexOf('.');
        boolean small = CellParser.small(cell) != CellParser.NONE;
        if (mark < 0 && (small || CellParser.integer(cell) != null)) {
            int digits = cell.length();
            point.takePlain(digits);
            comma.takePlain(digits);
            return true;
        }
        if (small && (typed || !comma.isOpen())) {
            comma.misfits += typed ? 1 : 0;
            point.takePlain(cell, mark);
            return true;
        }
        if (typed) {
            comma.misfits++;
        }
        BigDecimal plain = CellParser.decimal(cell);
        if (plain != null) {
            point.bare = true;
            point.take(plain);
        }
        BigDecimal one = plain == null && point.isOpen() ? point.add(cell) : plain;
        BigDecimal other = !typed && comma.isOpen() ? comma.add(cell) : null;
        differ |= one != null && other != null && one.compareTo(other) != 0;
        return one != null || other != null;
    }

    /** Returns whether two ways read other numbers from the same cells. */
    boolean isAmbiguous() {
        return point.isSound() && comma.isSound() && only() == null;
    }

    /** Returns whether numbers of several currencies, or per cent and others, stand together. */
    boolean hasMixedUnits() {
        boolean mixed =
                (point.misfits == 0 && point.isMixed()) || (comma.misfits == 0 && comma.isMixed());
        return mixed && !point.isSound() && !comma.isSound();
    }

    /** Returns which mark the column proves; null: none, or it holds no numbers with marks. */
    @Nullable DecimalMark proof() {
        boolean marks = point.scale > 0 || comma.scale > 0;
        Way only = only();
        return marks && only != null && point.misfits != comma.misfits ? only.mark : null;
    }

    /**
     * Returns the form that fits all numbers; null: none does, or two do.
     *
     * @param told which mark people said; null: nobody did
     */
    @Nullable NumberForm form(@Nullable DecimalMark told) {
        Way way = told == null ? only() : told == DecimalMark.POINT ? point : comma;
        return way == null || !way.isSound() ? null : form(way);
    }

    /** Returns whether all numbers are whole ones of 64 bits, as the form reads them. */
    boolean isWhole(NumberForm form) {
        return way(form).whole;
    }

    /** Returns the most digits behind the mark, as the form reads them. */
    int scale(NumberForm form) {
        Way way = way(form);
        return Math.max(0, Math.min(way.scale, 38 - Math.min(38, way.wholeDigits)));
    }

    private Way way(NumberForm form) {
        return form.decimals() == DecimalMark.POINT ? point : comma;
    }

    private @Nullable Way only() {
        if (point.isSound() && comma.isSound()) {
            if (point.misfits != comma.misfits) {
                return point.misfits < comma.misfits ? point : comma;
            }
            return differ ? null : point;
        }
        return point.isSound() ? point : comma.isSound() ? comma : null;
    }

    private static NumberForm form(Way way) {
        return new NumberForm(way.mark, way.unit == null ? "" : way.unit);
    }
}
