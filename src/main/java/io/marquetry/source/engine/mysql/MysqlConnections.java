package io.marquetry.source.engine.mysql;

import io.marquetry.base.FxThread;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.engine.jdbc.Login;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;

/**
 * Opens connections that only read. What the driver is told is put together here, of checked fields
 * and of nothing else: its other parameters send local files, follow the server elsewhere and load
 * classes.
 */
final class MysqlConnections {

    private static final Logger LOG = LoggerFactory.getLogger(MysqlConnections.class);
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final Duration TO_NOTICE = Duration.ofSeconds(30);
    private static final long MEMORY_FOR_GROUPS = 256L << 20;

    private MysqlConnections() {}

    /**
     * Opens a connection: all it is asked until it is rolled back sees one state of the database.
     *
     * @param toAnswer after how long the server ends a statement
     */
    static Connection open(RemoteServer server, Login login, Duration toAnswer)
            throws SQLException {
        FxThread.refuse();
        Connection connection = DriverManager.getConnection(url(server), properties(login));
        try {
            set(connection, toAnswer);
            // Not as a part of the URL, where its letters could say more than a name.
            connection.setCatalog(server.database());
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
        return "jdbc:mariadb://" + server.urlHost() + ":" + server.port() + "/";
    }

    /** Returns all that the driver is told. */
    static Properties properties(Login login) {
        Properties told = new Properties();
        told.setProperty("user", login.user());
        login.password().ifPresent(password -> told.setProperty("password", password));
        told.setProperty("connectionAttributes", "program_name:Marquetry");
        told.setProperty("connectTimeout", String.valueOf(TO_CONNECT.toMillis()));
        // Until it is open: nobody can cancel that.
        told.setProperty("socketTimeout", String.valueOf(TO_CONNECT.toMillis()));
        told.setProperty("tcpKeepAlive", "true");
        // A server may ask for a file of this machine, or send its clients to another server.
        told.setProperty("allowLocalInfile", "false");
        told.setProperty("permitRedirect", "false");
        told.setProperty("allowMultiQueries", "false");
        // Not for the password in clear, which a server may ask for as well.
        told.setProperty(
                "restrictedAuth",
                "mysql_native_password,client_ed25519,caching_sha2_password,sha256_password,parsec");
        switch (login.tls()) {
            case Login.Tls.Off off -> told.setProperty("sslMode", "disable");
            case Login.Tls.Trusting trusting -> told.setProperty("sslMode", "trust");
            case Login.Tls.Verified verified -> {
                told.setProperty("sslMode", "verify-full");
                verified.certificate()
                        .ifPresent(file -> told.setProperty("serverSslCert", file.toString()));
            }
        }
        return told;
    }

    private static void set(Connection connection, Duration toAnswer) throws SQLException {
        FxThread.refuse();
        String version = connection.getMetaData().getDatabaseProductVersion();
        // MariaDB knows the other name as well, but ignores blanks at the end by it.
        String exact = version.contains("MariaDB") ? "utf8mb4_nopad_bin" : "utf8mb4_0900_bin";
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session transaction read only");
            // Texts are equal if they are the same, with letter case and blanks at their ends.
            statement.execute("set names utf8mb4 collate " + exact);
            statement.execute(
                    "set session time_zone = '+00:00', session sql_mode = 'STRICT_TRANS_TABLES'");
            perhaps(statement, "max_statement_time = " + toAnswer.toSeconds());
            perhaps(statement, "max_execution_time = " + toAnswer.toMillis());
            perhaps(statement, "tmp_table_size = " + MEMORY_FOR_GROUPS);
            perhaps(statement, "max_heap_table_size = " + MEMORY_FOR_GROUPS);
            // As a table, long lists would lose the types of their values.
            perhaps(statement, "in_predicate_conversion_threshold = 0");
        }
    }

    /** Sets what the one server knows and the other does not. */
    private static void perhaps(Statement statement, String setting) {
        FxThread.refuse();
        try {
            statement.execute("set session " + setting);
        } catch (SQLException e) {
            LOG.debug("the server does not know {}", setting, e);
        }
    }
}
