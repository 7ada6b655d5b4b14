package io.marquetry.store;

import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;

/** Refuses, inside the database, to change or delete a finished version of a package. */
public final class VersionsNeverChange implements Trigger {

    /** Makes the trigger; the database does so when it opens. */
    public VersionsNeverChange() {}

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after)
            throws SQLException {
        throw new SQLException("a finished version never changes");
    }
}
