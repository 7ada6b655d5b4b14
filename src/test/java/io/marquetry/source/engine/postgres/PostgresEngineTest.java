package io.marquetry.source.engine.postgres;

import io.marquetry.source.ProfileSource;
import io.marquetry.source.ask.OpenSources;
import io.marquetry.source.engine.RandomRows;
import io.marquetry.source.engine.Row;
import io.marquetry.source.engine.ServerContract;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

class PostgresEngineTest extends ServerContract {

    @Override
    protected ProfileSource write(Path folder, String name, List<Row> rows) throws Exception {
        return TestPostgres.write(name, RandomRows.MODEL, rows, RandomRows.TODAY);
    }

    @Override
    protected List<Row> kept(List<Row> rows) {
        return rows.stream().map(Row::toMicroseconds).toList();
    }

    @Override
    protected OpenSources open(Path folder) {
        return new OpenSources(folder, TestPostgres::login);
    }

    @Override
    protected int running() throws SQLException {
        try (Connection connection = TestPostgres.connect();
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "select count(*) from pg_stat_activity where state = 'active'"
                                        + " and application_name = 'Marquetry'")) {
            found.next();
            return found.getInt(1);
        }
    }
}
