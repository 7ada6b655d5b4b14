package io.marquetry.ui.sources.remote;

import io.marquetry.source.remote.Discovered;
import io.marquetry.source.remote.RemotePlan;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A table that may hold events, and what is chosen of it. */
final class EventLine {

    private final Discovered.Table table;
    private final BooleanProperty used = new SimpleBooleanProperty();
    private final StringProperty profileColumn = new SimpleStringProperty("");
    private final StringProperty timeColumn = new SimpleStringProperty("");
    private final StringProperty orphans = new SimpleStringProperty("");

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

    /** Returns how many of its events belong to nobody, as it is shown. */
    StringProperty orphans() {
        return orphans;
    }

    void take(RemotePlan.Events proposed) {
        used.set(true);
        profileColumn.set(proposed.profileColumn());
        timeColumn.set(proposed.timeColumn());
    }

    boolean isComplete() {
        return used.get() && !profileColumn.get().isEmpty() && !timeColumn.get().isEmpty();
    }

    RemotePlan.Events plan() {
        return new RemotePlan.Events(table.shown(), profileColumn.get(), timeColumn.get());
    }
}
