package io.marquetry.source.ask;

import io.marquetry.audience.MembershipReader;
import io.marquetry.audience.Snapshot;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.check.RuleCheck;
import io.marquetry.source.file.FileState;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/** Reads memberships from a local source, whose profile ids are dense ordinals. */
public final class SourceMembershipReader implements MembershipReader {

    private final ProfileSource source;
    private final OpenSources databases;
    private final LocalDate today;

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
        };
    }

    @Override
    public long profiles() {
        return source.profiles();
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
                        .memberships(source, today)
                        .memberships(rules, tags, read, signal);
        OpenSources.refuseChanged(source);
        return found;
    }

    @Override
    public OptionalLong ordinal(String key, CancelSignal signal) {
        Field<String> known = DSL.field(DSL.name(source.model().keyColumn()), SQLDataType.VARCHAR);
        return databases
                .open(source, signal)
                .ask(ask -> ask.select(id()).from(table()).where(known.eq(key)), signal)
                .stream()
                .mapToLong(Record1::value1)
                .findFirst();
    }

    private Field<Integer> id() {
        return DSL.field(DSL.name(source.model().idColumn()), SQLDataType.INTEGER);
    }

    private Table<Record> table() {
        return DSL.table(DSL.name(source.model().table()));
    }
}
