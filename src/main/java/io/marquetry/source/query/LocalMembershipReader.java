package io.marquetry.source.query;

import io.marquetry.audience.MembershipReader;
import io.marquetry.audience.Snapshot;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.ProfileSource;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Reads memberships from a local source, whose profile ids are dense ordinals. */
final class LocalMembershipReader implements MembershipReader {

    private final ProfileSource source;
    private final LocalDatabases databases;
    private final LocalDate today;

    LocalMembershipReader(ProfileSource source, LocalDatabases databases, LocalDate today) {
        this.source = source;
        this.databases = databases;
        this.today = today;
    }

    @Override
    public Snapshot snapshot() {
        return new Snapshot(source.name(), source.fingerprint(), source.asOf(), today);
    }

    @Override
    public long profiles() {
        return source.profiles();
    }

    @Override
    public int[] ordinals(TagRule rule, TagCatalog tags, CancelSignal signal) {
        ProfileModel model = source.model();
        List<Problem> problems = new RuleCheck(source.title(), model, tags).problems(rule);
        if (!problems.isEmpty()) {
            throw problems.getFirst().asException();
        }
        Condition condition = new RuleConditions(model, tags, today).of(rule);
        Field<Integer> id = DSL.field(DSL.name(model.idColumn()), SQLDataType.INTEGER);
        IntStream.Builder ordinals = IntStream.builder();
        databases
                .open(source, signal)
                .each(
                        ask ->
                                ask.select(id)
                                        .from(DSL.table(DSL.name(model.table())))
                                        .where(condition),
                        row -> ordinals.add(row.value1()),
                        signal);
        return ordinals.build().sorted().toArray();
    }
}
