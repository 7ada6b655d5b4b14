package io.marquetry.source.query;

import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;
import io.marquetry.source.h2.H2Driver;

import org.jooq.SQLDialect;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/** A source in an H2 file. */
final class H2Engine implements LocalEngine {

    private final String url;

    /** Makes the engine of a file, given without its ending. */
    H2Engine(Path base) {
        this.url = url(base);
    }

    @Override
    public SQLDialect dialect() {
        return SQLDialect.H2;
    }

    @Override
    public Connection connect() throws SQLException {
        FxThread.refuse();
        return H2Driver.open(url);
    }

    @Override
    public Connection connectToRead() throws SQLException {
        FxThread.refuse();
        return H2Driver.open(url + ";LAZY_QUERY_EXECUTION=1");
    }

    @Override
    public Operands operands(LocalDate today) {
        return Operands.ofH2(today);
    }

    @Override
    public void close() {
        // H2 lets go of a file with its last connection.
    }

    /** Returns how the database in a file, without its ending, is opened. */
    static String url(Path base) {
        String path = base.toString();
        if (path.contains(";")) {
            // H2 would read what follows as settings.
            throw Problem.of("problem.source.semicolon", path).asException();
        }
        return "jdbc:h2:async:"
                + path
                + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE";
    }
}
