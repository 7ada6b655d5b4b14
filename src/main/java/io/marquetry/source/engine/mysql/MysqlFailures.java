package io.marquetry.source.engine.mysql;

import io.marquetry.base.Problem;
import io.marquetry.source.RemoteServer;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.Set;

import javax.net.ssl.SSLException;

/** Why a MariaDB or MySQL server did not answer, by the numbers that both give their errors. */
final class MysqlFailures {

    private static final Set<Integer> RIGHTS = Set.of(1044, 1142, 1143, 1227, 1370);

    private MysqlFailures() {}

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
        int code = failure == null ? 0 : failure.getErrorCode();
        String state =
                failure == null || failure.getSQLState() == null ? "" : failure.getSQLState();
        if (RIGHTS.contains(code)) {
            return Problem.of("problem.remote.rights", title, at);
        }
        return switch (code) {
            case 1045, 1698, 1862, 1820, 3118, 4151 ->
                    Problem.of("problem.remote.login", title, at);
            case 1049 -> Problem.of("problem.remote.noDatabase", title, at);
            case 1040, 1203, 1226 -> Problem.of("problem.remote.full", title, at);
            case 1969, 3024 -> Problem.of("problem.remote.tooSlow", title, at);
            case 1053, 1129, 1130, 1927 -> Problem.of("problem.remote.unreachable", title, at);
            default ->
                    state.startsWith("28")
                            ? Problem.of("problem.remote.login", title, at)
                            : state.startsWith("08")
                                    ? Problem.of("problem.remote.unreachable", title, at)
                                    : Problem.of(
                                            "problem.remote.noAnswer",
                                            title,
                                            at,
                                            String.valueOf(code));
        };
    }

    static boolean isOfRights(SQLException failure) {
        return RIGHTS.contains(failure.getErrorCode());
    }
}
