package io.marquetry.effect.intake;

import io.marquetry.base.NameList;
import io.marquetry.base.Problem;
import io.marquetry.effect.ColumnUse;
import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.source.AttributeType;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Finds why a mapping does not fit a table, before anything is read. */
public final class MappingCheck {

    private MappingCheck() {}

    /**
     * Returns all that does not fit.
     *
     * @param columns the table's columns by name
     * @param title what people call the table
     */
    public static List<Problem> problems(
            OutcomeMapping mapping, Map<String, AttributeType> columns, String title) {
        List<Problem> found = new ArrayList<>();
        mapping.columns()
                .forEach((role, use) -> problem(role, use, columns, title).ifPresent(found::add));
        mapping.columns().keySet().stream()
                .filter(role -> !mapping.layout().uses(role))
                .map(
                        role ->
                                Problem.of(
                                        "problem.outcomes.notUsed." + rows(mapping, role),
                                        word(role)))
                .forEach(found::add);
        for (OutcomeRole role : needed(mapping.layout())) {
            if (mapping.column(role).isEmpty()) {
                found.add(Problem.of("problem.outcomes.unmapped", word(role)));
            }
        }
        boolean says =
                List.of(
                                OutcomeRole.DELIVERED,
                                OutcomeRole.HIT,
                                OutcomeRole.CONVERTED,
                                OutcomeRole.REVENUE)
                        .stream()
                        .anyMatch(mapping::records);
        if (!says) {
            found.add(Problem.of("problem.outcomes.saysNothing"));
        }
        return found;
    }

    /**
     * Returns the words of a mapping that a file lacks: they would count nobody, and say nothing of
     * it.
     *
     * @param words returns the words of a column, where all of them are known
     */
    public static List<Problem> words(
            OutcomeMapping mapping, Design design, Function<String, Optional<List<String>>> words) {
        List<Problem> found = new ArrayList<>();
        mapping.columns()
                .values()
                .forEach(
                        use ->
                                use.equal()
                                        .flatMap(word -> lacking(use.column(), word, words))
                                        .ifPresent(found::add));
        if (mapping.layout() instanceof OutcomeLayout.Events events) {
            mapping.column(OutcomeRole.EVENT)
                    .ifPresent(
                            use ->
                                    events.kinds()
                                            .values()
                                            .forEach(
                                                    word ->
                                                            lacking(use.column(), word, words)
                                                                    .ifPresent(found::add)));
        }
        if (design instanceof Design.Randomised randomised) {
            mapping.column(OutcomeRole.ARM)
                    .flatMap(use -> lacking(use.column(), randomised.controlArm(), words))
                    .ifPresent(found::add);
        }
        return found;
    }

    /** Returns which rows a role is not for; totals are what people mean who count the targeted. */
    private static String rows(OutcomeMapping mapping, OutcomeRole role) {
        return role == OutcomeRole.TARGETED
                ? "TARGETED"
                : role == OutcomeRole.EVENT
                        ? "EVENT"
                        : mapping.layout() instanceof OutcomeLayout.Totals ? "TOTALS" : "EVENTS";
    }

    private static Optional<Problem> lacking(
            String column, String word, Function<String, Optional<List<String>>> words) {
        return words.apply(column)
                .filter(known -> !known.isEmpty() && !known.contains(word))
                .map(known -> Problem.of("problem.outcomes.noWord", column, word, known));
    }

    static void refuse(OutcomeMapping mapping, Map<String, AttributeType> columns, String title) {
        List<Problem> found = problems(mapping, columns, title);
        if (!found.isEmpty()) {
            throw found.getFirst().asException();
        }
    }

    private static List<OutcomeRole> needed(OutcomeLayout layout) {
        return switch (layout) {
            case OutcomeLayout.PerProfile _, OutcomeLayout.Contacts _ -> List.of();
            case OutcomeLayout.Totals _ -> List.of(OutcomeRole.TARGETED);
            case OutcomeLayout.Events events ->
                    events.stream().isPresent()
                            ? List.of(OutcomeRole.EVENT)
                            : List.of(OutcomeRole.EVENT, OutcomeRole.PROFILE);
        };
    }

    private static Optional<Problem> problem(
            OutcomeRole role, ColumnUse use, Map<String, AttributeType> columns, String title) {
        AttributeType type = columns.get(use.column());
        if (type == null) {
            return Optional.of(
                    Problem.of(
                            "problem.import.noColumn",
                            title,
                            use.column(),
                            NameList.of(columns.keySet())));
        }
        return switch (role) {
            case PROFILE, PACKAGE, VERSION, ARM, CHANNEL, ASSET, EVENT -> Optional.empty();
            case WHEN ->
                    type == AttributeType.DATE || type == AttributeType.DATETIME
                            ? Optional.empty()
                            : Optional.of(Problem.of("problem.outcomes.noTime", use.column()));
            case TARGETED, SENT, DELIVERED, HIT, CONVERTED ->
                    type != AttributeType.TEXT || use.equal().isPresent()
                            ? Optional.empty()
                            : Optional.of(
                                    Problem.of(
                                            "problem.outcomes.noCount", use.column(), word(role)));
            case REVENUE, COST, BEFORE ->
                    type == AttributeType.INTEGER || type == AttributeType.DECIMAL
                            ? Optional.empty()
                            : Optional.of(Problem.of("problem.outcomes.noAmount", use.column()));
        };
    }

    private static String word(OutcomeRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
