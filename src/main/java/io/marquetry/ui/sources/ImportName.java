package io.marquetry.ui.sources;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.plan.ImportPlan;
import io.marquetry.source.plan.TableFile;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What an imported source is called, and which day is its today. */
final class ImportName {

    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty title = new SimpleStringProperty("");
    private final ObjectProperty<SourceEngine> engine = new SimpleObjectProperty<>(SourceEngine.H2);
    private final BooleanProperty fixed = new SimpleBooleanProperty();
    private final StringProperty today = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Problem>> nameProblem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> todayProblem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<TableFile> proposedFor = Optional.empty();
    private String proposal = "customers";

    ImportName() {
        name.subscribe(() -> check());
        fixed.subscribe(() -> check());
        today.subscribe(() -> check());
    }

    StringProperty name() {
        return name;
    }

    StringProperty title() {
        return title;
    }

    /** Returns what will keep the source. */
    ObjectProperty<SourceEngine> engine() {
        return engine;
    }

    /** Returns whether relative dates count from a fixed day instead of the real today. */
    BooleanProperty fixed() {
        return fixed;
    }

    /** Returns the fixed day, as typed. */
    StringProperty today() {
        return today;
    }

    ReadOnlyObjectProperty<Optional<Problem>> nameProblem() {
        return nameProblem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> todayProblem() {
        return todayProblem.getReadOnlyProperty();
    }

    /** Proposes names for a file; what was typed for the same file stays. */
    void propose(TableFile file, SourceName free) {
        proposal = free.value();
        if (!Optional.of(file).equals(proposedFor)) {
            proposedFor = Optional.of(file);
            title.set(file.label());
            name.set(free.value());
            engine.set(file.proposedEngine());
        }
        check();
    }

    /** Returns a name that can be used. */
    String proposal() {
        return proposal;
    }

    /** Looks for what is wrong with what was typed. */
    void check() {
        String typed = name.get().strip();
        nameProblem.set(
                SourceName.isValid(typed)
                        ? Optional.empty()
                        : Optional.of(Problem.of("problem.import.form.name", proposal)));
        boolean wrongDay = fixed.get() && day().isEmpty();
        todayProblem.set(
                wrongDay ? Optional.of(Problem.of("problem.import.form.today")) : Optional.empty());
    }

    Optional<Problem> problem() {
        return nameProblem.get().or(todayProblem::get);
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(today.get().strip().replace('/', '-')));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the plan of the whole import. */
    ImportPlan plan(TableFile file, ImportColumns columns) {
        String words = title.get().isBlank() ? name.get().strip() : title.get().strip();
        return new ImportPlan(
                file,
                columns.build(),
                columns.key().get().map(column -> column.name().get().strip()),
                List.of(),
                new SourceName(name.get().strip()),
                words,
                fixed.get() ? day() : Optional.empty(),
                List.of(),
                engine.get());
    }
}
