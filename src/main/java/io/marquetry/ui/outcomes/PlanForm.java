package io.marquetry.ui.outcomes;

import io.marquetry.base.Problem;
import io.marquetry.effect.Plan;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What people say was planned before the send: parts of arms, how many people, which difference.
 */
final class PlanForm {

    private final Map<String, StringProperty> parts = new TreeMap<>();
    private final StringProperty people = new SimpleStringProperty("");
    private final BooleanProperty adjusted = new SimpleBooleanProperty();

    /** Returns the part that an arm was to get, in any unit; blank: nobody said. */
    StringProperty part(String arm) {
        return parts.computeIfAbsent(arm, _ -> new SimpleStringProperty(""));
    }

    /** Returns how many were to be in all arms together; blank: nobody said. */
    StringProperty people() {
        return people;
    }

    /** Returns whether it was chosen before the send to judge by the adjusted difference. */
    BooleanProperty adjusted() {
        return adjusted;
    }

    /** Begins with a plan. */
    void take(Plan plan) {
        parts.values().forEach(part -> part.set(""));
        plan.shares().forEach((arm, share) -> part(arm).set(text(share)));
        people.set(plan.people().isPresent() ? Long.toString(plan.people().getAsLong()) : "");
        adjusted.set(plan.adjusted());
    }

    private static String text(double share) {
        return share == Math.rint(share) && share < 1e9
                ? Long.toString((long) share)
                : Double.toString(share);
    }

    /** Returns why it is no plan, if so. */
    List<Problem> problems() {
        List<Problem> found = new ArrayList<>();
        boolean wrong =
                parts.values().stream()
                        .anyMatch(part -> !part.get().isBlank() && number(part.get()).isEmpty());
        long told = parts.values().stream().filter(part -> !part.get().isBlank()).count();
        // One part alone says nothing of the others.
        if (wrong || told == 1) {
            found.add(Problem.of("problem.outcomes.planParts"));
        }
        if (!people.get().isBlank() && wholePeople().isEmpty()) {
            found.add(Problem.of("problem.outcomes.planPeople", people.get().strip()));
        }
        return found;
    }

    /** Returns the plan as far as it is one. */
    Plan plan() {
        Map<String, Double> shares = new TreeMap<>();
        parts.forEach((arm, part) -> number(part.get()).ifPresent(share -> shares.put(arm, share)));
        return new Plan(shares, wholePeople(), adjusted.get());
    }

    private OptionalLong wholePeople() {
        try {
            long told = Long.parseLong(people.get().strip());
            return told < 1 ? OptionalLong.empty() : OptionalLong.of(told);
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** A sign for per cent says nothing here: only the ratios count. */
    private static Optional<Double> number(String text) {
        try {
            String plain = text.strip().replaceFirst("\\s*[%％]$", "").replace(',', '.');
            double number = Double.parseDouble(plain);
            return number > 0 && number < 1e12 ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
