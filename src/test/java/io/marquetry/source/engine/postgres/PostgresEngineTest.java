package io.marquetry.source.engine.postgres;

import io.marquetry.source.ProfileSource;
import io.marquetry.source.ask.OpenSources;
import io.marquetry.source.engine.RandomRows;
import io.marquetry.source.engine.Row;
import io.marquetry.source.engine.ServerContract;
import io.marquetry.source.engine.TestSource;

import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

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
    protected ProfileSource people(Path folder, String name, int profiles) throws Exception {
        ProfileSource source = write(folder, name, TestSource.unknown(profiles));
        try (Connection connection = TestPostgres.connect()) {
            connection.setSchema(source.title());
            TestSource.multiply(
                    DSL.using(connection, SQLDialect.POSTGRES), RandomRows.MODEL, profiles);
        }
        return source;
    }

    @Override
    protected String user() {
        return TestPostgres.login(TestPostgres.server()).user();
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
                                        + " and application_name = 'Marquetry' and query ilike '%position(%'")) {
            found.next();
            return found.getInt(1);
        }
    }
}
