package io.marquetry.source.ask;

import io.marquetry.audience.MembershipReader;
import io.marquetry.audience.Snapshot;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.check.RuleCheck;
import io.marquetry.source.engine.jdbc.OpenSource;
import io.marquetry.source.engine.jdbc.SourceState;
import io.marquetry.source.file.FileState;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Reads memberships from a source. Files number their profiles themselves; on a server their places
 * in the order of their keys are their ordinals.
 */
public final class SourceMembershipReader implements MembershipReader {

    private final ProfileSource source;
    private final OpenSources databases;
    private final LocalDate today;
    private volatile @Nullable SourceState last;

    public SourceMembershipReader(ProfileSource source, OpenSources databases, LocalDate today) {
        this.source = source;
        this.databases = databases;
        this.today = today;
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
        ProfileSource asked = asked();
        OpenSource database = databases.open(source, signal);
        Name column = DSL.name(source.model().table(), source.model().keyColumn());
        Field<String> key = DSL.field(column).cast(SQLDataType.VARCHAR);
        database.reading(
                asking -> {
                    SourceState now = database.state(asked, asking);
                    if (!now.fingerprint().equals(asked.fingerprint())) {
                        throw Problem.of("problem.index.changed").asException();
                    }
                    asking.rows(
                            ask ->
                                    ask.select(key)
                                            .from(database.table(source.model().table()))
                                            .orderBy(DSL.field(idName())),
                            row -> each.accept(row.getString(1)));
                    return now;
                },
                signal);
    }

    @Override
    public Optional<Problem> misfit(TagRule rule, TagCatalog tags) {
        return new RuleCheck(source, tags).problems(rule).stream().findFirst();
    }

    @Override
    public List<long[]> memberships(
            List<TagRule> rules, TagCatalog tags, LongConsumer read, CancelSignal signal) {
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
