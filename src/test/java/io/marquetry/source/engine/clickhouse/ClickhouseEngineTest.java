package io.marquetry.source.engine.clickhouse;

import io.marquetry.source.ProfileSource;
import io.marquetry.source.ask.OpenSources;
import io.marquetry.source.engine.RandomRows;
import io.marquetry.source.engine.Row;
import io.marquetry.source.engine.ServerContract;
import io.marquetry.source.engine.TestSource;

import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Tag;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@Tag("clickhouse")
class ClickhouseEngineTest extends ServerContract {

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2299, 12, 31);

    @Override
    protected ProfileSource write(Path folder, String name, List<Row> rows) throws Exception {
        return TestClickhouse.write(name, RandomRows.MODEL, rows, RandomRows.TODAY);
    }

    @Override
    protected ProfileSource people(Path folder, String name, int profiles) throws Exception {
        ProfileSource source = write(folder, name, TestSource.unknown(profiles));
        try (Connection connection = TestClickhouse.connect(source.title())) {
            TestSource.multiply(
                    DSL.using(connection, SQLDialect.CLICKHOUSE), RandomRows.MODEL, profiles);
        }
        return source;
    }

    @Override
    protected String user() {
        return TestClickhouse.login(TestClickhouse.server()).user();
    }

    /** A statement is not ended while it is planned, which takes seconds for thousands of parts. */
    @Override
    protected Duration stops() {
        return Duration.ofSeconds(10);
    }

    /** Times to the microsecond; days of which it knows none are missing. */
    @Override
    protected List<Row> kept(List<Row> rows) {
        return rows.stream().map(Row::toMicroseconds).map(ClickhouseEngineTest::known).toList();
    }

    private static Row known(Row row) {
        Map<String, List<Map<String, Object>>> events = new HashMap<>();
        row.events()
                .forEach(
                        (stream, list) ->
                                events.put(
                                        stream,
                                        list.stream()
                                                .map(ClickhouseEngineTest::known)
                                                .filter(event -> event.containsKey(Row.TIME))
                                                .toList()));
        return new Row(known(row.values()), events);
    }

    private static Map<String, Object> known(Map<String, Object> values) {
        Map<String, Object> known = new HashMap<>(values);
        known.values()
                .removeIf(
                        value ->
                                switch (value) {
                                    case LocalDate day -> !isKnown(day);
                                    // Told in UTC, the first hours of Shanghai lie before.
                                    case LocalDateTime moment ->
                                            !isKnown(moment.toLocalDate().minusDays(1));
                                    default -> false;
                                });
        return known;
    }

    private static boolean isKnown(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    @Override
    protected OpenSources open(Path folder) {
        return new OpenSources(folder, TestClickhouse::login);
    }

    @Override
    protected int running() throws SQLException {
        try (Connection connection = TestClickhouse.connect(TestClickhouse.DATABASE);
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "select count() from system.processes where query like '%ab1%'"
                                        + " and query not like '%system.processes%'")) {
            found.next();
            return found.getInt(1);
        }
    }
}
