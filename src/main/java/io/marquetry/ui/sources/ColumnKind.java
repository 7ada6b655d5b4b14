package io.marquetry.ui.sources;

import io.marquetry.base.Texts;
import io.marquetry.source.AttributeType;
import io.marquetry.source.cell.DateForm;
import io.marquetry.source.cell.DateOrder;
import io.marquetry.source.cell.DecimalMark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the values of a column are, and how days and numbers among them are written.
 *
 * @param dates matters for days and times only
 * @param numbers what stands before decimals; matters for decimal numbers only; empty: as found
 */
record ColumnKind(AttributeType type, DateForm dates, Optional<DecimalMark> numbers) {

    private static final DateOrder[] ONE = {DateOrder.YEAR_FIRST};

    /** Makes the kind; what does not matter is always the same. */
    ColumnKind {
        if (!hasDays(type)) {
            dates = DateForm.YEAR_FIRST;
        }
        if (type != AttributeType.DECIMAL) {
            numbers = Optional.empty();
        }
    }

    /** Returns all there are, in the order of a list to choose from. */
    static List<ColumnKind> all() {
        List<ColumnKind> all = new ArrayList<>();
        for (AttributeType type : AttributeType.values()) {
            for (DateOrder order : hasDays(type) ? DateOrder.values() : ONE) {
                if (!order.needsStart()) {
                    all.add(new ColumnKind(type, DateForm.of(order), Optional.empty()));
                }
            }
            if (type == AttributeType.DECIMAL) {
                for (DecimalMark mark : DecimalMark.values()) {
                    all.add(new ColumnKind(type, DateForm.YEAR_FIRST, Optional.of(mark)));
                }
            }
        }
        return all;
    }

    /** Returns what people call the kind; days and numbers with the way they are written. */
    String words(Texts texts) {
        String name = ModelLines.typeName(texts, type);
        if (hasDays(type)) {
            String example =
                    dates.order().isCount() || dates.order().isShort()
                            ? dates.forms()
                            : dates.example();
            return texts.get("import.type.days", name, example);
        }
        return numbers.map(mark -> texts.get("import.type.days", name, mark.example()))
                .orElse(name);
    }

    private static boolean hasDays(AttributeType type) {
        return type == AttributeType.DATE || type == AttributeType.DATETIME;
    }
}
