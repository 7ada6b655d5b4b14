package io.marquetry.source.local;

import io.marquetry.base.Problem;
import io.marquetry.source.AttributeType;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.h2.FileContents;
import io.marquetry.source.h2.H2Driver;
import io.marquetry.source.local.write.H2DatabaseFile;
import io.marquetry.source.local.write.H2TableWriter;
import io.marquetry.source.local.write.TableColumn;

import org.h2.store.fs.FileUtils;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the files of local sources in H2 hold: tables like those that imports make, no more. */
public final class LocalTables {

    private static final String IN_MEMORY = "nioMemFS:marquetry-tables";

    private LocalTables() {}

    /**
     * Refuses a file with anything else in it, before H2 opens it and so runs it.
     *
     * @param title what people call the source
     * @throws io.marquetry.base.ProblemException if it holds anything else, or cannot be read
     */
    public static void refuseForeign(String title, Path file) {
        Optional<String> foreign;
        try {
            foreign = FileContents.of(file).foreignToTables(Ours.TABLES);
        } catch (IOException e) {
            throw Problem.of("problem.source.unreadable", title, file.toString()).asException(e);
        }
        if (foreign.isPresent()) {
            throw Problem.of("problem.source.foreign", title, foreign.get()).asException();
        }
    }

    /** Tables with a column of each type, made once in memory as imports make them. */
    private static final class Ours {

        private static final FileContents TABLES = make();

        private static FileContents make() {
            List<TableColumn> columns = new ArrayList<>();
            for (AttributeType type : AttributeType.values()) {
                columns.add(new TableColumn("must" + type, type, 0, true));
                columns.add(new TableColumn("may" + type, type, 0, false));
            }
            String file = IN_MEMORY + SourceEngine.H2.ending();
            try {
                write(columns);
                FileContents made = FileContents.of(file);
                FileUtils.delete(file);
                return made;
            } catch (SQLException | IOException e) {
                throw new IllegalStateException("no tables in memory", e);
            }
        }

        private static void write(List<TableColumn> columns) throws SQLException {
            try (Connection connection =
                    H2Driver.open("jdbc:h2:" + IN_MEMORY + H2DatabaseFile.SETTINGS)) {
                new H2TableWriter(connection, ModelColumns.PROFILE, columns, true).close();
                new H2TableWriter(connection, "EVENT_1", columns, false).close();
            }
        }
    }
}
