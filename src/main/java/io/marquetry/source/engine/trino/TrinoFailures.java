package io.marquetry.source.engine.trino;

import io.marquetry.base.Problem;
import io.marquetry.source.RemoteServer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;

import javax.net.ssl.SSLException;

/** Why Trino did not answer, by the numbers that it gives its errors. */
final class TrinoFailures {

    private static final int PERMISSION_DENIED = 4;

    private TrinoFailures() {}

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
        String said =
                failure == null || failure.getMessage() == null
                        ? ""
                        : failure.getMessage().toLowerCase(Locale.ROOT);
        int code = failure == null ? 0 : failure.getErrorCode();
        return switch (code) {
            // CATALOG_NOT_FOUND, SCHEMA_NOT_FOUND
            case 44, 45 -> Problem.of("problem.remote.noDatabase", title, at);
            case PERMISSION_DENIED -> Problem.of("problem.remote.rights", title, at);
            // EXCEEDED_TIME_LIMIT, ABANDONED_QUERY
            case 131_075, 65_543 -> Problem.of("problem.remote.tooSlow", title, at);
            // QUERY_QUEUE_FULL, TOO_MANY_REQUESTS_FAILED
            case 131_074, 65_544 -> Problem.of("problem.remote.full", title, at);
            // SERVER_SHUTTING_DOWN, SERVER_STARTING_UP, NO_NODES_AVAILABLE, REMOTE_HOST_GONE
            case 65_541, 65_550, 65_540, 65_551 ->
                    Problem.of("problem.remote.unreachable", title, at);
            default ->
                    said.contains("authentication failed") || said.contains("401")
                            ? Problem.of("problem.remote.login", title, at)
                            : isOfTheNetwork(failure)
                                    ? Problem.of("problem.remote.unreachable", title, at)
                                    : Problem.of(
                                            "problem.remote.noAnswer",
                                            title,
                                            at,
                                            String.valueOf(code));
        };
    }

    private static boolean isOfTheNetwork(@Nullable SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return failure != null
                && failure.getSQLState() != null
                && failure.getSQLState().startsWith("08");
    }

    static boolean isOfRights(SQLException failure) {
        return failure.getErrorCode() == PERMISSION_DENIED;
    }
}
