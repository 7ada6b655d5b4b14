package io.marquetry.source.engine.jdbc;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.sql.JoinedEvents;
import io.marquetry.source.sql.Operands;
import io.marquetry.source.sql.RuleConditions;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Asks for many rules in one row a profile, in the order of the profiles' ids: the place of a row
 * is the profile's ordinal, and each number in it holds the answers of 62 rules. Needs nothing of
 * the engine but a join, and keeps nothing here but the answers.
 */
public final class BitPass implements MembershipPass {

    private static final int BITS = 62;
    private static final int MAX_RULES = 5 * BITS;
    private static final int REPORTED = 1 << 13;

    private final ProfileSource source;
    private final OpenSource database;
    private final LocalDate today;

    /**
     * Makes the pass.
     *
     * @param source in the state that the answers have to be of
     */
    public BitPass(ProfileSource source, OpenSource database, LocalDate today) {
        this.source = source;
        this.database = database;
        this.today = today;
    }

    @Override
    public List<long[]> memberships(
            List<TagRule> rules, TagCatalog tags, LongConsumer read, CancelSignal signal) {
        if (rules.isEmpty()) {
            return List.of();
        }
        return database.reading(
                asking -> {
                    SourceState now = database.state(source, asking);
                    if (!now.fingerprint().equals(source.fingerprint())) {
                        throw Problem.of("problem.index.changed").asException();
                    }
                    List<long[]> found = memberships(asking, rules, tags, read, Optional.empty());
                    database.refuseMoved(source, now, asking);
                    return found;
                },
                signal);
    }

    /**
     * Does the same where whoever asks sees to it that all is of one state of the source.
     *
     * @param rules one at least
     * @param keys takes the keys of all profiles in the order of their ordinals
     */
    public List<long[]> memberships(
            Questions asking,
            List<TagRule> rules,
            TagCatalog tags,
            LongConsumer read,
            Optional<Consumer<String>> keys) {
        List<long[]> found = new ArrayList<>();
        for (int from = 0; from < rules.size(); from += MAX_RULES) {
            int to = Math.min(rules.size(), from + MAX_RULES);
            found.addAll(
                    some(
                            asking,
                            rules.subList(from, to),
                            tags,
                            new Progress(read, from, to, rules.size()),
                            from == 0 ? keys : Optional.empty()));
        }
        read.accept(source.profiles());
        return found;
    }

    private List<long[]> some(
            Questions asking,
            List<TagRule> rules,
            TagCatalog tags,
            Progress progress,
            Optional<Consumer<String>> keys) {
        Operands operands = database.operands(today);
        JoinedEvents events = new JoinedEvents(source.model(), operands);
        RuleConditions conditions = new RuleConditions(source.model(), tags, operands, events);
        List<Field<?>> numbers = new ArrayList<>();
        for (int from = 0; from < rules.size(); from += BITS) {
            List<TagRule> own = rules.subList(from, Math.min(rules.size(), from + BITS));
            numbers.add(number(own.stream().map(conditions::where).toList()));
        }
        int own = numbers.size();
        keys.ifPresent(
                _ -> numbers.add(column(source.model().keyColumn()).cast(SQLDataType.VARCHAR)));
        Answers answers = new Answers(rules.size(), source.profiles());
        asking.rows(
                ask ->
                        ask.select(numbers)
                                .from(events.table(Optional.empty()))
                                .orderBy(column(source.model().idColumn())),
                row -> {
                    for (int i = 0; i < own; i++) {
                        answers.add(i * BITS, row.getLong(i + 1));
                    }
                    answers.next();
                    if (keys.isPresent()) {
                        keys.get().accept(row.getString(own + 1));
                    }
                    if (answers.rows() % REPORTED == 0) {
                        progress.tell(answers.rows());
                    }
                });
        if (answers.rows() != source.profiles()) {
            throw Problem.of("problem.index.changed").asException();
        }
        return answers.words();
    }

    private Field<Object> column(String name) {
        return DSL.field(DSL.name(source.model().table(), name));
    }

    private static Field<?> number(List<Condition> conditions) {
        Field<Long> number = bit(conditions.getFirst(), 0);
        for (int i = 1; i < conditions.size(); i++) {
            number = number.plus(bit(conditions.get(i), i));
        }
        return number;
    }

    private static Field<Long> bit(Condition condition, int position) {
        return DSL.when(condition, DSL.inline(1L << position)).otherwise(DSL.inline(0L));
    }

    /** Rows that come one after another, as one bitmap per rule. */
    private static final class Answers {

        private final List<long[]> words = new ArrayList<>();
        private final long most;
        private long rows;

        private Answers(int rules, long profiles) {
            this.most = profiles;
            for (int i = 0; i < rules; i++) {
                words.add(new long[Math.toIntExact((profiles + 63) >>> 6)]);
            }
        }

        private void add(int first, long bits) {
            if (rows >= most) {
                throw Problem.of("problem.index.changed").asException();
            }
            long rest = bits;
            while (rest != 0) {
                int bit = Long.numberOfTrailingZeros(rest);
                words.get(first + bit)[(int) (rows >>> 6)] |= 1L << (rows & 63);
                rest &= rest - 1;
            }
        }

        private void next() {
            rows++;
        }

        private long rows() {
            return rows;
        }

        private List<long[]> words() {
            return words;
        }
    }

    /** Tells how far some of the rules are, as a share of all. */
    private record Progress(LongConsumer read, int from, int to, int all) {

        private void tell(long rows) {
            read.accept(rows * (to - from) / all);
        }
    }
}
