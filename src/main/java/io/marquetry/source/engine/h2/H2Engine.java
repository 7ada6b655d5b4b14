package io.marquetry.source.engine.h2;

import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.engine.jdbc.Engine;
import io.marquetry.source.engine.jdbc.MembershipPass;
import io.marquetry.source.engine.jdbc.OpenSource;
import io.marquetry.source.h2.H2Driver;
import io.marquetry.source.sql.Dialect;
import io.marquetry.source.sql.NumberKind;

import org.jooq.Name;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Function;

/** A source in an H2 file. */
public final class H2Engine implements Engine {

    private final String url;

    /** Makes the engine of a file, given without its ending. */
    public H2Engine(Path base) {
        this.url = url(base);
    }

    @Override
    public Dialect dialect() {
        return new H2Dialect();
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
    public Function<Name, NumberKind> numbers() {
        return column -> new NumberKind.Any();
    }

    @Override
    public MembershipPass memberships(ProfileSource source, OpenSource database, LocalDate today) {
        return new H2MembershipPass(source, database, today);
    }

    /** H2 joins without hashing: it would reduce all events again for each profile. */
    @Override
    public boolean countsByMemberships() {
        return true;
    }

    @Override
    public void close() {
        // H2 lets go of a file with its last connection.
    }

    /** Returns how the database in a file, without its ending, is opened. */
    public static String url(Path base) {
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
