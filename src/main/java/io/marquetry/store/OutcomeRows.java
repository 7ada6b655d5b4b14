package io.marquetry.store;

import static io.marquetry.store.jooq.Tables.OUTCOME;
import static io.marquetry.store.jooq.Tables.PACKAGE_VERSION;

import io.marquetry.base.Problem;
import io.marquetry.effect.Outcome;
import io.marquetry.effect.OutcomeRepository;
import io.marquetry.pack.PackageKey;
import io.marquetry.store.jooq.tables.records.OutcomeRecord;

import org.jooq.Condition;
import org.jooq.DSLContext;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The outcomes in the workspace. */
final class OutcomeRows implements OutcomeRepository {

    private final Database database;

    OutcomeRows(Database database) {
        this.database = database;
    }

    @Override
    public void add(PackageKey key, int version, Collection<Outcome> outcomes) {
        database.write(
                transaction -> {
                    refuse(transaction.sql(), key, version, outcomes);
                    transaction.insertAll(
                            outcomes.stream().map(o -> row(key, version, o)).toList());
                });
    }

    @Override
    public long count(PackageKey key, int version) {
        return database.read(sql -> (long) sql.fetchCount(OUTCOME, of(key, version)));
    }

    @Override
    public List<Outcome> outcomes(PackageKey key, int version) {
        return database.read(
                sql ->
                        sql.selectFrom(OUTCOME)
                                .where(of(key, version))
                                .orderBy(OUTCOME.PROFILE_KEY)
                                .fetch(row -> outcome(database.intact(row))));
    }

    private static void refuse(
            DSLContext sql, PackageKey key, int version, Collection<Outcome> outcomes) {
        boolean known =
                sql.fetchExists(
                        PACKAGE_VERSION,
                        PACKAGE_VERSION
                                .PACKAGE_KEY
                                .eq(key.value())
                                .and(PACKAGE_VERSION.VERSION.eq(version)));
        if (!known) {
            throw Problem.of("problem.outcome.noVersion", key.value(), version).asException();
        }
        Set<String> taken =
                new HashSet<>(
                        sql.select(OUTCOME.PROFILE_KEY)
                                .from(OUTCOME)
                                .where(of(key, version))
                                .fetch(OUTCOME.PROFILE_KEY));
        for (Outcome outcome : outcomes) {
            if (!taken.add(outcome.profile())) {
                throw Problem.of("problem.outcome.twice", outcome.profile(), key.value(), version)
                        .asException();
            }
        }
    }

    private static Condition of(PackageKey key, int version) {
        return OUTCOME.PACKAGE_KEY.eq(key.value()).and(OUTCOME.VERSION.eq(version));
    }

    private static OutcomeRecord row(PackageKey key, int version, Outcome outcome) {
        OutcomeRecord row = new OutcomeRecord();
        row.setPackageKey(key.value());
        row.setVersion(version);
        row.setProfileKey(outcome.profile());
        row.setArm(outcome.arm().name());
        row.setSentAt(outcome.sentAt().orElse(null));
        row.setDelivered(outcome.delivered());
        row.setHits(outcome.hits());
        row.setConversions(outcome.conversions());
        row.setRevenue(outcome.revenue());
        row.setCost(outcome.cost());
        return row;
    }

    private static Outcome outcome(OutcomeRecord row) {
        return new Outcome(
                row.getProfileKey(),
                Outcome.Arm.valueOf(row.getArm()),
                Optional.ofNullable(row.getSentAt()),
                row.getDelivered(),
                row.getHits(),
                row.getConversions(),
                row.getRevenue(),
                row.getCost());
    }
}
