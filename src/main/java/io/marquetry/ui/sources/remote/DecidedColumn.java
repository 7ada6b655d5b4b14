package io.marquetry.ui.sources.remote;

import io.marquetry.source.AttributeType;
import io.marquetry.source.ColumnChoice;
import io.marquetry.source.ColumnPurpose;
import io.marquetry.source.engine.jdbc.RemoteCatalog;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import java.util.List;
import java.util.Optional;

/** A column of a table that becomes part of a source, and what is decided of it. */
final class DecidedColumn {

    private final RemoteCatalog.Column column;
    private final BooleanProperty used = new SimpleBooleanProperty();
    private final BooleanProperty asText = new SimpleBooleanProperty();
    private final ObjectProperty<ColumnPurpose> purpose =
            new SimpleObjectProperty<>(ColumnPurpose.PLAIN);

    /**
     * Begins with what was decided, or with what is proposed.
     *
     * @param decided by a mapping, of the whole table
     */
    DecidedColumn(RemoteCatalog.Column column, List<ColumnChoice> decided) {
        this.column = column;
        column.type()
                .map(
                        type ->
                                ColumnChoice.of(decided, column.name())
                                        .orElseGet(
                                                () -> ColumnChoice.proposed(column.name(), type)))
                .ifPresent(
                        choice -> {
                            used.set(choice.used());
                            asText.set(choice.asText());
                            purpose.set(choice.purpose());
                        });
    }

    String name() {
        return column.name();
    }

    /** Returns as what type rules compare the column on the server; empty: they cannot. */
    Optional<AttributeType> type() {
        return column.type();
    }

    BooleanProperty used() {
        return used;
    }

    /** Returns whether the whole numbers of the column are names. */
    BooleanProperty asText() {
        return asText;
    }

    ObjectProperty<ColumnPurpose> purpose() {
        return purpose;
    }

    /** Returns what was decided; empty where there is nothing to decide. */
    Optional<ColumnChoice> choice() {
        return column.type()
                .map(
                        type ->
                                new ColumnChoice(
                                        column.name(), used.get(), asText.get(), purpose.get()));
    }
}
