package io.marquetry.source.ask;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.Expressions;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.engine.jdbc.OpenSource;
import io.marquetry.source.engine.jdbc.Questions;
import io.marquetry.source.sql.ExpressionConditions;
import io.marquetry.source.sql.JoinedEvents;
import io.marquetry.source.sql.Operands;
import io.marquetry.source.sql.RuleConditions;
import io.marquetry.source.sql.SharedConditions;
import io.marquetry.tag.TagCatalog;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Counts many audiences by as few questions as an engine answers soonest. One for everybody would
 * look at the audience that most of them narrow once for each of them: those are asked for among
 * its people alone, by the same statement where an engine adds the events up once for both, by
 * another one where both see one state. Where an engine at least finds once what they share and
 * neither would help it, one question does.
 */
final class ManyCounts {

    /** Fewer are asked for in one question. */
    private static final int MANY = 3;

    private final ProfileModel model;
    private final TagCatalog tags;
    private final Operands operands;
    private final boolean atOnce;
    private final List<Question> questions = new ArrayList<>();
    private final List<Integer> narrowing;
    private final List<Integer> rest;
    private final Optional<AlikeCounts> alike;

    /**
     * Makes the questions; asks none.
     *
     * @param within whose people are counted
     * @param others of which of them are counted, too
     */
    ManyCounts(
            ProfileModel model,
            TagCatalog tags,
            OpenSource database,
            LocalDate today,
            AudienceExpression within,
            List<AudienceExpression> others) {
        this.model = model;
        this.tags = tags;
        this.operands = database.operands(today);
        atOnce = operands.keepsNamedQueries();
        List<Integer> all = IntStream.range(0, others.size()).boxed().toList();
        Optional<Group> narrowed = narrowed(others);
        narrowing =
                all.stream()
                        .filter(
                                i ->
                                        narrowed.filter(one -> narrows(others.get(i), one))
                                                .isPresent())
                        .toList();
        rest = all.stream().filter(i -> !narrowing.contains(i)).toList();
        alike = narrowed.flatMap(most -> alike(within, most, others));
        if (alike.isPresent()) {
            return;
        }
        Question whole = new Question(within, others, all, events());
        if (narrowed.isEmpty() || !atOnce && (whole.findsOnce() || !database.standsStill())) {
            questions.add(whole);
            return;
        }
        JoinedEvents events = events();
        questions.add(new Question(within, some(rest, others), rest, events));
        questions.add(
                new Question(
                        new AllOf(List.of(within, narrowed.get())),
                        members(others),
                        narrowing,
                        atOnce ? events : events()));
    }

    private Optional<AlikeCounts> alike(
            AudienceExpression within, Group narrowed, List<AudienceExpression> others) {
        List<AudienceExpression> audiences = some(rest, others);
        if (!operands.countsAlike()
                || Expressions.stated(narrowed).isEmpty()
                || AlikeCounts.rules(audiences).size() > AlikeCounts.MOST_RULES) {
            return Optional.empty();
        }
        JoinedEvents events = new JoinedEvents(model, operands);
        ExpressionConditions conditions =
                new ExpressionConditions(new RuleConditions(model, tags, operands, events), tags);
        AlikeCounts counts =
                new AlikeCounts(events, conditions, within, audiences, narrowed, members(others));
        // Without events to reduce, another pass over the profiles costs less than telling apart.
        return events.aggregates() > 0 ? Optional.of(counts) : Optional.empty();
    }

    private static List<AudienceExpression> some(
            List<Integer> places, List<AudienceExpression> others) {
        return places.stream().map(others::get).toList();
    }

    /** Returns what those that narrow an audience ask of its people. */
    private List<AudienceExpression> members(List<AudienceExpression> others) {
        return narrowing.stream().map(i -> ((AllOf) others.get(i)).members().getLast()).toList();
    }

    private JoinedEvents events() {
        return atOnce ? JoinedEvents.gathered(model, operands) : new JoinedEvents(model, operands);
    }

    /** Returns how many are in the audience, then how many of them in each of the others. */
    List<Long> ask(Questions asking) {
        if (alike.isPresent()) {
            return added(alike.get().ask(asking));
        }
        Map<Integer, Long> found = new HashMap<>();
        long within = 0;
        @Nullable Record row = null;
        int column = 0;
        for (Question question : questions) {
            if (row == null || !atOnce) {
                row = asking.ask(atOnce ? this::atOnce : question::alone).getFirst();
                column = 0;
            }
            if (question == questions.getFirst()) {
                within = count(row, 0);
            }
            for (int i = 0; i < question.places.size(); i++) {
                found.put(question.places.get(i), count(row, column + i + 1));
            }
            column += question.places.size() + 1;
        }
        return inOrder(within, found);
    }

    private List<Long> added(AlikeCounts.Counted counted) {
        Map<Integer, Long> found = new HashMap<>();
        for (int i = 0; i < rest.size(); i++) {
            found.put(rest.get(i), counted.audiences().get(i));
        }
        for (int i = 0; i < narrowing.size(); i++) {
            found.put(narrowing.get(i), counted.narrowed().get(i));
        }
        return inOrder(counted.all(), found);
    }

    private static List<Long> inOrder(long within, Map<Integer, Long> found) {
        List<Long> counts = new ArrayList<>();
        counts.add(within);
        for (int i = 0; i < found.size(); i++) {
            counts.add(found.getOrDefault(i, 0L));
        }
        return counts;
    }

    /** Asks all questions by one statement that adds the events up, and joins them, once. */
    private ResultQuery<Record> atOnce(DSLContext ask) {
        List<Field<?>> fields = new ArrayList<>();
        Set<String> columns = new LinkedHashSet<>();
        @Nullable Table<?> all = null;
        for (int i = 0; i < questions.size(); i++) {
            Table<Record> one = questions.get(i).named("Q" + i);
            fields.addAll(List.of(one.fields()));
            columns.addAll(questions.get(i).rules.columns());
            all = all == null ? one : all.crossJoin(one);
        }
        return ask.with(questions.getFirst().events.gather(columns, questions.size() > 1))
                .select(fields)
                .from(Objects.requireNonNull(all));
    }

    /** Of nobody DuckDB counts nothing at all. */
    private static long count(Record row, int column) {
        Long count = row.get(column, Long.class);
        return count == null ? 0 : count;
    }

    /** Returns the group that most of the audiences narrow by one member more. */
    private static Optional<Group> narrowed(List<AudienceExpression> audiences) {
        Map<Group, Integer> times = new HashMap<>();
        audiences.forEach(
                one -> {
                    if (one instanceof AllOf(List<AudienceExpression> members)
                            && members.size() == 2
                            && members.getFirst() instanceof Group group) {
                        times.merge(group, 1, Integer::sum);
                    }
                });
        return times.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(most -> most.getValue() >= MANY)
                .map(Map.Entry::getKey);
    }

    private static boolean narrows(AudienceExpression audience, Group group) {
        return audience instanceof AllOf(List<AudienceExpression> members)
                && members.size() == 2
                && members.getFirst().equals(group);
    }

    /** Counts some of the audiences among the people of another. */
    private final class Question {

        private final List<Integer> places;
        private final List<Field<Long>> counts = new ArrayList<>();
        private final JoinedEvents events;
        private final RuleConditions rules;
        private final SharedConditions shared;
        private final Condition within;

        Question(
                AudienceExpression within,
                List<AudienceExpression> others,
                List<Integer> places,
                JoinedEvents events) {
            this.places = places;
            this.events = events;
            this.rules = new RuleConditions(model, tags, operands, events);
            ExpressionConditions conditions = new ExpressionConditions(rules, tags);
            this.within = conditions.where(within);
            shared = new SharedConditions(others, conditions, operands, events.gatheredAs());
            counts.add(DSL.count().coerce(SQLDataType.BIGINT));
            others.forEach(other -> counts.add(operands.countWhere(shared.where(other))));
        }

        boolean findsOnce() {
            return shared.isFoundOnce();
        }

        /** Once all conditions are made: the table has what they need. */
        ResultQuery<Record> alone(DSLContext ask) {
            return ask.select(counts)
                    .from(shared.with(events.table(Optional.empty())))
                    .where(within);
        }

        /** As a table of one row, over profiles that the statement gathers. */
        Table<Record> named(String name) {
            List<Field<Long>> own = new ArrayList<>();
            for (Field<Long> count : counts) {
                own.add(count.as(DSL.name(name + "N" + own.size())));
            }
            return DSL.select(own)
                    .from(shared.with(events.gatheredTable()))
                    .where(within)
                    .asTable(DSL.name(name));
        }
    }
}
