package io.marquetry.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.ChildJvm;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.engine.mysql.TestMariaDb;
import io.marquetry.source.engine.postgres.TestPostgres;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** The password of a database is planted, and looked for wherever the program could leave it. */
@EnabledOnOs(OS.LINUX)
class PasswordStaysTest {

    private static final String USER = "planted_ro";
    private static final int LOOK_EACH = 100_000_000;

    // Another one each time: tests that run beside this one plant their own.
    private final Planted password = new Planted("planted-" + UUID.randomUUID());

    @TempDir private Path folder;
    @TempDir private Path secrets;

    @Test
    void passwordOfPostgresIsFoundNowhere() throws Exception {
        try (Connection connection = TestPostgres.connect();
                Statement sql = connection.createStatement()) {
            sql.execute("drop schema if exists planted cascade");
            sql.execute("create schema planted");
            fill(sql);
            sql.execute("drop role if exists " + USER);
            sql.execute("create role " + USER + " login password '" + password.text() + "'");
            sql.execute("grant usage on schema planted to " + USER);
            sql.execute("grant select on all tables in schema planted to " + USER);
        }
        assertFoundNowhere(TestPostgres.server());
        try (Connection connection = TestPostgres.connect();
                Statement sql = connection.createStatement()) {
            sql.execute("alter role " + USER + " nologin");
        }
        assertFoundNowhereWhereItIsRefused();
    }

    @Test
    @Tag("mariadb")
    void passwordOfMariaDbIsFoundNowhere() throws Exception {
        try (Connection connection = TestMariaDb.connect();
                Statement sql = connection.createStatement()) {
            // It lets in whoever comes, and is told the password all the same.
            sql.execute("create or replace database planted");
            fill(sql);
        }
        RemoteServer server = TestMariaDb.server();
        assertFoundNowhere(
                new RemoteServer(server.engine(), server.host(), server.port(), "planted"));
    }

    private static void fill(Statement sql) throws SQLException {
        sql.execute("create table planted.customers (id varchar(9) primary key, city varchar(9))");
        sql.execute("insert into planted.customers values ('a', 'low'), ('b', 'high')");
    }

    private void assertFoundNowhere(RemoteServer server) throws Exception {
        Path file = secrets.resolve("password");
        Path exports = Files.createDirectory(folder.resolve("exports"));
        Files.writeString(file, password.text() + "\n");
        ChildJvm program =
                ChildJvm.start(
                        AskingChild.class,
                        String.join(
                                "\n",
                                add(server, file),
                                command("source", "check", "shop"),
                                command("source", "list", "--json"),
                                AskingChild.SAVE_TAG,
                                command(
                                        "preview",
                                        "--source",
                                        "shop",
                                        "--expression",
                                        "user_city_low",
                                        "--verify"),
                                command("source", "refresh", "shop"),
                                command(
                                        "source",
                                        "mapping",
                                        "shop",
                                        "--out",
                                        exports.resolve("mapping.json").toString()),
                                command(
                                        "package",
                                        "create",
                                        "pack_planted",
                                        "--name",
                                        "Planted",
                                        "--source",
                                        "shop",
                                        "--expression",
                                        "user_city_low"),
                                command(
                                        "package",
                                        "export",
                                        "pack_planted",
                                        "--with-recipients",
                                        "CSV",
                                        "--out",
                                        exports.resolve("pack.json").toString())),
                        folder);
        Seen seen = watched(program);

        assertThat(seen.lines())
                .as("what was done")
                .contains(
                        "source add: 0",
                        "source check: 0",
                        "preview --source: 0",
                        "source mapping: 0",
                        "package create: 0",
                        "package export: 0");
        assertThat(exports).isDirectoryContaining("glob:**.csv");
        assertThat(folder.resolve("config/connections.json")).isNotEmptyFile();
        assertThat(seen.looked()).as("looked while it worked").isGreaterThan(1);
        assertThat(seen.processes()).isEmpty();
        assertThat(String.join("\n", seen.lines())).doesNotContain(password.text());
        assertThat(password.files(folder)).isEmpty();
    }

    /** Not in the reason either. */
    private void assertFoundNowhereWhereItIsRefused() throws Exception {
        Seen refused =
                watched(
                        ChildJvm.start(
                                AskingChild.class,
                                String.join(
                                        "\n",
                                        command("source", "check", "shop"),
                                        command(
                                                "preview",
                                                "--source",
                                                "shop",
                                                "--expression",
                                                "user_city_low",
                                                "--verify")),
                                folder));
        assertThat(refused.lines()).contains("source check: 1", "preview --source: 1");
        assertThat(refused.processes()).isEmpty();
        assertThat(folder.resolve("logs/marquetry.log")).exists();
        assertThat(String.join("\n", refused.lines())).doesNotContain(password.text());
        assertThat(password.files(folder)).isEmpty();
    }

    @Test
    void wouldBeFoundWhereverItWasLeft() throws Exception {
        Path plain = Files.writeString(folder.resolve("a.mv.db"), "x" + password.text() + "y");
        Path wide =
                Files.write(
                        folder.resolve("b.log"),
                        password.text().getBytes(StandardCharsets.UTF_16LE));
        Path encoded =
                Files.writeString(
                        folder.resolve("c.json"),
                        Base64.getEncoder()
                                .encodeToString(password.text().getBytes(StandardCharsets.UTF_8)));
        Files.writeString(folder.resolve("d.csv"), "id,city\na,low\n");
        assertThat(password.files(folder)).containsExactlyInAnyOrder(plain, wide, encoded);

        assertThat(password.processes()).isEmpty();
        Process told = new ProcessBuilder("sleep", "60").start();
        ProcessBuilder builder = new ProcessBuilder("tail", "-f", "/dev/null", "--", "/dev/null");
        builder.environment().put("PGPASSWORD", password.text());
        Process knowing = builder.start();
        Process saying =
                new ProcessBuilder("bash", "-c", "read x; true " + password.text()).start();
        try {
            assertThat(password.processes())
                    .contains(knowing.pid() + " environ", saying.pid() + " cmdline");
            assertThat(password.processes().toString()).doesNotContain(told.pid() + " ");
        } finally {
            List.of(told, knowing, saying).forEach(Process::destroyForcibly);
        }
    }

    /**
     * What was seen of a process.
     *
     * @param lines what it told
     * @param processes which processes held the password meanwhile
     * @param looked how often they were looked at
     */
    private record Seen(List<String> lines, TreeSet<String> processes, int looked) {}

    private Seen watched(ChildJvm program)
            throws IOException, InterruptedException, ExecutionException {
        TreeSet<String> processes = new TreeSet<>();
        int looked = 0;
        Callable<List<String>> rest = program::restOfLines;
        try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
            Future<List<String>> lines = reader.submit(rest);
            while (!lines.isDone()) {
                processes.addAll(password.processes());
                looked++;
                LockSupport.parkNanos(LOOK_EACH);
            }
            return new Seen(lines.get(), processes, looked);
        }
    }

    private static String add(RemoteServer server, Path file) {
        return command(
                "source",
                "add",
                "--name",
                "shop",
                "--engine",
                server.engine().name().toUpperCase(Locale.ROOT),
                "--host",
                server.host(),
                "--port",
                String.valueOf(server.port()),
                "--database",
                server.database(),
                "--user",
                USER,
                "--password-file",
                file.toString(),
                "--no-tls",
                "--table",
                "customers",
                "--key",
                "id");
    }

    private static String command(String... words) {
        return String.join("\t", new ArrayList<>(List.of(words)));
    }
}
