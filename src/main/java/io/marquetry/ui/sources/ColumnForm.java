package io.marquetry.ui.sources;

import io.marquetry.base.Problem;
import io.marquetry.source.AttributeType;
import io.marquetry.source.cell.DateForm;
import io.marquetry.source.infer.ColumnReading;
import io.marquetry.source.infer.InspectedColumn;
import io.marquetry.source.infer.MissingWords;
import io.marquetry.source.plan.ImportColumn;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One column of the file while people say what it means. */
final class ColumnForm {

    private final int position;
    private final ObjectProperty<InspectedColumn> found;
    private final StringProperty name;
    private final ObjectProperty<ColumnKind> kind;
    private final StringProperty label = new SimpleStringProperty("");
    private final StringProperty missing = new SimpleStringProperty("");
    private final BooleanProperty included = new SimpleBooleanProperty(true);
    private boolean kindChosen;
    private boolean taking;

    ColumnForm(int position, InspectedColumn column) {
        this.position = position;
        found = new SimpleObjectProperty<>(column);
        name = new SimpleStringProperty(column.name());
        kind = new SimpleObjectProperty<>(kindOf(column));
        included.set(!column.isNothing());
        kind.subscribe((old, now) -> kindChosen = !taking);
    }

    /** Returns which column of the file this is, from 0. */
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

    /** Returns what people call the column in the language of the window; blank: as is usual. */
    StringProperty label() {
        return label;
    }

    ObjectProperty<ColumnKind> kind() {
        return kind;
    }

    /** Returns the texts that mean “no value”, separated by {@code |}. */
    StringProperty missing() {
        return missing;
    }

    /**
     * Returns words in the column that say that there is no value, and do not count as such yet.
     */
    List<String> wordsForMissing() {
        InspectedColumn column = found.get();
        List<String> words = new ArrayList<>();
        boolean all = !column.odd().isEmpty() && column.odd().stream().allMatch(MissingWords::is);
        if (all) {
            words.addAll(column.odd());
        } else if (column.values().size() < InspectedColumn.MAX_VALUES) {
            column.values().stream().filter(MissingWords::is).forEach(words::add);
        }
        words.removeAll(markers());
        return words;
    }

    /** Takes words for “no value”. */
    void takeMissing(List<String> words) {
        Set<String> all = markers();
        all.addAll(words);
        missing.set(String.join(" | ", all));
    }

    BooleanProperty included() {
        return included;
    }

    /** Takes over what another reading showed; a type that was chosen by hand stays. */
    void found(InspectedColumn column) {
        found.set(column);
        if (!kindChosen) {
            taking = true;
            kind.set(kindOf(column));
            taking = false;
        }
    }

    /** Takes over a correction that was kept. */
    void correct(ColumnReading reading) {
        if (reading.type().isPresent()
                || reading.dates().isPresent()
                || reading.numbers().isPresent()) {
            InspectedColumn column = found.get();
            kind.set(
                    new ColumnKind(
                            reading.type().orElse(column.type()),
                            reading.dates().or(column::dates).orElse(DateForm.YEAR_FIRST),
                            reading.numbers()));
            kindChosen = true;
        }
        if (!reading.missing().isEmpty()) {
            missing.set(String.join(" | ", reading.missing()));
        }
    }

    /** Returns what people corrected. */
    ColumnReading reading() {
        ColumnKind chosen = kind.get();
        boolean days =
                chosen.type() == AttributeType.DATE || chosen.type() == AttributeType.DATETIME;
        return ColumnReading.of(
                Optional.of(chosen.type()).filter(type -> kindChosen),
                Optional.of(chosen.dates()).filter(dates -> kindChosen && days),
                chosen.numbers().filter(mark -> kindChosen),
                markers());
    }

    private static ColumnKind kindOf(InspectedColumn column) {
        return new ColumnKind(
                column.type(), column.dates().orElse(DateForm.YEAR_FIRST), Optional.empty());
    }

    /** Returns why nobody can tell how the column writes its days or numbers, if so. */
    Optional<Problem> undecided() {
        AttributeType type = kind.get().type();
        InspectedColumn column = found.get();
        boolean days = type == AttributeType.DATE || type == AttributeType.DATETIME;
        boolean numbers = type == AttributeType.DECIMAL || type == AttributeType.INTEGER;
        boolean open =
                (days && column.dates().isEmpty()) || (numbers && column.numbers().isEmpty());
        return open && included.get() ? column.why() : Optional.empty();
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

    /**
     * Returns what the import is to make of the column.
     *
     * @param zone where times with an offset are looked at
     */
    ImportColumn build(ZoneId zone) {
        return ImportColumn.of(found.get(), markers(), zone)
                .withName(name.get().strip())
                .withType(kind.get().type())
                .withIncluded(included.get());
    }
}
