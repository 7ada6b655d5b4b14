package io.marquetry.store.rows;

import static io.marquetry.store.jooq.Tables.REMARK;

import io.marquetry.base.Problem;
import io.marquetry.life.Remark;
import io.marquetry.life.Remarks;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageKey;
import io.marquetry.store.jooq.tables.records.RemarkRecord;
import io.marquetry.store.save.Saves;

import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What people say of packages. */
public final class RemarkRows implements Remarks {

    private final Saves saves;
    private final PackageRows packages;
    private final InstantSource clock;

    /**
     * Makes the rows of a workspace.
     *
     * @param clock tells when something is said
     */
    public RemarkRows(Saves saves, PackageRows packages, InstantSource clock) {
        this.saves = saves;
        this.packages = packages;
        this.clock = clock;
    }

    @Override
    public List<Remark> of(PackageKey key) {
        return list(REMARK.PACKAGE_KEY.eq(key.value()));
    }

    @Override
    public List<Remark> open() {
        return list(REMARK.SETTLED_BY.eq(""));
    }

    private List<Remark> list(Condition which) {
        return saves.read(
                sql ->
                        sql.selectFrom(REMARK)
                                .where(which)
                                .orderBy(REMARK.ID)
                                .fetch(row -> remark(saves.intact(row))));
    }

    @Override
    public Remark add(PackageKey key, String place, String content) {
        AssetPackage pack = packages.get(key).current();
        String said = content.strip();
        if (said.isEmpty() || said.length() > Remark.MAX_CONTENT) {
            throw Problem.of("problem.remark.length", Remark.MAX_CONTENT).asException();
        }
        boolean known =
                place.isEmpty()
                        || place.equals(Remark.AUDIENCE)
                        || pack.tags().stream().anyMatch(tag -> tag.value().equals(place));
        if (!known) {
            throw Problem.of("problem.remark.place", place, key.value()).asException();
        }
        RemarkRecord row = new RemarkRecord();
        row.setPackageKey(key.value());
        row.setPlace(place);
        row.setContent(said);
        row.setSettledBy("");
        row.setMadeAt(PackageRows.time(clock.instant()));
        saves.write(
                transaction -> {
                    Long last =
                            transaction
                                    .sql()
                                    .select(DSL.max(REMARK.ID))
                                    .from(REMARK)
                                    .fetchSingle()
                                    .value1();
                    row.setId(last == null ? 1 : last + 1);
                    row.setVersion(AuthorRows.newest(transaction.sql(), key));
                    row.setWho(transaction.actor().login());
                    transaction.insert(row);
                });
        return remark(row);
    }

    @Override
    public Remark settle(PackageKey key, long id, boolean settled) {
        AtomicReference<@Nullable Remark> done = new AtomicReference<>();
        saves.write(
                transaction -> {
                    RemarkRecord row =
                            transaction
                                    .sql()
                                    .selectFrom(REMARK)
                                    .where(REMARK.ID.eq(id))
                                    .and(REMARK.PACKAGE_KEY.eq(key.value()))
                                    .fetchOptional(saves::intact)
                                    .orElseThrow(
                                            () ->
                                                    Problem.of(
                                                                    "problem.remark.unknown",
                                                                    id,
                                                                    key.value())
                                                            .asException());
                    row.setSettledBy(settled ? transaction.actor().login() : "");
                    row.setSettledAt(settled ? PackageRows.time(clock.instant()) : null);
                    transaction.put(row);
                    done.set(remark(row));
                });
        return Objects.requireNonNull(done.get(), "a save runs its work");
    }

    private static Remark remark(RemarkRecord row) {
        @Nullable LocalDateTime settledAt = row.getSettledAt();
        return new Remark(
                row.getId(),
                new PackageKey(row.getPackageKey()),
                row.getVersion(),
                row.getPlace(),
                row.getWho(),
                row.getContent(),
                PackageRows.instant(row.getMadeAt()),
                Optional.ofNullable(settledAt)
                        .map(
                                at ->
                                        new Remark.Settled(
                                                row.getSettledBy(), PackageRows.instant(at))));
    }
}
