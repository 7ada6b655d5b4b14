package io.marquetry.source.engine.mysql;

import io.marquetry.source.ProfileSource;
import io.marquetry.source.RemoteEngine;
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
import java.util.List;

@Tag("mariadb")
class MariaDbEngineTest extends ServerContract {

    @Override
    protected ProfileSource write(Path folder, String name, List<Row> rows) throws Exception {
        return TestMariaDb.write(
                engine(), "maria" + name, RandomRows.MODEL, rows, RandomRows.TODAY);
    }

    @Override
    protected ProfileSource people(Path folder, String name, int profiles) throws Exception {
        ProfileSource source = write(folder, name, TestSource.unknown(profiles));
        try (Connection connection = TestMariaDb.connect()) {
            connection.setCatalog(source.title());
            TestSource.multiply(
                    DSL.using(connection, SQLDialect.MARIADB), RandomRows.MODEL, profiles);
        }
        return source;
    }

    @Override
    protected String user() {
        return TestMariaDb.login(TestMariaDb.server()).user();
    }

    @Override
    protected List<Row> kept(List<Row> rows) {
        return rows.stream().map(Row::toMicroseconds).toList();
    }

    @Override
    protected OpenSources open(Path folder) {
        return new OpenSources(folder, TestMariaDb::login);
    }

    /** Returns which of the two kinds of server it is spoken to as. */
    protected RemoteEngine engine() {
        return RemoteEngine.MARIADB;
    }

    @Override
    protected int running() throws SQLException {
        try (Connection connection = TestMariaDb.connect();
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "select count(*) from information_schema.processlist where"
                                        + " command = 'Query' and id <> connection_id() and info like"
                                        + " '%ab1%'")) {
            found.next();
            return found.getInt(1);
        }
    }
}
