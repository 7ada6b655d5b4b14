package io.marquetry.ui.outcomes;

import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.SavedMapping;
import io.marquetry.effect.intake.OutcomeHandover;
import io.marquetry.source.ProfileSource;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The mappings that a workspace keeps, and the one that a table is read and mapped by. */
final class KeptMappings {

    private final Map<OutcomeName, SavedMapping> mappings = new TreeMap<>();
    private final ObservableList<OutcomeName> names = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<OutcomeName>> like =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /** The mapping that was chosen by the table, and not by hand. */
    private Optional<OutcomeName> proposed = Optional.empty();

    ObservableList<OutcomeName> names() {
        return names;
    }

    /** Returns the mapping to go by; empty: as columns are found. */
    ReadOnlyObjectProperty<Optional<OutcomeName>> like() {
        return like.getReadOnlyProperty();
    }

    Optional<SavedMapping> chosen() {
        return like.get().map(mappings::get);
    }

    void offer(Map<OutcomeName, SavedMapping> all) {
        mappings.putAll(all);
        names.setAll(mappings.keySet());
    }

    void choose(Optional<OutcomeName> name) {
        like.set(name);
    }

    /**
     * Chooses what was handed over with a source; what was chosen by hand stays.
     *
     * @param source empty: the outcomes come from a file
     * @param rows the events that are the rows; empty: the profiles are
     */
    void propose(Optional<ProfileSource> source, Optional<String> rows) {
        if (like.get().equals(proposed)) {
            proposed = source.flatMap(one -> OutcomeHandover.proposed(mappings, one, rows));
            like.set(proposed);
        }
    }
}
