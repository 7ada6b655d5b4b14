package io.marquetry.store.rows;

import static io.marquetry.store.jooq.Tables.CHECK_OVERRIDE;
import static io.marquetry.store.jooq.Tables.PACKAGE_SCHEDULE;
import static io.marquetry.store.jooq.Tables.REMARK;

import io.marquetry.pack.PackageKey;
import io.marquetry.store.save.Transaction;

/** What was said and set of a package goes with it. */
final class JudgementRows {

    private JudgementRows() {}

    static void forget(Transaction transaction, PackageKey key) {
        transaction
                .sql()
                .selectFrom(REMARK)
                .where(REMARK.PACKAGE_KEY.eq(key.value()))
                .fetch()
                .forEach(transaction::remove);
        transaction
                .sql()
                .selectFrom(CHECK_OVERRIDE)
                .where(CHECK_OVERRIDE.PACKAGE_KEY.eq(key.value()))
                .fetch()
                .forEach(transaction::remove);
        transaction
                .sql()
                .selectFrom(PACKAGE_SCHEDULE)
                .where(PACKAGE_SCHEDULE.PACKAGE_KEY.eq(key.value()))
                .fetch()
                .forEach(transaction::remove);
    }
}
