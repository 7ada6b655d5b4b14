package io.marquetry.ui.outcomes;

import io.marquetry.effect.Absence;
import io.marquetry.effect.ColumnUse;
import io.marquetry.effect.OutcomeRole;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.Optional;

/** Which column tells one thing. */
final class RoleForm {

    private final OutcomeRole role;
    private final ObjectProperty<Optional<String>> column =
            new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty word = new SimpleStringProperty("");
    private final StringProperty equal = new SimpleStringProperty("");

    private final BooleanProperty unknown = new SimpleBooleanProperty();

    RoleForm(OutcomeRole role) {
        this.role = role;
    }

    OutcomeRole role() {
        return role;
    }

    /** Returns the column; empty: nothing tells it. */
    ObjectProperty<Optional<String>> column() {
        return column;
    }

    /** Returns the value that means yes; blank: true, a number above 0, or any date. */
    StringProperty equal() {
        return equal;
    }

    /** Returns whether an empty cell means that it is not known, instead of nothing. */
    BooleanProperty unknown() {
        return unknown;
    }

    /** Returns the word in the column of events that tells it; blank: no word does. */
    StringProperty word() {
        return word;
    }

    /** Returns how the column tells it. */
    Optional<ColumnUse> use() {
        String yes = equal.get().strip();
        return column.get()
                .map(
                        name ->
                                new ColumnUse(
                                        name,
                                        yes.isEmpty() || !role.isCount()
                                                ? Optional.empty()
                                                : Optional.of(yes),
                                        unknown.get() && role.mayBeUnknown()
                                                ? Absence.UNKNOWN
                                                : Absence.NOTHING));
    }

    /** Takes over a use; nothing where there is none. */
    void take(Optional<ColumnUse> use) {
        column.set(use.map(ColumnUse::column));
        equal.set(use.flatMap(ColumnUse::equal).orElse(""));
        unknown.set(use.filter(u -> u.absent() == Absence.UNKNOWN).isPresent());
    }
}
