package io.marquetry.source.engine.duckdb;

import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.engine.EngineContract;
import io.marquetry.source.engine.RandomRows;
import io.marquetry.source.engine.Row;
import io.marquetry.source.engine.TestSource;

import java.nio.file.Path;
import java.util.List;

class DuckEngineTest extends EngineContract {

    @Override
    protected ProfileSource write(Path folder, String name, List<Row> rows) throws Exception {
        return TestSource.write(
                SourceEngine.DUCKDB, folder, name, RandomRows.MODEL, rows, RandomRows.TODAY);
    }

    @Override
    protected ProfileSource people(Path folder, String name, int profiles) throws Exception {
        return TestSource.people(SourceEngine.DUCKDB, folder, name, RandomRows.MODEL, profiles);
    }

    @Override
    protected List<Row> kept(List<Row> rows) {
        return rows.stream().map(Row::toMicroseconds).toList();
    }
}
