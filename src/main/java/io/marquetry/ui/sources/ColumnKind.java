package io.marquetry.ui.sources;

import io.marquetry.base.Texts;
import io.marquetry.source.AttributeType;
import io.marquetry.source.csv.DateOrder;

import java.util.ArrayList;
import java.util.List;

/**
 * What the values of a column are, and how days among them are written.
 *
 * @param dates matters for days and times only
 */
record ColumnKind(AttributeType type, DateOrder dates) {

    private static final DateOrder[] ONE = {DateOrder.YEAR_FIRST};

    /** Makes the kind; what does not matter is always the same. */
    ColumnKind {
        if (!hasDays(type)) {
            dates = DateOrder.YEAR_FIRST;
        }
    }

    /** Returns all there are, in the order of a list to choose from. */
    static List<ColumnKind> all() {
        List<ColumnKind> all = new ArrayList<>();
        for (AttributeType type : AttributeType.values()) {
            for (DateOrder order : hasDays(type) ? DateOrder.values() : ONE) {
                all.add(new ColumnKind(type, order));
            }
        }
        return all;
    }

    /** Returns its name for people; days with the way they are written. */
    String words(Texts texts) {
        String name = ModelLines.typeName(texts, type);
        return hasDays(type) ? texts.get("import.type.days", name, dates.example()) : name;
    }

    private static boolean hasDays(AttributeType type) {
        return type == AttributeType.DATE || type == AttributeType.DATETIME;
    }
}
