package io.marquetry.source.engine.postgres;

import io.marquetry.base.Problem;
import io.marquetry.source.RemoteServer;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;

import javax.net.ssl.SSLException;

/** Why a PostgreSQL server did not answer, by the states that the SQL standard and it define. */
final class PostgresFailures {

    private static final String RIGHTS = "42501";

    private PostgresFailures() {}

    /**
     * Returns the reason.
     *
     * @param title what people call the source
     * @param failure what the driver said, where it said something
     */
    static Problem of(String title, RemoteServer server, @Nullable SQLException failure) {
        String at = server.toString();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return Problem.of("problem.remote.tls", title, at);
            }
        }
        String state =
                failure == null || failure.getSQLState() == null ? "" : failure.getSQLState();
        if (state.startsWith("28")) {
            return Problem.of("problem.remote.login", title, at);
        }
        if (state.startsWith("08") || state.startsWith("57P")) {
            return Problem.of("problem.remote.unreachable", title, at);
        }
        return switch (state) {
            case "3D000" -> Problem.of("problem.remote.noDatabase", title, at);
            case "57014" -> Problem.of("problem.remote.tooSlow", title, at);
            case "53300" -> Problem.of("problem.remote.full", title, at);
            case RIGHTS -> Problem.of("problem.remote.rights", title, at);
            default -> Problem.of("problem.remote.noAnswer", title, at, state);
        };
    }

    static boolean isOfRights(SQLException failure) {
        return RIGHTS.equals(failure.getSQLState());
    }
}
