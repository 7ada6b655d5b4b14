package io.marquetry.ui.sources.remote;

import io.marquetry.source.ColumnChoice;
import io.marquetry.source.remote.Discovered;
import io.marquetry.source.remote.RemotePlan;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.List;
import java.util.Optional;

/** A table that may hold events, and what is chosen of it. */
final class EventLine {

    private final Discovered.Table table;
    private final BooleanProperty used = new SimpleBooleanProperty();
    private final StringProperty profileColumn = new SimpleStringProperty("");
    private final StringProperty timeColumn = new SimpleStringProperty("");
    private final BooleanProperty outcomes = new SimpleBooleanProperty();

    EventLine(Discovered.Table table) {
        this.table = table;
    }

    Discovered.Table table() {
        return table;
    }

    BooleanProperty used() {
        return used;
    }

    StringProperty profileColumn() {
        return profileColumn;
    }

    StringProperty timeColumn() {
        return timeColumn;
    }

    /** Returns whether the rows of the table tell what came of messages. */
    BooleanProperty outcomes() {
        return outcomes;
    }

    void take(RemotePlan.Events proposed) {
        used.set(true);
        profileColumn.set(proposed.profileColumn());
        timeColumn.set(proposed.timeColumn());
        outcomes.set(proposed.outcomes());
    }

    /** Returns the key of the word for what a column is here; empty: an ordinary one. */
    Optional<String> part(String column) {
        if (column.equals(profileColumn.get())) {
            return Optional.of("connect.event.whose");
        }
        return column.equals(timeColumn.get())
                ? Optional.of("connect.event.when")
                : Optional.empty();
    }

    boolean isComplete() {
        return used.get() && !profileColumn.get().isEmpty() && !timeColumn.get().isEmpty();
    }

    /**
     * Returns what is chosen.
     *
     * @param columns what is decided of the columns
     */
    RemotePlan.Events plan(List<ColumnChoice> columns) {
        return new RemotePlan.Events(
                table.shown(), profileColumn.get(), timeColumn.get(), columns, outcomes.get());
    }
}
