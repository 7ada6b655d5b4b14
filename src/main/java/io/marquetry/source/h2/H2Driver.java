package io.marquetry.source.h2;

import io.marquetry.base.FxThread;

import org.h2.jdbcx.JdbcDataSource;
import org.h2.store.fs.FilePath;

import java.sql.Connection;
import java.sql.SQLException;

/** The one door to H2: whatever a file says, H2 loads no class but the one trigger of ours. */
public final class H2Driver {

    // Read once, when H2 loads: nobody may ask H2 for anything before this class is there.
    static {
        System.setProperty("h2.allowedClasses", "io.marquetry.store.VersionsNeverChange");
        FilePath.register(new CallerFiles());
    }

    private H2Driver() {}

    /**
     * Returns what opens a database; the user's name is that of all our files.
     *
     * @param url H2's, of names that were checked and settings of ours
     */
    public static JdbcDataSource source(String url) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        source.setUser("sa");
        source.setPassword("");
        return source;
    }

    /** Opens a database. */
    public static Connection open(String url) throws SQLException {
        FxThread.refuse();
        return source(url).getConnection();
    }
}
