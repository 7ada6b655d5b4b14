package io.marquetry.store.rows;

import io.marquetry.store.Examples;
import io.marquetry.store.file.Wholeness;
import io.marquetry.store.file.WorkspaceFile;
import io.marquetry.store.save.Saves;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.InstantSource;

/** The workspace in a file of H2. */
class H2StoreTest extends StoreContract {

    @TempDir private Path folder;
    private WorkspaceFile file;

    @BeforeEach
    void open() {
        file = WorkspaceFile.open(folder, InstantSource.fixed(Examples.NOON));
    }

    @AfterEach
    void close() {
        file.close();
    }

    @Override
    Saves saves() {
        return file.saves();
    }

    @Override
    boolean isWhole() {
        return saves().read(Wholeness::of);
    }
}
