package io.marquetry.source.engine.duckdb;

import io.marquetry.base.FxThread;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.local.InPlaceViews;

import org.duckdb.DuckDBConnection;

import java.nio.file.Path;
import java.sql.SQLException;

/**
 * A file of somebody else, behind views of a database in memory that reads nothing but the file.
 */
public final class InPlaceEngine extends DuckEngine {

    private final Path workspace;
    private final SourcePlace.InPlace place;

    public InPlaceEngine(Path workspace, SourcePlace.InPlace place) {
        this.workspace = workspace;
        this.place = place;
    }

    @Override
    DuckEffort effort() {
        return DuckEffort.ofViews();
    }

    @Override
    DuckDBConnection openRoot() throws SQLException {
        FxThread.refuse();
        DuckDBConnection opened = InPlaceViews.connect(workspace);
        try {
            InPlaceViews.open(opened, place, false);
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }
}
