package io.marquetry.source.ask;

import io.marquetry.audience.MembershipReader;
import io.marquetry.audience.PeopleReader;
import io.marquetry.audience.Snapshot;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.source.Attribute;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.check.RuleCheck;
import io.marquetry.source.engine.jdbc.BitPass;
import io.marquetry.source.engine.jdbc.OpenSource;
import io.marquetry.source.engine.jdbc.Questions;
import io.marquetry.source.engine.jdbc.SourceState;
import io.marquetry.source.file.FileState;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * Reads memberships from a source. Files number their profiles themselves; on a server their places
 * in the order of their keys are their ordinals.
 */
public final class SourceMembershipReader implements MembershipReader, PeopleReader {

    private static final String PLACE = "PLACE_OF_PROFILE";
    private static final String TEXT = "TEXT_OF_PROFILE_";
    private static final String NUMBERED = "NUMBERED_PROFILES";

    /** More are not named: that asks as much of a database as everybody does. */
    private static final int MOST_NAMED = 20_000;

    /** How many are named in one question. */
    private static final int AT_ONCE = 5_000;

    private final ProfileSource source;
    private final OpenSources databases;
    private final LocalDate today;
    private final @Nullable Questions held;
    private volatile @Nullable SourceState last;

    public SourceMembershipReader(ProfileSource source, OpenSources databases, LocalDate today) {
        this(source, databases, today, null, null);
    }

    private SourceMembershipReader(
            ProfileSource source,
            OpenSources databases,
            LocalDate today,
            @Nullable Questions held,
            @Nullable SourceState state) {
        this.source = source;
        this.databases = databases;
        this.today = today;
        this.held = held;
        this.last = state;
    }

    /** On a server all is asked within one transaction, and its state is looked at once. */
    @Override
    public <T> T together(Function<MembershipReader, T> work, CancelSignal signal) {
        if (hasOrdinals() || held != null) {
            return work.apply(this);
        }
        OpenSource database = databases.open(source, signal);
        return database.reading(
                asking -> {
                    SourceState now = database.state(source, asking);
                    T done =
                            work.apply(
                                    new SourceMembershipReader(
                                            source, databases, today, asking, now));
                    database.refuseMoved(source, now, asking);
                    return done;
                },
                signal);
    }

    @Override
    public Snapshot snapshot() {
        return switch (source.place()) {
            case SourcePlace.Sealed sealed ->
                    new Snapshot(source.name(), source.fingerprint(), source.asOf(), today);
            case SourcePlace.InPlace inPlace -> {
                FileState now = FileState.of(source.title(), Path.of(inPlace.path()));
                yield new Snapshot(source.name(), now.fingerprint(), now.writtenAt(), today);
            }
            case SourcePlace.Remote remote -> {
                SourceState now = ask();
                yield new Snapshot(source.name(), now.fingerprint(), now.asOf(), today);
            }
        };
    }

    @Override
    public long profiles() {
        return asked().profiles();
    }

    /** Returns the source in the state that it was last found in. */
    private ProfileSource asked() {
        return switch (source.place()) {
            case SourcePlace.Sealed sealed -> source;
            case SourcePlace.InPlace inPlace -> source;
            case SourcePlace.Remote remote -> {
                SourceState known = last;
                SourceState now = known == null ? ask() : known;
                yield source.in(now.fingerprint(), now.asOf(), now.profiles());
            }
        };
    }

    private SourceState ask() {
        SourceState known = last;
        if (held != null && known != null) {
            return known;
        }
        CancelSignal signal = new CancelSignal();
        OpenSource database = databases.open(source, signal);
        SourceState now = database.together(asking -> database.state(source, asking), signal);
        last = now;
        return now;
    }

    @Override
    public boolean hasOrdinals() {
        return switch (source.place()) {
            case SourcePlace.Sealed sealed -> true;
            case SourcePlace.InPlace inPlace -> true;
            case SourcePlace.Remote remote -> false;
        };
    }

    @Override
    public void keys(Consumer<String> each, CancelSignal signal) {
        people(List.of(), (key, values) -> each.accept(key), signal);
    }

    @Override
    public Snapshot people(List<String> attributes, Person each, CancelSignal signal) {
        Snapshot read = snapshot();
        ProfileSource asked = asked();
        OpenSource database = databases.open(source, signal);
        List<Field<String>> wanted = new ArrayList<>();
        wanted.add(column(source.model().keyColumn()).cast(SQLDataType.VARCHAR));
        attributes.forEach(name -> wanted.add(column(columnOf(name)).cast(SQLDataType.VARCHAR)));
        @Nullable String[] values = new String[attributes.size()];
        Consumer<Questions> reading =
                asking ->
                        asking.texts(
                                wanted,
                                select ->
                                        select.from(database.table(source.model().table()))
                                                .orderBy(DSL.field(idName())),
                                texts -> {
                                    System.arraycopy(texts, 1, values, 0, values.length);
                                    each.person(Objects.requireNonNull(texts[0]), values);
                                });
        if (held != null) {
            reading.accept(held);
            return read;
        }
        database.reading(
                asking -> {
                    SourceState now = database.state(asked, asking);
                    if (!now.fingerprint().equals(asked.fingerprint())) {
                        throw Problem.of("problem.index.changed").asException();
                    }
                    reading.accept(asking);
                    database.refuseMoved(asked, now, asking);
                    return now;
                },
                signal);
        OpenSources.refuseChanged(source);
        return read;
    }

    @Override
    public Snapshot named(
            Set<String> keys, List<String> attributes, Named each, CancelSignal signal) {
        if (keys.size() > MOST_NAMED) {
            int[] ordinal = {0};
            return people(
                    attributes,
                    (key, values) -> {
                        if (keys.contains(key)) {
                            each.person(ordinal[0], key, values.clone());
                        }
                        ordinal[0]++;
                    },
                    signal);
        }
        Snapshot read = snapshot();
        ProfileSource asked = asked();
        OpenSource database = databases.open(source, signal);
        SortedMap<Integer, @Nullable String[]> found = new TreeMap<>();
        List<String> wanted = List.copyOf(keys);
        database.together(
                asking -> {
                    SourceState now = database.state(asked, asking);
                    if (!now.fingerprint().equals(asked.fingerprint())) {
                        throw Problem.of("problem.index.changed").asException();
                    }
                    Table<?> people = database.table(source.model().table());
                    for (int from = 0; from < wanted.size(); from += AT_ONCE) {
                        List<String> some =
                                wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE));
                        asking.each(
                                ask -> named(ask, people, some, attributes),
                                row -> found.put(row.get(PLACE, Integer.class), texts(row)));
                    }
                    database.refuseMoved(asked, now, asking);
                    return now;
                },
                signal);
        OpenSources.refuseChanged(source);
        found.forEach(
                (ordinal, texts) ->
                        each.person(
                                ordinal,
                                Objects.requireNonNull(texts[0]),
                                Arrays.copyOfRange(texts, 1, texts.length)));
        return read;
    }

    /** Asks for the ordinals of some, their keys and what is wanted of them. */
    private ResultQuery<Record> named(
            DSLContext ask, Table<?> people, List<String> keys, List<String> attributes) {
        List<Field<?>> columns = new ArrayList<>();
        columns.add(
                (hasOrdinals()
                                ? id()
                                : DSL.rowNumber().over(DSL.orderBy(DSL.field(idName()))).minus(1))
                        .as(DSL.name(PLACE)));
        columns.add(text(source.model().keyColumn()).as(DSL.name(TEXT + 0)));
        for (int i = 0; i < attributes.size(); i++) {
            columns.add(text(columnOf(attributes.get(i))).as(DSL.name(TEXT + (i + 1))));
        }
        List<Param<String>> meant = keys.stream().map(DSL::inline).toList();
        Table<Record> numbered = DSL.select(columns).from(people).asTable(DSL.name(NUMBERED));
        return ask.select(numbered.fields())
                .from(numbered)
                .where(DSL.field(DSL.name(NUMBERED, TEXT + 0), SQLDataType.VARCHAR).in(meant));
    }

    private Field<String> text(String column) {
        return column(column).cast(SQLDataType.VARCHAR);
    }

    private static @Nullable String[] texts(Record row) {
        @Nullable String[] texts = new String[row.size() - 1];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = row.get(TEXT + i, String.class);
        }
        return texts;
    }

    private String columnOf(String attribute) {
        return source.model()
                .attribute(attribute)
                .orElseThrow(
                        () ->
                                Problem.of(
                                                "problem.people.attribute",
                                                attribute,
                                                source.title(),
                                                source.model().attributes().stream()
                                                        .map(Attribute::name)
                                                        .collect(Collectors.joining(", ")))
                                        .asException())
                .column();
    }

    private Field<Object> column(String name) {
        return DSL.field(DSL.name(source.model().table(), name));
    }

    @Override
    public Optional<Problem> misfit(TagRule rule, TagCatalog tags) {
        return new RuleCheck(source, tags).problems(rule).stream().findFirst();
    }

    @Override
    public List<long[]> memberships(
            List<TagRule> rules,
            TagCatalog tags,
            LongConsumer read,
            Consumer<String> keys,
            CancelSignal signal) {
        if (held == null || rules.isEmpty()) {
            return MembershipReader.super.memberships(rules, tags, read, keys, signal);
        }
        return pass(signal).memberships(held, rules, tags, read, Optional.of(keys));
    }

    private BitPass pass(CancelSignal signal) {
        return new BitPass(asked(), databases.open(source, signal), today);
    }

    @Override
    public List<long[]> memberships(
            List<TagRule> rules, TagCatalog tags, LongConsumer read, CancelSignal signal) {
        if (held != null) {
            return rules.isEmpty()
                    ? List.of()
                    : pass(signal).memberships(held, rules, tags, read, Optional.empty());
        }
        List<long[]> found =
                databases
                        .open(source, signal)
                        .memberships(asked(), today)
                        .memberships(rules, tags, read, signal);
        OpenSources.refuseChanged(source);
        return found;
    }

    @Override
    public OptionalLong ordinal(String key, CancelSignal signal) {
        if (!hasOrdinals()) {
            return place(key, signal);
        }
        Field<String> known = DSL.field(DSL.name(source.model().keyColumn()), SQLDataType.VARCHAR);
        return databases
                .open(source, signal)
                .ask(ask -> ask.select(id()).from(table()).where(known.eq(key)), signal)
                .stream()
                .mapToLong(Record1::value1)
                .findFirst();
    }

    /** Returns the place of a key in the order of the keys. */
    private OptionalLong place(String key, CancelSignal signal) {
        OpenSource database = databases.open(source, signal);
        Table<?> people = database.table(source.model().table());
        Field<Object> id = DSL.field(idName());
        Condition meant = id.cast(SQLDataType.VARCHAR).eq(key);
        return database.together(
                asking -> {
                    long found =
                            asking.ask(ask -> ask.select(counted()).from(people).where(meant))
                                    .getFirst()
                                    .value1();
                    if (found == 0) {
                        return OptionalLong.empty();
                    }
                    Condition before = id.lt(DSL.field(DSL.select(id).from(people).where(meant)));
                    return OptionalLong.of(
                            asking.ask(ask -> ask.select(counted()).from(people).where(before))
                                    .getFirst()
                                    .value1());
                },
                signal);
    }

    private static Field<Long> counted() {
        return DSL.count().coerce(SQLDataType.BIGINT);
    }

    private Field<Integer> id() {
        return DSL.field(idName(), SQLDataType.INTEGER);
    }

    private Name idName() {
        return DSL.name(source.model().table(), source.model().idColumn());
    }

    private Table<Record> table() {
        return DSL.table(DSL.name(source.model().table()));
    }
}
