package io.marquetry.source.engine.postgres;

import io.marquetry.source.ProfileSource;
import io.marquetry.source.ask.OpenSources;
import io.marquetry.source.engine.EngineContract;
import io.marquetry.source.engine.RandomRows;
import io.marquetry.source.engine.Row;

import java.nio.file.Path;
import java.util.List;

class PostgresEngineTest extends EngineContract {

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
}
