package io.marquetry.store.file;

import static io.marquetry.store.jooq.Tables.WORKSPACE;

import org.jooq.DSLContext;

/** Verifies an open database as the next opening would. */
public final class Wholeness {

    private Wholeness() {}

    /** Returns whether rows, seals and ledger agree. */
    public static boolean of(DSLContext sql) {
        String id = sql.select(WORKSPACE.ID).from(WORKSPACE).fetchSingle(WORKSPACE.ID);
        return Verification.of(sql, id).isEmpty();
    }
}
