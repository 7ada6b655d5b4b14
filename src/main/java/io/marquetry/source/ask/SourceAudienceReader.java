package io.marquetry.source.ask;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.Leaf;
import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceReader;
import io.marquetry.audience.AudienceSize;
import io.marquetry.audience.Breakdown;
import io.marquetry.audience.Carried;
import io.marquetry.audience.Expressions;
import io.marquetry.audience.Snapshot;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.source.Attribute;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.check.RuleCheck;
import io.marquetry.source.engine.Engines;
import io.marquetry.source.engine.jdbc.OpenSource;
import io.marquetry.source.engine.jdbc.Questions;
import io.marquetry.source.engine.jdbc.SourceState;
import io.marquetry.source.sql.ExpressionConditions;
import io.marquetry.source.sql.Operands;
import io.marquetry.source.sql.RuleConditions;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Answers from a source, each time with an exact query. */
public final class SourceAudienceReader implements AudienceReader {

    private final ProfileSource source;
    private final OpenSources databases;
    private final Supplier<LocalDate> realToday;
    private final boolean glance;

    public SourceAudienceReader(
            ProfileSource source, OpenSources databases, Supplier<LocalDate> realToday) {
        this(source, databases, realToday, false);
    }

    private SourceAudienceReader(
            ProfileSource source,
            OpenSources databases,
            Supplier<LocalDate> realToday,
            boolean glance) {
        this.source = source;
        this.databases = databases;
        this.realToday = realToday;
        this.glance = glance;
    }

    @Override
    public AudienceReader atAGlance() {
        return new SourceAudienceReader(source, databases, realToday, true);
    }

    @Override
    public AudienceSize count(AudienceQuery query, CancelSignal signal) {
        if (Engines.dialect(source.place()).joinsEvents()
                || glance && databases.open(source, signal).countsByMemberships()) {
            return count(query, List.of(), signal).getFirst();
        }
        LocalDate today = today();
        return count(condition(query, today, signal), today, signal);
    }

    @Override
    public List<AudienceSize> count(
            AudienceQuery query, List<AudienceExpression> others, CancelSignal signal) {
        refuse(check(query.tags()).problems(query.expression()));
        others.forEach(other -> refuse(check(query.tags()).problems(other)));
        LocalDate today = today();
        OpenSource database = databases.open(source, signal);
        if (database.countsByMemberships()) {
            return byMemberships(database, query, others, today, signal);
        }
        ManyCounts counts =
                new ManyCounts(model(), query.tags(), database, today, query.expression(), others);
        return database.together(
                asking -> {
                    long begin = System.nanoTime();
                    List<Long> found = counts.ask(asking);
                    Duration took = Duration.ofNanos(System.nanoTime() - begin);
                    OptionalLong everybody =
                            Expressions.stated(query.expression()).isEmpty()
                                    ? OptionalLong.of(found.getFirst())
                                    : OptionalLong.empty();
                    SourceState state = state(database, everybody, asking);
                    return found.stream().map(count -> size(count, state, today, took)).toList();
                },
                signal);
    }

    private List<AudienceSize> byMemberships(
            OpenSource database,
            AudienceQuery query,
            List<AudienceExpression> others,
            LocalDate today,
            CancelSignal signal) {
        long begin = System.nanoTime();
        List<Long> found =
                new RowCounts(database.memberships(source, today), query.tags(), source.profiles())
                        .count(query.expression(), others, signal);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        SourceState state = database.together(asking -> state(database, asking), signal);
        return found.stream().map(count -> size(count, state, today, took)).toList();
    }

    @Override
    public AudienceSize count(TagRule rule, TagCatalog tags, CancelSignal signal) {
        refuse(check(tags).problems(rule));
        LocalDate today = today();
        return count(conditions(tags, today, signal).where(rule), today, signal);
    }

    @Override
    public Breakdown breakDown(AudienceQuery query, String attribute, CancelSignal signal) {
        Attribute found =
                model().attribute(attribute)
                        .orElseThrow(
                                () ->
                                        Problem.of(
                                                        "problem.source.noAttribute",
                                                        source.title(),
                                                        attribute)
                                                .asException());
        return new BreakdownQuery(databases.open(source, signal), model().table(), found, signal)
                .of(condition(query, today(), signal));
    }

    @Override
    public void probe(CancelSignal signal) {
        OpenSource database = databases.open(source, signal);
        Stream.concat(
                        Stream.of(model().table()),
                        model().streams().stream().map(EventStream::table))
                .distinct()
                .forEach(
                        table ->
                                database.ask(
                                        ask -> ask.selectFrom(database.table(table)).limit(1),
                                        signal));
    }

    @Override
    public Map<String, String> person(String key, CancelSignal signal) {
        OpenSource database = databases.open(source, signal);
        Field<String> known = DSL.field(DSL.name(model().keyColumn())).cast(SQLDataType.VARCHAR);
        List<Field<String>> columns =
                model().attributes().stream()
                        .map(one -> DSL.field(DSL.name(one.column())).cast(SQLDataType.VARCHAR))
                        .toList();
        Map<String, String> found = new LinkedHashMap<>();
        database.ask(
                        ask ->
                                ask.select(columns)
                                        .from(database.table(model().table()))
                                        .where(known.eq(key))
                                        .limit(1),
                        signal)
                .forEach(
                        row -> {
                            for (int i = 0; i < columns.size(); i++) {
                                String value = row.get(i, String.class);
                                if (value != null) {
                                    found.put(model().attributes().get(i).name(), value);
                                }
                            }
                        });
        return found;
    }

    @Override
    public Optional<Carried> carried(
            String key, Collection<Leaf> leaves, TagCatalog tags, CancelSignal signal) {
        List<Leaf> asked = List.copyOf(leaves);
        refuse(check(tags).problems(new AllOf(List.copyOf(asked))));
        LocalDate today = today();
        OpenSource database = databases.open(source, signal);
        ExpressionConditions conditions =
                new ExpressionConditions(conditions(tags, today, signal), tags);
        List<Field<Integer>> answers =
                asked.stream()
                        .map(conditions::where)
                        .map(holds -> DSL.when(holds, DSL.inline(1)).otherwise(DSL.inline(0)))
                        .map(answer -> answer.coerce(SQLDataType.INTEGER))
                        .toList();
        List<Field<?>> columns = new ArrayList<>(answers);
        // A row where nothing is asked for, too.
        columns.add(DSL.inline(1));
        Field<String> known = DSL.field(DSL.name(model().keyColumn())).cast(SQLDataType.VARCHAR);
        return database.together(
                asking ->
                        asking
                                .ask(
                                        ask ->
                                                ask.select(columns)
                                                        .from(database.table(model().table()))
                                                        .where(known.eq(key))
                                                        .limit(1))
                                .stream()
                                .findFirst()
                                .map(
                                        row ->
                                                new Carried(
                                                        snapshot(state(database, asking), today),
                                                        held(asked, row))),
                signal);
    }

    private static Set<Leaf> held(List<Leaf> asked, Record row) {
        Set<Leaf> held = new HashSet<>();
        for (int i = 0; i < asked.size(); i++) {
            if (row.get(i, Integer.class) == 1) {
                held.add(asked.get(i));
            }
        }
        return held;
    }

    private Snapshot snapshot(SourceState state, LocalDate today) {
        return new Snapshot(source.name(), state.fingerprint(), state.asOf(), today);
    }

    /**
     * Hands on the key of everybody in an audience.
     *
     * @return how many they are
     * @throws io.marquetry.base.ProblemException if the source changed while it was read
     */
    public AudienceSize keys(AudienceQuery query, Consumer<String> each, CancelSignal signal) {
        LocalDate today = today();
        long begin = System.nanoTime();
        Condition condition = condition(query, today, signal);
        OpenSource database = databases.open(source, signal);
        Field<String> key = DSL.field(DSL.name(model().keyColumn())).cast(SQLDataType.VARCHAR);
        // By which the rows lie: to sort them by anything else H2 would hold all of them.
        Field<Object> id = DSL.field(DSL.name(model().idColumn()));
        AudienceSize read =
                database.reading(
                        asking -> {
                            SourceState before = database.state(source, asking);
                            long[] found = new long[1];
                            asking.rows(
                                    ask ->
                                            ask.select(key)
                                                    .from(database.table(model().table()))
                                                    .where(condition)
                                                    .orderBy(id),
                                    row -> {
                                        found[0]++;
                                        each.accept(row.getString(1));
                                    });
                            SourceState after = database.state(source, asking);
                            if (!after.fingerprint().equals(before.fingerprint())) {
                                throw Problem.of("problem.export.sourceChanged", source.title())
                                        .asException();
                            }
                            return new AudienceSize(
                                    found[0],
                                    after.profiles(),
                                    new Snapshot(
                                            source.name(),
                                            after.fingerprint(),
                                            after.asOf(),
                                            today),
                                    Duration.ofNanos(System.nanoTime() - begin));
                        },
                        signal);
        // A file of somebody else may have changed meanwhile.
        databases.open(source, signal);
        return read;
    }

    private Condition condition(AudienceQuery query, LocalDate today, CancelSignal signal) {
        refuse(check(query.tags()).problems(query.expression()));
        RuleConditions rules = conditions(query.tags(), today, signal);
        return new ExpressionConditions(rules, query.tags()).where(query.expression());
    }

    private RuleConditions conditions(TagCatalog tags, LocalDate today, CancelSignal signal) {
        Operands operands = databases.open(source, signal).operands(today);
        return new RuleConditions(model(), tags, operands);
    }

    private AudienceSize count(Condition condition, LocalDate today, CancelSignal signal) {
        OpenSource database = databases.open(source, signal);
        Table<?> table = database.table(model().table());
        return database.together(
                asking -> {
                    long begin = System.nanoTime();
                    long audience =
                            asking.ask(
                                            ask ->
                                                    ask.select(
                                                                    DSL.count()
                                                                            .coerce(
                                                                                    SQLDataType
                                                                                            .BIGINT))
                                                            .from(table)
                                                            .where(condition))
                                    .getFirst()
                                    .value1();
                    Duration took = Duration.ofNanos(System.nanoTime() - begin);
                    return size(audience, state(database, asking), today, took);
                },
                signal);
    }

    private AudienceSize size(long audience, SourceState state, LocalDate today, Duration took) {
        if (audience > state.profiles()) {
            // Some engines let others write between two questions.
            throw Problem.of("problem.index.changed").asException();
        }
        return new AudienceSize(audience, state.profiles(), snapshot(state, today), took);
    }

    private SourceState state(OpenSource database, Questions asking) {
        return state(database, OptionalLong.empty(), asking);
    }

    private SourceState state(OpenSource database, OptionalLong counted, Questions asking) {
        return glance ? database.moment(source, counted, asking) : database.state(source, asking);
    }

    private LocalDate today() {
        return source.fixedToday().orElseGet(realToday);
    }

    private ProfileModel model() {
        return source.model();
    }

    private RuleCheck check(TagCatalog tags) {
        return new RuleCheck(source.title(), model(), tags);
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw problems.getFirst().asException();
        }
    }
}
