package io.marquetry.ui.outcomes;

import io.marquetry.base.Problem;
import io.marquetry.effect.ColumnUse;
import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.PackageRef;
import io.marquetry.effect.Plan;
import io.marquetry.effect.SavedMapping;
import io.marquetry.effect.intake.MappingCheck;
import io.marquetry.pack.PackageKey;
import io.marquetry.source.plan.ColumnReadings;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What people say the columns of outcomes mean. */
final class MappingForm {

    /** What a row of events can tell of the way of a message. */
    static final List<OutcomeRole> KINDS =
            List.of(
                    OutcomeRole.SENT,
                    OutcomeRole.DELIVERED,
                    OutcomeRole.HIT,
                    OutcomeRole.CONVERTED);

    /** As the command line does where nothing is said. */
    private static final Map<OutcomeRole, String> USUAL =
            Map.of(
                    OutcomeRole.DELIVERED,
                    "received",
                    OutcomeRole.HIT,
                    "viewed",
                    OutcomeRole.CONVERTED,
                    "completed");

    private final ObjectProperty<RowKind> rows = new SimpleObjectProperty<>(RowKind.PROFILES);
    private final List<RoleForm> roles =
            Arrays.stream(OutcomeRole.values()).map(RoleForm::new).toList();
    private final BooleanProperty randomised = new SimpleBooleanProperty();
    private final StringProperty control = new SimpleStringProperty("");
    private final PlanForm plan = new PlanForm();
    private final ObjectProperty<Optional<PackageKey>> pack =
            new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty title = new SimpleStringProperty("");
    private final StringProperty keepAs = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<TableColumns> table =
            new ReadOnlyObjectWrapper<>(TableColumns.NONE);
    private Optional<String> stream = Optional.empty();
    private final ReadOnlyObjectWrapper<Optional<OutcomeLayout.Contacts>> answers =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    ObjectProperty<RowKind> rows() {
        return rows;
    }

    List<RoleForm> roles() {
        return roles;
    }

    RoleForm role(OutcomeRole role) {
        return roles.stream().filter(form -> form.role() == role).findFirst().orElseThrow();
    }

    /** Returns whether chance decided who is in which arm. */
    BooleanProperty randomised() {
        return randomised;
    }

    /** Returns the arm that got nothing. */
    StringProperty control() {
        return control;
    }

    /** Returns what was planned before the send. */
    PlanForm plan() {
        return plan;
    }

    /** Returns the package of all rows, where no column tells it. */
    ObjectProperty<Optional<PackageKey>> pack() {
        return pack;
    }

    StringProperty name() {
        return name;
    }

    StringProperty title() {
        return title;
    }

    /** Returns the name to keep the mapping by; blank: it is not kept. */
    StringProperty keepAs() {
        return keepAs;
    }

    /** Returns the columns to choose from. */
    ReadOnlyObjectProperty<TableColumns> table() {
        return table.getReadOnlyProperty();
    }

    /** Returns where answers are told beside these rows; only a mapping that was kept says so. */
    ReadOnlyObjectProperty<Optional<OutcomeLayout.Contacts>> answers() {
        return answers.getReadOnlyProperty();
    }

    /** Makes the form follow the column of the events: its words are proposed. */
    MappingForm() {
        role(OutcomeRole.EVENT).column().subscribe(column -> proposeWords());
        role(OutcomeRole.ARM)
                .column()
                .subscribe(
                        column ->
                                RoleGuess.control(table.get().wordsOf(column))
                                        .filter(arm -> control.get().isBlank())
                                        .ifPresent(control::set));
    }

    private void proposeWords() {
        List<String> words = table.get().wordsOf(role(OutcomeRole.EVENT).column().get());
        for (OutcomeRole kind : KINDS) {
            StringProperty word = role(kind).word();
            if (words.isEmpty()) {
                word.set(USUAL.getOrDefault(kind, ""));
            } else if (!words.contains(word.get())) {
                word.set(RoleGuess.word(kind, words).orElse(""));
            }
        }
    }

    /** Takes over the columns read anew; what was said of those that stay, stays. */
    void again(TableColumns columns) {
        table.set(columns);
    }

    /** Begins with the columns of a table; what their names say is proposed. */
    void begin(TableColumns columns, Optional<String> inStream, OutcomeName free) {
        stream = inStream;
        control.set("");
        plan.take(Plan.NONE);
        table.set(columns);
        name.set(free.value());
        title.set(columns.title());
        for (RoleForm role : roles) {
            role.take(RoleGuess.column(role.role(), columns.types().keySet()).map(ColumnUse::of));
        }
        rows.set(
                role(OutcomeRole.EVENT).column().get().isPresent()
                        ? RowKind.EVENTS
                        : role(OutcomeRole.TARGETED).column().get().isPresent()
                                ? RowKind.TOTALS
                                : RowKind.PROFILES);
        // Behind the kind of rows, which might be none any more.
        answers.set(Optional.empty());
        randomised.set(false);
    }

    /** Takes over a mapping that was kept; columns that the table lacks are told by the check. */
    void take(SavedMapping saved) {
        if (saved.mapping().layout() instanceof OutcomeLayout.Contacts contacts
                && stream.equals(Optional.of(contacts.stream()))) {
            answers.set(Optional.of(contacts));
        }
        rows.set(
                switch (saved.mapping().layout()) {
                    case OutcomeLayout.PerProfile _ -> RowKind.PROFILES;
                    case OutcomeLayout.Contacts _ ->
                            answers.get().isPresent() ? RowKind.CONTACTS : RowKind.PROFILES;
                    case OutcomeLayout.Totals _ -> RowKind.TOTALS;
                    case OutcomeLayout.Events _ -> RowKind.EVENTS;
                });
        roles.forEach(role -> role.take(saved.mapping().column(role.role())));
        if (saved.mapping().layout() instanceof OutcomeLayout.Events events) {
            KINDS.forEach(kind -> role(kind).word().set(events.kinds().getOrDefault(kind, "")));
        }
        switch (saved.design()) {
            case Design.Randomised chance -> {
                randomised.set(true);
                control.set(chance.controlArm());
                plan.take(chance.plan());
            }
            case Design.Observed _ -> randomised.set(false);
        }
    }

    /** Returns what does not fit, all of it. */
    List<Problem> problems() {
        List<Problem> found =
                new ArrayList<>(MappingCheck.problems(mapping(), table.get().types(), title.get()));
        if (randomised.get()
                && (role(OutcomeRole.ARM).column().get().isEmpty() || control.get().isBlank())) {
            found.add(Problem.of("problem.outcomes.controlNeedsArm"));
        }
        if (randomised.get()) {
            found.addAll(plan.problems());
        }
        if (randomised.get()
                && plan.adjusted().get()
                && role(OutcomeRole.BEFORE).column().get().isEmpty()) {
            found.add(Problem.of("problem.outcomes.adjustedNeedsBefore"));
        }
        found.addAll(MappingCheck.words(mapping(), design(), table.get()::allWords));
        if (!OutcomeName.isValid(name.get().strip())) {
            found.add(Problem.of("problem.outcomes.name", name.get()));
        }
        if (!keepAs.get().isBlank() && !OutcomeName.isValid(keepAs.get().strip())) {
            found.add(Problem.of("problem.outcomes.name", keepAs.get()));
        }
        return found;
    }

    private Map<OutcomeRole, String> words() {
        Map<OutcomeRole, String> words = new EnumMap<>(OutcomeRole.class);
        for (OutcomeRole kind : KINDS) {
            String word = role(kind).word().get().strip();
            if (!word.isEmpty()) {
                words.put(kind, word);
            }
        }
        return words;
    }

    OutcomeMapping mapping() {
        Map<OutcomeRole, ColumnUse> uses = new EnumMap<>(OutcomeRole.class);
        for (RoleForm role : roles) {
            if (isAsked(role.role())) {
                role.use().ifPresent(use -> uses.put(role.role(), use));
            }
        }
        return new OutcomeMapping(layout(), uses);
    }

    /** Returns whether rows of this kind can tell it. */
    boolean isAsked(OutcomeRole role) {
        return switch (rows.get()) {
            case PROFILES, TOTALS, CONTACTS -> layout().uses(role);
            // The form asks for the words of what happens, and for no column beside them.
            case EVENTS -> layout().uses(role) && !KINDS.contains(role);
        };
    }

    /**
     * Returns what is kept of it.
     *
     * @param readings how the columns are read
     */
    SavedMapping saved(ColumnReadings readings) {
        return new SavedMapping(mapping(), design(), readings);
    }

    Design design() {
        return randomised.get()
                ? new Design.Randomised(control.get().strip(), plan.plan())
                : new Design.Observed();
    }

    /** Returns the package behind the rows. */
    Map<String, PackageRef> packages() {
        boolean told = role(OutcomeRole.PACKAGE).column().get().isPresent();
        return told || pack.get().isEmpty()
                ? Map.of()
                : Map.of("", new PackageRef(pack.get().get(), OptionalInt.empty()));
    }

    private OutcomeLayout layout() {
        return switch (rows.get()) {
            case PROFILES -> new OutcomeLayout.PerProfile(stream);
            case TOTALS -> new OutcomeLayout.Totals(stream);
            case EVENTS -> new OutcomeLayout.Events(stream, words());
            case CONTACTS -> answers.get().orElseThrow();
        };
    }
}
