package io.marquetry.store.file;

import io.marquetry.source.h2.FileContents;

import org.h2.store.fs.FileUtils;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds in a database file what none of our migrations makes, before H2 opens it: opening runs
 * whatever statements a file holds.
 */
final class SchemaCheck {

    private static final String FOLDER = "db/migration";
    private static final Pattern MIGRATION = Pattern.compile("V(\\d+)__\\w+\\.sql");

    /** What Flyway makes for its own book; starting Flyway for it would take a second. */
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

    private SchemaCheck() {}

    /**
     * Returns the first thing in a file that no workspace of ours has.
     *
     * @throws IOException if the file is damaged
     */
    static Optional<String> foreign(Path file) throws IOException {
        return FileContents.of(file).foreign(Ours.VERSIONS);
    }

    /** What each of our migrations leaves, made once in memory. */
    private static final class Ours {

        private static final List<FileContents> VERSIONS = make();

        private static List<FileContents> make() {
            String file = Connections.IN_MEMORY + Connections.ENDING;
            List<FileContents> versions = new ArrayList<>();
            try {
                run(HISTORY);
                for (String migration : migrations()) {
                    run(text(migration));
                    versions.add(FileContents.of(file));
                }
                FileUtils.delete(file);
            } catch (SQLException | IOException | URISyntaxException e) {
                throw new IllegalStateException("our migrations do not run", e);
            }
            return versions;
        }

        private static void run(String statements) throws SQLException {
            try (Connection connection = Connections.openInMemory();
                    Statement statement = connection.createStatement()) {
                statement.execute(statements);
                connection.commit();
            }
        }

        private static List<String> migrations() throws IOException, URISyntaxException {
            URL folder =
                    Objects.requireNonNull(SchemaCheck.class.getResource("/" + FOLDER), FOLDER);
            return names(folder).stream()
                    .filter(name -> MIGRATION.matcher(name).matches())
                    .sorted(Comparator.comparingInt(Ours::version))
                    .toList();
        }

        private static List<String> names(URL folder) throws IOException, URISyntaxException {
            if (folder.openConnection() instanceof JarURLConnection jar) {
                return jar.getJarFile().stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.startsWith(FOLDER + "/"))
                        .map(name -> name.substring(FOLDER.length() + 1))
                        .toList();
            }
            try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
                return files.map(file -> String.valueOf(file.getFileName())).toList();
            }
        }

        private static int version(String migration) {
            Matcher name = MIGRATION.matcher(migration);
            return name.matches() ? Integer.parseInt(name.group(1)) : 0;
        }

        private static String text(String migration) throws IOException {
            String path = "/" + FOLDER + "/" + migration;
            try (InputStream in =
                    Objects.requireNonNull(SchemaCheck.class.getResourceAsStream(path), path)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
