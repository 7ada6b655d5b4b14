package io.marquetry.source.engine.trino;

import io.marquetry.base.FxThread;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.engine.jdbc.Login;
import io.trino.jdbc.TrinoDriver;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/**
 * Opens connections that only read. What the driver is told is put together here, of checked fields
 * and of nothing else: its other parameters read files, send credentials elsewhere and load
 * classes.
 */
final class TrinoConnections {

    private static final Duration TO_NOTICE = Duration.ofSeconds(30);

    private TrinoConnections() {}

    /**
     * Opens a connection; what it is asked until it is rolled back is one transaction.
     *
     * @param toAnswer after how long the server ends a statement
     */
    static Connection open(RemoteServer server, Login login, Duration toAnswer)
            throws SQLException {
        FxThread.refuse();
        // Not by the driver manager, which would load it for everybody at the start.
        Connection connection =
                new TrinoDriver()
                        .connect(
                                "jdbc:trino://" + server.urlHost() + ":" + server.port(),
                                properties(login, toAnswer));
        try {
            // Not as a part of the URL, where its letters could say more than a name.
            connection.setCatalog(server.database());
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            connection.setNetworkTimeout(Runnable::run, (int) toAnswer.plus(TO_NOTICE).toMillis());
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Returns all that the driver is told. */
    static Properties properties(Login login, Duration toAnswer) {
        Properties told = new Properties();
        told.setProperty("user", login.user());
        login.password().ifPresent(password -> told.setProperty("password", password));
        told.setProperty("source", "Marquetry");
        told.setProperty("timezone", "UTC");
        // In the body of a request, not in its header, where there is little room.
        told.setProperty("explicitPrepare", "false");
        told.setProperty(
                "sessionProperties",
                "query_max_run_time:"
                        + toAnswer.toSeconds()
                        + "s;query_max_execution_time:"
                        + toAnswer.toSeconds()
                        + "s");
        switch (login.tls()) {
            case Login.Tls.Off off -> {}
            case Login.Tls.Trusting trusting -> {
                told.setProperty("SSL", "true");
                told.setProperty("SSLVerification", "NONE");
            }
            case Login.Tls.Verified verified -> {
                told.setProperty("SSL", "true");
                verified.certificate()
                        .ifPresent(file -> told.setProperty("SSLTrustStorePath", file.toString()));
            }
        }
        return told;
    }
}
