package io.marquetry.source.engine.clickhouse;

import com.clickhouse.client.api.ClientConfigProperties;
import com.clickhouse.jdbc.Driver;
import com.clickhouse.jdbc.DriverProperties;

import io.marquetry.base.FxThread;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.engine.jdbc.Login;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/**
 * Opens connections that only read. What the driver is told is put together here, of checked fields
 * and of nothing else: its other parameters load classes, read files and send requests elsewhere.
 */
final class ClickhouseConnections {

    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final Duration TO_NOTICE = Duration.ofSeconds(30);

    /** What the server is told with each statement, so that it means what it means elsewhere. */
    private static final Map<String, String> MEANING =
            Map.ofEntries(
                    // Nothing may be written; what else is set here may still be set.
                    Map.entry("readonly", "2"),
                    // Ends what nobody waits for any more.
                    Map.entry("cancel_http_readonly_queries_on_client_close", "1"),
                    // Who has no events has none, and not an event of zeros and empty texts.
                    Map.entry("join_use_nulls", "1"),
                    Map.entry("cast_keep_nullable", "1"),
                    Map.entry("transform_null_in", "0"),
                    Map.entry("aggregate_functions_null_for_empty", "0"),
                    Map.entry("session_timezone", ClickhouseDialect.UTC),
                    Map.entry("prefer_column_name_to_alias", "1"),
                    Map.entry("count_distinct_implementation", "uniqExact"),
                    // What it compiles the third time an aggregate is asked for takes moments
                    // before 1970 for late ones, as of 26.7.
                    Map.entry("compile_aggregate_expressions", "0"),
                    Map.entry("compile_expressions", "0"),
                    Map.entry("compile_sort_description", "0"),
                    // A row that replaces another one is there once.
                    Map.entry("final", "1"),
                    Map.entry("distributed_product_mode", "global"),
                    // Long lists, and many rules at once.
                    Map.entry("max_query_size", String.valueOf(256L << 20)),
                    Map.entry("max_ast_elements", "10000000"),
                    Map.entry("max_expanded_ast_elements", "10000000"));

    private ClickhouseConnections() {}

    /**
     * Opens a connection.
     *
     * @param toAnswer after how long the server ends a statement
     */
    static Connection open(RemoteServer server, Login login, Duration toAnswer)
            throws SQLException {
        FxThread.refuse();
        // Not by the driver manager, which would load it for everybody at the start.
        Connection connection =
                new Driver()
                        .connect(
                                "jdbc:clickhouse://" + server.urlHost() + ":" + server.port() + "/",
                                properties(login, toAnswer));
        try {
            refuseUnknown(server.database(), connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
        return ExactConnection.of(connection);
    }

    /** The first question: opening a connection asks nothing yet. */
    private static void refuseUnknown(String database, Connection connection) throws SQLException {
        FxThread.refuse();
        try (PreparedStatement statement =
                connection.prepareStatement("select 1 from system.databases where name = ?")) {
            statement.setString(1, database);
            try (ResultSet found = statement.executeQuery()) {
                if (!found.next()) {
                    throw new SQLException(
                            "there is no database " + database,
                            "",
                            ClickhouseFailures.UNKNOWN_DATABASE);
                }
            }
        }
    }

    /** Returns all that the driver is told. */
    static Properties properties(Login login, Duration toAnswer) {
        Properties told = new Properties();
        tell(told, ClientConfigProperties.USER, login.user());
        login.password().ifPresent(word -> tell(told, ClientConfigProperties.PASSWORD, word));
        tell(told, ClientConfigProperties.CLIENT_NAME, "Marquetry");
        tell(told, ClientConfigProperties.CONNECTION_TIMEOUT, TO_CONNECT.toMillis());
        tell(
                told,
                ClientConfigProperties.SOCKET_OPERATION_TIMEOUT,
                toAnswer.plus(TO_NOTICE).toMillis());
        tell(told, ClientConfigProperties.SOCKET_KEEPALIVE_OPT, true);
        tell(told, ClientConfigProperties.RETRY_ON_FAILURE, 0);
        tell(told, ClientConfigProperties.COMPRESS_SERVER_RESPONSE, false);
        tell(told, ClientConfigProperties.COMPRESS_CLIENT_REQUEST, false);
        tell(told, ClientConfigProperties.DISABLE_NATIVE_COMPRESSION, true);
        tell(told, ClientConfigProperties.USE_SERVER_TIMEZONE, false);
        tell(told, ClientConfigProperties.USE_TIMEZONE, ClickhouseDialect.UTC);
        // It has no transactions; who reads only misses none.
        told.setProperty(DriverProperties.IGNORE_UNSUPPORTED_VALUES.getKey(), "true");
        MEANING.forEach(
                (name, value) -> told.setProperty(DriverProperties.serverSetting(name), value));
        told.setProperty(
                DriverProperties.serverSetting("max_execution_time"),
                String.valueOf(toAnswer.toSeconds()));
        switch (login.tls()) {
            case Login.Tls.Off off ->
                    told.setProperty(DriverProperties.SECURE_CONNECTION.getKey(), "false");
            case Login.Tls.Trusting trusting -> {
                told.setProperty(DriverProperties.SECURE_CONNECTION.getKey(), "true");
                tell(told, ClientConfigProperties.SSL_MODE, "TRUST");
            }
            case Login.Tls.Verified verified -> {
                told.setProperty(DriverProperties.SECURE_CONNECTION.getKey(), "true");
                tell(told, ClientConfigProperties.SSL_MODE, "STRICT");
                verified.certificate()
                        .ifPresent(
                                file ->
                                        tell(
                                                told,
                                                ClientConfigProperties.CA_CERTIFICATE,
                                                file.toString()));
            }
        }
        return told;
    }

    private static void tell(Properties told, ClientConfigProperties what, Object value) {
        told.setProperty(what.getKey(), String.valueOf(value));
    }
}
