package io.marquetry.store.rows;

import static io.marquetry.store.jooq.Tables.ARCHIVED_PACKAGE;
import static io.marquetry.store.jooq.Tables.PACKAGE_LIFE;
import static io.marquetry.store.jooq.Tables.PACKAGE_ORIGIN;
import static io.marquetry.store.jooq.Tables.STEP;

import io.marquetry.base.Problem;
import io.marquetry.base.Revision;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.life.LifeRepository;
import io.marquetry.life.LifeRules.Decided;
import io.marquetry.life.PackageLife;
import io.marquetry.life.PackageLife.VersionLife;
import io.marquetry.life.PackageState;
import io.marquetry.life.Standing;
import io.marquetry.life.Step;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageVersion;
import io.marquetry.store.jooq.tables.records.PackageLifeRecord;
import io.marquetry.store.jooq.tables.records.PackageOriginRecord;
import io.marquetry.store.jooq.tables.records.StepRecord;
import io.marquetry.store.save.Saves;
import io.marquetry.store.save.Transaction;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Where packages are in their lives. */
public final class LifeRows implements LifeRepository {

    private final Saves saves;
    private final PackageRows packages;
    private final VersionRows versions;
    private final InstantSource clock;

    /**
     * Makes the rows of a workspace.
     *
     * @param clock tells when steps are made
     */
    public LifeRows(Saves saves, PackageRows packages, InstantSource clock) {
        this.saves = saves;
        this.packages = packages;
        this.versions = new VersionRows(saves);
        this.clock = clock;
    }

    @Override
    public Map<PackageKey, PackageLife> all() {
        return saves.read(
                sql -> {
                    Map<PackageKey, List<VersionLife>> known = new HashMap<>();
                    sql.selectFrom(PACKAGE_LIFE)
                            .orderBy(PACKAGE_LIFE.PACKAGE_KEY, PACKAGE_LIFE.VERSION)
                            .forEach(
                                    row ->
                                            known.computeIfAbsent(
                                                            new PackageKey(row.getPackageKey()),
                                                            key -> new ArrayList<>())
                                                    .add(version(saves.intact(row))));
                    Set<PackageKey> away =
                            sql.selectFrom(ARCHIVED_PACKAGE)
                                    .fetchSet(row -> new PackageKey(row.getPackageKey()));
                    Map<PackageKey, PackageLife> lives = new HashMap<>();
                    away.forEach(key -> lives.put(key, PackageLife.none(key, true)));
                    known.forEach(
                            (key, list) ->
                                    lives.put(key, new PackageLife(key, list, away.contains(key))));
                    return Map.copyOf(lives);
                });
    }

    @Override
    public PackageLife of(PackageKey key) {
        return saves.read(sql -> of(sql, key));
    }

    private PackageLife of(DSLContext sql, PackageKey key) {
        return new PackageLife(
                key,
                sql.selectFrom(PACKAGE_LIFE)
                        .where(PACKAGE_LIFE.PACKAGE_KEY.eq(key.value()))
                        .orderBy(PACKAGE_LIFE.VERSION)
                        .fetch(row -> version(saves.intact(row))),
                sql.fetchCount(ARCHIVED_PACKAGE, ARCHIVED_PACKAGE.PACKAGE_KEY.eq(key.value())) > 0);
    }

    @Override
    public List<Step> steps(PackageKey key) {
        return saves.read(
                sql ->
                        sql.selectFrom(STEP)
                                .where(STEP.PACKAGE_KEY.eq(key.value()))
                                .orderBy(STEP.ID)
                                .fetch(row -> step(saves.intact(row))));
    }

    @Override
    public boolean isAuthor(PackageKey key, int version) {
        return saves.read(sql -> AuthorRows.of(sql, saves, key, version))
                .contains(saves.actor().login());
    }

    @Override
    public Map<PackageKey, Origin> origins() {
        return saves.read(
                sql ->
                        sql.selectFrom(PACKAGE_ORIGIN)
                                .fetchMap(
                                        row -> new PackageKey(row.getPackageKey()),
                                        row -> origin(saves.intact(row))));
    }

    @Override
    public Step submit(
            PackageKey key,
            Revision seen,
            Function<Optional<PackageVersion>, PackageVersion> next,
            Function<Standing, Decided> decide) {
        return made(
                transaction -> {
                    packages.refuseOvertaken(transaction, key, seen);
                    PackageVersion frozen = versions.add(transaction, key, next);
                    Standing now = standing(transaction, key, Optional.of(frozen));
                    Step step = step(transaction, now, decide.apply(now));
                    AuthorRows.add(transaction, key, frozen.number(), step.who());
                    return step;
                });
    }

    @Override
    public Step move(PackageKey key, int version, Function<Standing, Decided> decide) {
        return made(transaction -> move(transaction, key, version, decide));
    }

    Step move(
            Transaction transaction,
            PackageKey key,
            int version,
            Function<Standing, Decided> decide) {
        Optional<PackageVersion> found = Optional.empty();
        if (version != 0) {
            found = versions.find(transaction.sql(), key, version);
            if (found.isEmpty()) {
                throw Problem.of("problem.package.noVersion", key.value(), version).asException();
            }
        }
        Standing now = standing(transaction, key, found);
        return step(transaction, now, decide.apply(now));
    }

    @Override
    public void branch(PackageDraft draft, Origin from) {
        saves.write(transaction -> branch(transaction, draft, from));
    }

    void branch(Transaction transaction, PackageDraft draft, Origin from) {
        PackageKey key = draft.base().key();
        packages.create(transaction, draft);
        PackageOriginRecord row = new PackageOriginRecord();
        row.setPackageKey(key.value());
        row.setParentKey(from.parent().value());
        row.setParentVersion(from.version());
        row.setMadeBy(transaction.actor().login());
        row.setMadeAt(PackageRows.time(clock.instant()));
        transaction.insert(row);
        // What nobody judged there is judged here: its authors stay its authors.
        if (!of(transaction.sql(), from.parent()).state(from.version()).wentLive()) {
            AuthorRows.of(transaction.sql(), saves, from.parent(), from.version())
                    .forEach(login -> AuthorRows.add(transaction, key, 1, login));
        }
    }

    /**
     * Refuses to edit a package that is in review or approved.
     *
     * @throws io.marquetry.base.ProblemException if it is
     */
    static void refuseLocked(Transaction transaction, PackageKey key) {
        transaction
                .sql()
                .selectFrom(PACKAGE_LIFE)
                .where(PACKAGE_LIFE.PACKAGE_KEY.eq(key.value()))
                .fetchStream()
                .map(row -> PackageState.valueOf(row.getState()))
                .filter(PackageState::locks)
                .findFirst()
                .ifPresent(
                        state -> {
                            throw Problem.of("problem.package.locked", key.value(), state.word())
                                    .asException();
                        });
    }

    /**
     * Refuses to put a package away, or to bring it back, past the steps of its life.
     *
     * @throws io.marquetry.base.ProblemException if it was submitted once
     */
    static void refuseWithoutStep(Transaction transaction, PackageKey key) {
        if (transaction.sql().fetchCount(PACKAGE_LIFE, PACKAGE_LIFE.PACKAGE_KEY.eq(key.value()))
                > 0) {
            throw Problem.of("problem.package.needsStep", key.value()).asException();
        }
    }

    private Standing standing(
            Transaction transaction, PackageKey key, Optional<PackageVersion> version) {
        DSLContext sql = transaction.sql();
        PackageLife life = of(sql, key);
        int number = version.map(PackageVersion::number).orElse(0);
        Set<String> authors = new TreeSet<>(AuthorRows.of(sql, saves, key, number));
        return new Standing(
                key,
                number,
                life.archived() ? PackageState.ARCHIVED : life.state(number),
                version.map(PackageVersion::sha256).orElse(""),
                AuthorRows.newest(sql, key),
                life.locking().filter(other -> other.version() != number).isPresent(),
                life.isLive(),
                authors,
                transaction.actor().login());
    }

    private Step step(Transaction transaction, Standing now, Decided decided) {
        if (now.version() > 0) {
            PackageLifeRecord row = new PackageLifeRecord();
            row.setPackageKey(now.key().value());
            row.setVersion(now.version());
            row.setState(decided.to().name());
            row.setSha256(now.sha256());
            transaction.put(row);
        }
        if (decided.to() == PackageState.ARCHIVED || now.state() == PackageState.ARCHIVED) {
            packages.away(transaction, now.key(), decided.to() == PackageState.ARCHIVED);
        }
        Instant at = PackageRows.instant(PackageRows.time(clock.instant()));
        Step step =
                new Step(
                        now.key(),
                        now.version(),
                        now.state(),
                        decided.to(),
                        now.who(),
                        decided.why(),
                        decided.solo(),
                        at);
        transaction.insert(row(step, last(transaction.sql()) + 1));
        transaction.tell(
                "package." + step.to().name().toLowerCase(Locale.ROOT),
                now.key().value() + "/" + now.version(),
                new JsonMembers()
                        .put("from", step.from().name())
                        .put("sha256", now.sha256())
                        .put("solo", new Json.Truth(step.solo()))
                        .put("why", step.why(), Json.Text::new));
        return step;
    }

    private static long last(DSLContext sql) {
        Long last = sql.select(DSL.max(STEP.ID)).from(STEP).fetchSingle().value1();
        return last == null ? 0 : last;
    }

    private Step made(Function<Transaction, Step> work) {
        AtomicReference<@Nullable Step> step = new AtomicReference<>();
        saves.write(transaction -> step.set(work.apply(transaction)));
        return Objects.requireNonNull(step.get(), "a save runs its work");
    }

    private static StepRecord row(Step step, long id) {
        StepRecord row = new StepRecord();
        row.setId(id);
        row.setPackageKey(step.key().value());
        row.setVersion(step.version());
        row.setFromState(step.from().name());
        row.setToState(step.to().name());
        row.setWho(step.who());
        row.setWhy(step.why().orElse(null));
        row.setSolo(step.solo());
        row.setMadeAt(PackageRows.time(step.madeAt()));
        return row;
    }

    private static Step step(StepRecord row) {
        @Nullable String why = row.getWhy();
        return new Step(
                new PackageKey(row.getPackageKey()),
                row.getVersion(),
                PackageState.valueOf(row.getFromState()),
                PackageState.valueOf(row.getToState()),
                row.getWho(),
                Optional.ofNullable(why),
                row.getSolo(),
                PackageRows.instant(row.getMadeAt()));
    }

    private static VersionLife version(PackageLifeRecord row) {
        return new VersionLife(
                row.getVersion(), PackageState.valueOf(row.getState()), row.getSha256());
    }

    private static Origin origin(PackageOriginRecord row) {
        return new Origin(new PackageKey(row.getParentKey()), row.getParentVersion());
    }
}
