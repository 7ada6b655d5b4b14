package io.marquetry.store.rows;

import static io.marquetry.store.jooq.Tables.PACKAGE_SCHEDULE;

import io.marquetry.life.Schedule;
import io.marquetry.life.Schedules;
import io.marquetry.pack.PackageKey;
import io.marquetry.store.jooq.tables.records.PackageScheduleRecord;
import io.marquetry.store.save.Saves;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** When packages are meant to be out. */
public final class ScheduleRows implements Schedules {

    private final Saves saves;
    private final PackageRows packages;
    private final InstantSource clock;

    /**
     * Makes the rows of a workspace.
     *
     * @param clock tells when somebody said so
     */
    public ScheduleRows(Saves saves, PackageRows packages, InstantSource clock) {
        this.saves = saves;
        this.packages = packages;
        this.clock = clock;
    }

    @Override
    public Map<PackageKey, Schedule> all() {
        return saves.read(
                sql ->
                        sql.selectFrom(PACKAGE_SCHEDULE)
                                .fetchMap(
                                        row -> new PackageKey(row.getPackageKey()),
                                        row -> schedule(saves.intact(row))));
    }

    @Override
    public void put(PackageKey key, Schedule schedule) {
        packages.get(key);
        PackageScheduleRecord row = new PackageScheduleRecord();
        row.setPackageKey(key.value());
        row.setLiveFrom(schedule.from().orElse(null));
        row.setLiveUntil(schedule.until().orElse(null));
        row.setMadeAt(PackageRows.time(clock.instant()));
        saves.write(
                transaction -> {
                    row.setWho(transaction.actor().login());
                    if (schedule.equals(Schedule.NONE)) {
                        transaction.remove(row);
                    } else {
                        transaction.put(row);
                    }
                });
    }

    private static Schedule schedule(PackageScheduleRecord row) {
        @Nullable LocalDate from = row.getLiveFrom();
        @Nullable LocalDate until = row.getLiveUntil();
        return new Schedule(Optional.ofNullable(from), Optional.ofNullable(until));
    }
}
