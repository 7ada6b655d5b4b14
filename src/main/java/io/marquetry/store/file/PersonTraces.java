package io.marquetry.store.file;

import io.marquetry.base.DurableFiles;
import io.marquetry.base.FxThread;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where people may stand in the database of a workspace and its copies: older programs kept
 * outcomes of single profiles in a table there.
 */
final class PersonTraces {

    private static final Table<Record> OUTCOMES = DSL.table(DSL.name("OUTCOME"));
    private static final Field<String> PERSON =
            DSL.field(DSL.name("PROFILE_KEY"), SQLDataType.VARCHAR);

    private final WorkspaceFiles files;

    PersonTraces(WorkspaceFiles files) {
        this.files = files;
    }

    /** Removes the copies that hold the person, and those that nobody can look into. */
    int removeFrom(String key) throws IOException {
        int removed = 0;
        for (Path copy : copies()) {
            if (holds(copy, key)) {
                Files.delete(copy);
                removed++;
            }
        }
        return removed;
    }

    private List<Path> copies() throws IOException {
        List<Path> copies = new ArrayList<>();
        Backups.list(files).forEach(backup -> copies.add(backup.file()));
        Path damaged = files.damaged();
        if (Files.isDirectory(damaged)) {
            try (Stream<Path> found = Files.list(damaged)) {
                found.forEach(copies::add);
            }
        }
        return copies;
    }

    private boolean holds(Path copy, String key) throws IOException {
        FxThread.refuse();
        Path unpacked =
                files.backups().resolve("traces" + DurableFiles.UNFINISHED + Connections.ENDING);
        try {
            if (copy.toString().endsWith(Backup.ENDING)) {
                Backups.unpack(copy, unpacked);
            } else {
                Files.copy(copy, unpacked, StandardCopyOption.REPLACE_EXISTING);
            }
            if (SchemaCheck.foreign(unpacked).isPresent()) {
                return true;
            }
            try (Connection connection = Connections.open(unpacked)) {
                return named(Connections.sql(connection), key);
            }
        } catch (IOException | SQLException | RuntimeException e) {
            return true;
        } finally {
            Files.deleteIfExists(unpacked);
        }
    }

    private static boolean named(DSLContext sql, String key) {
        boolean has =
                sql.fetchExists(
                        DSL.selectOne()
                                .from(DSL.table(DSL.name("INFORMATION_SCHEMA", "TABLES")))
                                .where(
                                        DSL.field(DSL.name("TABLE_NAME"), SQLDataType.VARCHAR)
                                                .eq("OUTCOME")));
        return has && sql.fetchExists(DSL.selectOne().from(OUTCOMES).where(PERSON.eq(key)));
    }
}
