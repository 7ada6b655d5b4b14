package io.marquetry.store.file;

import io.marquetry.source.h2.FileContents;

import org.h2.store.fs.FileUtils;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What each migration leaves in a workspace, made in memory. */
final class MigratedObjects {

    /** What Flyway makes for its own book. */
    private static final String HISTORY =
            """
            create table "flyway_schema_history" (
                "installed_rank" int not null,
                "version" varchar(50),
                "description" varchar(200) not null,
                "type" varchar(20) not null,
                "script" varchar(1000) not null,
                "checksum" int,
                "installed_by" varchar(100) not null,
                "installed_on" timestamp default current_timestamp not null,
                "execution_time" int not null,
                "success" boolean not null,
                constraint "flyway_schema_history_pk" primary key ("installed_rank")
            );
            create index "flyway_schema_history_s_idx" on "flyway_schema_history" ("success");
            """;

    private static final String MODEL = Connections.IN_MEMORY + "-migrated";

    private MigratedObjects() {}

    /** Returns them after each migration, the first one first. */
    static List<FileContents> versions() throws Exception {
        List<FileContents> versions = new ArrayList<>();
        run(HISTORY);
        for (Path migration : migrations()) {
            run(Files.readString(migration));
            versions.add(FileContents.of(MODEL + Connections.ENDING));
        }
        FileUtils.delete(MODEL + Connections.ENDING);
        return versions;
    }

    private static void run(String statements) throws SQLException {
        try (Connection connection = Connections.openInMemory(MODEL);
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
            connection.commit();
        }
    }

    private static List<Path> migrations() throws Exception {
        URL folder = Objects.requireNonNull(MigratedObjects.class.getResource("/db/migration"));
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.sorted(Comparator.comparingInt(MigratedObjects::version)).toList();
        }
    }

    private static int version(Path migration) {
        String name = String.valueOf(migration.getFileName());
        return Integer.parseInt(name.substring(1, name.indexOf('_')));
    }
}
