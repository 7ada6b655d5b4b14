package io.marquetry.source.engine.clickhouse;

import io.marquetry.base.Problem;
import io.marquetry.source.RemoteServer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.sql.SQLException;

import javax.net.ssl.SSLException;

/** Why ClickHouse did not answer, by the numbers that it gives its errors. */
final class ClickhouseFailures {

    static final int UNKNOWN_DATABASE = 81;
    private static final int ACCESS_DENIED = 497;

    private ClickhouseFailures() {}

    /**
     * Returns the reason.
     *
     * @param title what people call the source
     * @param failure what the driver said, where it said something
     */
    static Problem of(String title, RemoteServer server, @Nullable SQLException failure) {
        String at = server.toString();
        boolean isOfTheNetwork = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return Problem.of("problem.remote.tls", title, at);
            }
            isOfTheNetwork |= cause instanceof IOException;
        }
        int code = failure == null ? 0 : failure.getErrorCode();
        return switch (code) {
            // REQUIRED_PASSWORD, AUTHENTICATION_FAILED, UNKNOWN_USER, WRONG_PASSWORD
            case 194, 516, 192, 193 -> Problem.of("problem.remote.login", title, at);
            case UNKNOWN_DATABASE -> Problem.of("problem.remote.noDatabase", title, at);
            // READONLY and SETTING_CONSTRAINT_VIOLATION: a user without any rights
            // to say how long a statement may take
            case ACCESS_DENIED, 164, 452 -> Problem.of("problem.remote.rights", title, at);
            // TIMEOUT_EXCEEDED, TOO_SLOW, MEMORY_LIMIT_EXCEEDED, TOO_MANY_ROWS, TOO_MANY_BYTES,
            // QUOTA_EXCEEDED
            case 159, 160, 241, 158, 307, 201 -> Problem.of("problem.remote.tooSlow", title, at);
            // TOO_MANY_SIMULTANEOUS_QUERIES
            case 202 -> Problem.of("problem.remote.full", title, at);
            default ->
                    isOfTheNetwork
                            ? Problem.of("problem.remote.unreachable", title, at)
                            : Problem.of(
                                    "problem.remote.noAnswer", title, at, String.valueOf(code));
        };
    }

    static boolean isOfRights(SQLException failure) {
        return failure.getErrorCode() == ACCESS_DENIED;
    }
}
