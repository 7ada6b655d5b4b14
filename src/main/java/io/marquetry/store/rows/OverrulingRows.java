package io.marquetry.store.rows;

import static io.marquetry.store.jooq.Tables.CHECK_OVERRIDE;

import io.marquetry.check.CheckKind;
import io.marquetry.check.Overruling;
import io.marquetry.check.Overrulings;
import io.marquetry.json.JsonMembers;
import io.marquetry.pack.PackageKey;
import io.marquetry.store.jooq.tables.records.CheckOverrideRecord;
import io.marquetry.store.save.Saves;

import java.time.InstantSource;
import java.util.List;

/** Why findings may stand. */
public final class OverrulingRows implements Overrulings {

    private final Saves saves;
    private final PackageRows packages;
    private final InstantSource clock;

    /**
     * Makes the rows of a workspace.
     *
     * @param clock tells when a reason is given
     */
    public OverrulingRows(Saves saves, PackageRows packages, InstantSource clock) {
        this.saves = saves;
        this.packages = packages;
        this.clock = clock;
    }

    @Override
    public List<Overruling> of(PackageKey key) {
        return saves.read(
                sql ->
                        sql.selectFrom(CHECK_OVERRIDE)
                                .where(CHECK_OVERRIDE.PACKAGE_KEY.eq(key.value()))
                                .orderBy(CHECK_OVERRIDE.CHECK_NAME, CHECK_OVERRIDE.ABOUT)
                                .fetch(row -> overruling(saves.intact(row))));
    }

    @Override
    public Overruling put(
            PackageKey key, CheckKind kind, String about, long extent, String reason) {
        packages.get(key);
        CheckOverrideRecord row = row(key, kind, about);
        row.setExtent(extent);
        row.setReason(reason);
        row.setMadeAt(PackageRows.time(clock.instant()));
        saves.write(
                transaction -> {
                    row.setWho(transaction.actor().login());
                    transaction.put(row);
                    transaction.tell(
                            "check.overruled",
                            key.value(),
                            new JsonMembers()
                                    .put("check", kind.code())
                                    .put("about", about)
                                    .put("why", reason));
                });
        return overruling(row);
    }

    @Override
    public void remove(PackageKey key, CheckKind kind, String about) {
        saves.write(transaction -> transaction.remove(row(key, kind, about)));
    }

    private static CheckOverrideRecord row(PackageKey key, CheckKind kind, String about) {
        CheckOverrideRecord row = new CheckOverrideRecord();
        row.setPackageKey(key.value());
        row.setCheckName(kind.name());
        row.setAbout(about);
        return row;
    }

    private static Overruling overruling(CheckOverrideRecord row) {
        return new Overruling(
                new PackageKey(row.getPackageKey()),
                CheckKind.valueOf(row.getCheckName()),
                row.getAbout(),
                row.getExtent(),
                row.getReason(),
                row.getWho(),
                PackageRows.instant(row.getMadeAt()));
    }
}
