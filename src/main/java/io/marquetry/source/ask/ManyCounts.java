package io.marquetry.source.ask;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.Group;
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
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Counts many audiences by as few questions as an engine answers soonest. One does where it finds
 * once what they share. Elsewhere it would look at the audience that most of them narrow once for
 * each of them, over everybody: those are asked for among its people alone, if both questions see
 * one state.
 */
final class ManyCounts {

    /** Fewer are asked for in one question. */
    private static final int MANY = 3;

    private final ProfileModel model;
    private final TagCatalog tags;
    private final OpenSource database;
    private final LocalDate today;
    private final List<Question> questions = new ArrayList<>();

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
        this.database = database;
        this.today = today;
        List<Integer> all = IntStream.range(0, others.size()).boxed().toList();
        Question whole = new Question(within, others, all);
        Optional<Group> most =
                whole.findsOnce() || !database.standsStill() ? Optional.empty() : narrowed(others);
        if (most.isEmpty()) {
            questions.add(whole);
            return;
        }
        List<Integer> narrowing =
                all.stream().filter(i -> narrows(others.get(i), most.get())).toList();
        List<Integer> rest = all.stream().filter(i -> !narrowing.contains(i)).toList();
        questions.add(new Question(within, rest.stream().map(others::get).toList(), rest));
        questions.add(
                new Question(
                        new AllOf(List.of(within, most.get())),
                        narrowing.stream()
                                .map(i -> ((AllOf) others.get(i)).members().getLast())
                                .toList(),
                        narrowing));
    }

    /** Returns how many are in the audience, then how many of them in each of the others. */
    List<Long> ask(Questions asking) {
        Map<Integer, Long> found = new HashMap<>();
        List<Long> counts = new ArrayList<>();
        for (Question question : questions) {
            Record row = question.ask(asking);
            if (counts.isEmpty()) {
                counts.add(count(row, 0));
            }
            for (int i = 0; i < question.places.size(); i++) {
                found.put(question.places.get(i), count(row, i + 1));
            }
        }
        for (int i = 0; i < found.size(); i++) {
            counts.add(found.getOrDefault(i, 0L));
        }
        return counts;
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
        private final SharedConditions shared;
        private final Condition within;
        private final Table<?> people;

        Question(AudienceExpression within, List<AudienceExpression> others, List<Integer> places) {
            this.places = places;
            Operands operands = database.operands(today);
            JoinedEvents events = new JoinedEvents(model, operands);
            ExpressionConditions conditions =
                    new ExpressionConditions(
                            new RuleConditions(model, tags, operands, events), tags);
            this.within = conditions.of(within);
            shared = new SharedConditions(others, conditions, operands);
            counts.add(DSL.count().coerce(SQLDataType.BIGINT));
            others.forEach(other -> counts.add(operands.countWhere(shared.of(other))));
            // Once all conditions are made: it has what they need.
            people = shared.with(events.table(Optional.empty()));
        }

        boolean findsOnce() {
            return shared.isFoundOnce();
        }

        Record ask(Questions asking) {
            return asking.ask(ask -> ask.select(counts).from(people).where(within)).getFirst();
        }
    }
}
