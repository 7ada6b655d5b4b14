package io.marquetry.ui.requirements;

import io.marquetry.base.Problem;
import io.marquetry.requirement.Requirement;
import io.marquetry.requirement.Requirement.Accepted;
import io.marquetry.requirement.RequirementKey;
import io.marquetry.tag.TagKey;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A requirement while it is written: what stands in the fields, and which tags are ticked. */
final class Written {

    private final StringProperty goal = new SimpleStringProperty("");
    private final StringProperty audience = new SimpleStringProperty("");
    private final StringProperty channel = new SimpleStringProperty("");
    private final StringProperty budget = new SimpleStringProperty("");
    private final StringProperty owner = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> until = new SimpleObjectProperty<>();
    private final Map<TagKey, Boolean> ticked = new LinkedHashMap<>();

    StringProperty goal() {
        return goal;
    }

    StringProperty audience() {
        return audience;
    }

    StringProperty channel() {
        return channel;
    }

    StringProperty budget() {
        return budget;
    }

    StringProperty owner() {
        return owner;
    }

    ObjectProperty<@Nullable LocalDate> from() {
        return from;
    }

    ObjectProperty<@Nullable LocalDate> until() {
        return until;
    }

    /** Returns the ticked tags, each with whether its people are left out. */
    Map<TagKey, Boolean> ticked() {
        return ticked;
    }

    /** Returns all that can be looked for. */
    String text() {
        return String.join("\n", goal.get(), audience.get(), channel.get()).strip();
    }

    /** Takes over a requirement; empty: nothing is written yet. */
    void set(Optional<Requirement> wanted) {
        ticked.clear();
        wanted.map(Requirement::accepted)
                .orElse(List.of())
                .forEach(one -> ticked.put(one.tag(), one.excluded()));
        audience.set(wanted.flatMap(Requirement::audience).orElse(""));
        channel.set(wanted.flatMap(Requirement::channel).orElse(""));
        budget.set(wanted.flatMap(Requirement::budget).map(BigDecimal::toPlainString).orElse(""));
        owner.set(wanted.flatMap(Requirement::owner).orElse(""));
        from.set(wanted.flatMap(Requirement::from).orElse(null));
        until.set(wanted.flatMap(Requirement::until).orElse(null));
        goal.set(wanted.map(Requirement::goal).orElse(""));
    }

    /**
     * Returns the requirement that is written.
     *
     * @param before what it was
     * @throws io.marquetry.base.ProblemException if the budget is no number, or it cannot stand so
     */
    Requirement build(RequirementKey key, Optional<Requirement> before) {
        List<Accepted> accepted = new ArrayList<>();
        ticked.forEach((tag, excluded) -> accepted.add(new Accepted(tag, excluded)));
        return new Requirement(
                key,
                goal.get().strip(),
                words(audience),
                words(channel),
                words(budget).map(Written::amount),
                Optional.ofNullable(from.get()),
                Optional.ofNullable(until.get()),
                words(owner),
                accepted,
                before.map(Requirement::missing).orElse(List.of()),
                before.flatMap(Requirement::pack));
    }

    private static BigDecimal amount(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw Problem.of("problem.requirement.budget").asException(e);
        }
    }

    private static Optional<String> words(StringProperty field) {
        return Optional.of(field.get().strip()).filter(text -> !text.isEmpty());
    }
}
