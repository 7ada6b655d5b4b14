package io.marquetry.source.engine.trino;

import io.marquetry.source.ProfileModel;
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
import java.util.List;

@Tag("cluster")
class TrinoEngineTest extends ServerContract {

    @Override
    protected ProfileSource write(Path folder, String name, List<Row> rows) throws Exception {
        return TestTrino.write(name, RandomRows.MODEL, rows, RandomRows.TODAY);
    }

    @Override
    protected ProfileSource people(Path folder, String name, int profiles) throws Exception {
        ProfileSource source = write(folder, name, TestSource.unknown(profiles));
        ProfileModel layout = TestTrino.lower(RandomRows.MODEL);
        try (Connection connection = TestTrino.connect()) {
            connection.setSchema(source.title());
            TestSource.multiply(DSL.using(connection, SQLDialect.TRINO), layout, profiles);
        }
        return source;
    }

    @Override
    protected String user() {
        return TestTrino.login(TestTrino.server()).user();
    }

    /** Each count takes a cluster a tenth of a second and more, however few the rows are. */
    @Override
    protected int oneOf() {
        return 10;
    }

    /** Its driver holds some pages of an answer. */
    @Override
    protected long cache() {
        return 48L << 20;
    }

    /** A statement that is still planned is not ended. */
    @Override
    protected Duration late() {
        return Duration.ofSeconds(30);
    }

    @Override
    protected List<Row> kept(List<Row> rows) {
        return rows.stream().map(Row::toMicroseconds).toList();
    }

    @Override
    protected OpenSources open(Path folder) {
        return new OpenSources(folder, TestTrino::login);
    }

    @Override
    protected int running() throws SQLException {
        try (Connection connection = TestTrino.connect();
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "select count(*) from system.runtime.queries where state not in"
                                        + " ('FINISHED', 'FAILED') and source = 'Marquetry' and"
                                        + " query like '%ab1%'")) {
            found.next();
            return found.getInt(1);
        }
    }
}
