package io.marquetry.ui.sources;

import io.marquetry.source.csv.InspectedColumn;
import io.marquetry.source.local.ColumnReading;
import io.marquetry.source.local.ImportColumn;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One column of the file while people say what it means. */
final class ColumnForm {

    private final int position;
    private final ObjectProperty<InspectedColumn> found;
    private final StringProperty name;
    private final ObjectProperty<ColumnKind> kind;
    private final StringProperty missing = new SimpleStringProperty("");
    private final BooleanProperty included = new SimpleBooleanProperty(true);
    private boolean kindChosen;

    ColumnForm(int position, InspectedColumn column) {
        this.position = position;
        found = new SimpleObjectProperty<>(column);
        name = new SimpleStringProperty(column.name());
        kind = new SimpleObjectProperty<>(kindOf(column));
        kind.addListener((o, old, now) -> kindChosen = !now.equals(kindOf(found.get())));
    }

    /** Returns which column of the file it is, from 0. */
    int position() {
        return position;
    }

    /** Returns what reading the column showed. */
    ObjectProperty<InspectedColumn> found() {
        return found;
    }

    StringProperty name() {
        return name;
    }

    ObjectProperty<ColumnKind> kind() {
        return kind;
    }

    /** Returns the texts that mean “no value”, separated by {@code |}. */
    StringProperty missing() {
        return missing;
    }

    BooleanProperty included() {
        return included;
    }

    /** Takes over what another reading showed; a type that was chosen by hand stays. */
    void found(InspectedColumn column) {
        boolean keep = kindChosen;
        found.set(column);
        if (!keep) {
            kind.set(kindOf(column));
        }
    }

    /** Takes over a correction that was kept. */
    void correct(ColumnReading reading) {
        ColumnKind now = kind.get();
        kind.set(
                new ColumnKind(
                        reading.type().orElse(now.type()), reading.dates().orElse(now.dates())));
        if (!reading.missing().isEmpty()) {
            missing.set(String.join(" | ", reading.missing()));
        }
    }

    /** Returns what people corrected. */
    ColumnReading reading() {
        return ColumnReading.of(
                Optional.of(kind.get().type()).filter(type -> kindChosen),
                Optional.of(kind.get().dates()).filter(dates -> kindChosen),
                markers());
    }

    private static ColumnKind kindOf(InspectedColumn column) {
        return new ColumnKind(column.type(), column.dates());
    }

    /** Returns the texts that mean “no value”. */
    Set<String> markers() {
        Set<String> markers = new TreeSet<>();
        for (String marker : missing.get().split("\\|", -1)) {
            if (!marker.isBlank()) {
                markers.add(marker.strip());
            }
        }
        return markers;
    }

    /** Returns what the import is to make of the column. */
    ImportColumn build() {
        return new ImportColumn(
                name.get().strip(),
                kind.get().type(),
                kind.get().dates(),
                found.get().scale(),
                markers(),
                included.get());
    }
}
