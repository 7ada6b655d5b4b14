package io.marquetry.source.engine.postgres;

import io.marquetry.base.FxThread;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.engine.jdbc.Login;

import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/**
 * Opens connections that only read. What the driver is told is put together here, of checked fields
 * and of nothing else: its other parameters load classes, write files and run statements.
 */
final class PostgresConnections {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresConnections.class);
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final Duration TO_NOTICE = Duration.ofSeconds(30);
    private static final Duration GONE_AFTER = Duration.ofSeconds(2);
    private static final int ROWS_AT_ONCE = 10_000;

    private PostgresConnections() {}

    /**
     * Opens a connection: all it is asked until it is rolled back sees one state of the database.
     *
     * @param toAnswer after how long the server ends a statement
     */
    static Connection open(RemoteServer server, Login login, Duration toAnswer)
            throws SQLException {
        FxThread.refuse();
        Connection connection =
                DriverManager.getConnection(url(server), properties(login, toAnswer));
        try {
            endsWithoutUs(connection);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            // The server ends an answer that takes too long; who hears nothing after that gives up.
            connection.setNetworkTimeout(Runnable::run, (int) toAnswer.plus(TO_NOTICE).toMillis());
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static String url(RemoteServer server) {
        return "jdbc:postgresql://"
                + server.urlHost()
                + ":"
                + server.port()
                + "/"
                + URLEncoder.encode(server.database(), StandardCharsets.UTF_8);
    }

    private static Properties properties(Login login, Duration toAnswer) {
        Properties told = new Properties();
        told.setProperty("user", login.user());
        login.password().ifPresent(password -> told.setProperty("password", password));
        told.setProperty("ApplicationName", "Marquetry");
        told.setProperty("connectTimeout", String.valueOf(TO_CONNECT.toSeconds()));
        told.setProperty("loginTimeout", String.valueOf(TO_CONNECT.toSeconds()));
        // Until it is open: nobody can cancel that.
        told.setProperty("socketTimeout", String.valueOf(TO_CONNECT.toSeconds()));
        told.setProperty("tcpKeepAlive", "true");
        told.setProperty("defaultRowFetchSize", String.valueOf(ROWS_AT_ONCE));
        told.setProperty(
                "options",
                "-c default_transaction_read_only=on -c jit=off -c statement_timeout="
                        + toAnswer.toMillis()
                        + " -c idle_in_transaction_session_timeout="
                        + toAnswer.toMillis());
        switch (login.tls()) {
            case Login.Tls.Off off -> told.setProperty("sslmode", "disable");
            case Login.Tls.Trusting trusting -> told.setProperty("sslmode", "require");
            case Login.Tls.Verified verified -> {
                told.setProperty("sslmode", "verify-full");
                verified.certificate()
                        .ifPresentOrElse(
                                file -> told.setProperty("sslrootcert", file.toString()),
                                () ->
                                        told.setProperty(
                                                "sslfactory",
                                                "org.postgresql.ssl.DefaultJavaSSLFactory"));
            }
        }
        return told;
    }

    /** Has the server end what it does for a program that was killed, where it can notice that. */
    private static void endsWithoutUs(Connection connection) {
        FxThread.refuse();
        try {
            DSL.using(connection, SQLDialect.POSTGRES)
                    .select(
                            DSL.function(
                                    DSL.systemName("set_config"),
                                    SQLDataType.VARCHAR,
                                    DSL.inline("client_connection_check_interval"),
                                    DSL.inline(String.valueOf(GONE_AFTER.toMillis())),
                                    DSL.inline(false)))
                    .fetch();
        } catch (DataAccessException e) {
            // Before version 14, and on some systems: the time-out of statements is what is left.
            LOG.debug("the server does not look after its clients", e);
        }
    }
}
