package io.marquetry.effect;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the columns of a table tell about outcomes. Columns that it does not use stay attributes by
 * which the outcomes can be divided.
 */
public record OutcomeMapping(OutcomeLayout layout, Map<OutcomeRole, ColumnUse> columns) {

    /** Copies the uses in the order of the roles. */
    public OutcomeMapping {
        Map<OutcomeRole, ColumnUse> copy = new EnumMap<>(OutcomeRole.class);
        copy.putAll(columns);
        columns = Collections.unmodifiableMap(copy);
    }

    /** Returns the column that tells this, if there is one. */
    public Optional<ColumnUse> column(OutcomeRole role) {
        return Optional.ofNullable(columns.get(role));
    }

    /** Returns whether an empty cell of the column that tells this says that it is not known. */
    public boolean isUnsure(OutcomeRole role) {
        return column(role).filter(use -> use.absent() == Absence.UNKNOWN).isPresent();
    }

    /** Returns whether the outcomes tell this, by a column or by the kind of their rows. */
    public boolean records(OutcomeRole role) {
        return columns.containsKey(role)
                || switch (layout) {
                    case OutcomeLayout.PerProfile _, OutcomeLayout.Totals _ -> false;
                    case OutcomeLayout.Events events -> events.kinds().containsKey(role);
                    case OutcomeLayout.Contacts _ ->
                            role == OutcomeRole.HIT || role == OutcomeRole.CONVERTED;
                };
    }
}
