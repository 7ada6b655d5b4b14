package io.marquetry.cli.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Actor;
import io.marquetry.cli.CliRun;
import io.marquetry.launch.Wiring;
import io.marquetry.source.RemoteEngine;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.engine.mysql.TestMariaDb;
import io.marquetry.source.engine.postgres.TestPostgres;
import io.marquetry.source.remote.MachineLogins;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Outcomes that stay in a table on a server have the figures of the same rows imported. */
class OutcomesOnServersTest {

    private static final List<String> TOWNS = List.of("Ulm", "上海", "Köln", "O'Fallon");
    private static final int ROWS = 1_500;
    private static final String SCHEMA = "outcomes_there";
    private static final String SECRET = "s3cret-outcomes-0815";

    @TempDir private Path folder;

    /** One row of outcomes; null where a cell is empty. */
    private record Row(
            int customer,
            String arm,
            String town,
            boolean sent,
            boolean hit,
            Optional<Boolean> bought,
            Optional<BigDecimal> spent,
            BigDecimal cost,
            LocalDate day) {}

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void figuresAreThoseOfTheSameRowsImported(RemoteEngine engine) throws Exception {
        List<Row> rows = rows(new Random(7));
        Files.writeString(folder.resolve("people.csv"), csv(rows));
        Files.writeString(folder.resolve("events.csv"), events(rows));
        fill(engine, rows);
        bring(
                engine,
                "people",
                "profile=customer",
                "arm=arm",
                "delivered=sent",
                "hit=hit",
                "converted=bought",
                "revenue=spent",
                "cost=cost",
                "when=day");
        bring(engine, "events", "profile=customer", "arm=arm", "event=what", "when=moment");
        for (String set : List.of("people", "events")) {
            assertThat(figures("there-" + set)).as(set).isEqualTo(figures(set));
            assertThat(run("effect", "advise", "--outcomes", "there-" + set).out())
                    .isEqualTo(run("effect", "advise", "--outcomes", set).out());
        }
    }

    /** Imports a file, and links the table with the same rows where it lies. */
    private void bring(RemoteEngine engine, String name, String... map) {
        boolean maria = engine == RemoteEngine.MARIADB;
        RemoteServer server = maria ? TestMariaDb.server() : TestPostgres.server();
        run(
                "source",
                "add",
                "--engine",
                engine.name(),
                "--name",
                "there-" + name,
                "--host",
                server.host(),
                "--port",
                String.valueOf(server.port()),
                "--database",
                maria ? SCHEMA : server.database(),
                "--user",
                maria ? TestMariaDb.login(server).user() : "outcomes_ro",
                "--password-variable",
                "MARQUETRY_OUTCOMES",
                "--no-tls",
                "--table",
                maria ? name : SCHEMA + "." + name,
                "--key",
                "id");
        List<String> meaning = new ArrayList<>(List.of("--control", "none"));
        for (String pair : map) {
            meaning.addAll(List.of("--map", pair));
        }
        if (name.equals("events")) {
            for (String word : List.of("delivered=sent", "hit=open", "converted=buy")) {
                meaning.addAll(List.of("--event", word));
            }
        }
        List<String> imported =
                new ArrayList<>(List.of("outcomes", "import", path(name + ".csv"), "--name", name));
        imported.addAll(meaning);
        run(imported.toArray(String[]::new));
        List<String> linked =
                new ArrayList<>(
                        List.of("outcomes", "link", "there-" + name, "--name", "there-" + name));
        linked.addAll(List.of("--title", name + ".csv"));
        linked.addAll(meaning);
        run(linked.toArray(String[]::new));
    }

    private static List<Row> rows(Random random) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            boolean treated = random.nextInt(10) > 2;
            boolean sent = treated && random.nextInt(20) > 0;
            boolean hit = random.nextInt(100) < (treated ? 24 : 15);
            boolean bought = hit && random.nextInt(3) == 0;
            rows.add(
                    new Row(
                            i * 7 % ROWS,
                            treated ? random.nextBoolean() ? "mail" : "push" : "none",
                            TOWNS.get(random.nextInt(TOWNS.size())),
                            sent,
                            hit,
                            random.nextInt(50) == 0 ? Optional.empty() : Optional.of(bought),
                            bought
                                    ? Optional.of(BigDecimal.valueOf(random.nextInt(90_000), 2))
                                    : Optional.empty(),
                            treated ? new BigDecimal("0.05") : BigDecimal.ZERO,
                            LocalDate.of(2026, 1, 5).plusDays(random.nextInt(90))));
        }
        return rows;
    }

    private static String csv(List<Row> rows) {
        StringBuilder text =
                new StringBuilder("customer,arm,town,sent,hit,bought,spent,cost,day\n");
        for (Row row : rows) {
            text.append(
                    "%d,%s,%s,%s,%s,%s,%s,%s,%s%n"
                            .formatted(
                                    row.customer,
                                    row.arm,
                                    row.town,
                                    row.sent,
                                    row.hit,
                                    row.bought.map(String::valueOf).orElse(""),
                                    row.spent.map(String::valueOf).orElse(""),
                                    row.cost,
                                    row.day));
        }
        return text.toString();
    }

    /** Each thing that happened to somebody as a row of its own, some of them twice. */
    private static String events(List<Row> rows) {
        StringBuilder text = new StringBuilder("customer,what,arm,town,moment\n");
        for (Row row : rows) {
            for (String what : happened(row)) {
                text.append(
                        "%d,%s,%s,%s,%s 09:30:00%n"
                                .formatted(row.customer, what, row.arm, row.town, row.day));
            }
        }
        return text.toString();
    }

    private static List<String> happened(Row row) {
        List<String> happened = new ArrayList<>(List.of("targeted"));
        if (row.sent) {
            happened.add("sent");
        }
        if (row.hit) {
            happened.addAll(List.of("open", "open"));
        }
        if (row.bought.orElse(false)) {
            happened.add("buy");
        }
        return happened;
    }

    private static void fill(RemoteEngine engine, List<Row> rows) throws SQLException {
        boolean maria = engine == RemoteEngine.MARIADB;
        try (Connection connection = maria ? TestMariaDb.connect() : TestPostgres.connect();
                Statement sql = connection.createStatement()) {
            if (maria) {
                sql.execute("create or replace database " + SCHEMA);
                sql.execute("use " + SCHEMA);
            } else {
                sql.execute("drop schema if exists " + SCHEMA + " cascade");
                sql.execute("create schema " + SCHEMA);
                sql.execute("set search_path to " + SCHEMA);
                sql.execute("drop role if exists outcomes_ro");
                sql.execute("create role outcomes_ro login password '" + SECRET + "'");
                sql.execute("grant usage on schema " + SCHEMA + " to outcomes_ro");
            }
            sql.execute(
                    "create table people (id bigint primary key, customer integer, arm"
                            + " varchar(10), town varchar(20), sent boolean, hit boolean, bought"
                            + " boolean, spent numeric(12, 2), cost numeric(12, 2), day date)");
            sql.execute(
                    "create table events (id bigint primary key, customer integer, what"
                            + " varchar(10), arm varchar(10), town varchar(20), moment timestamp)");
            if (!maria) {
                sql.execute("grant select on all tables in schema " + SCHEMA + " to outcomes_ro");
            }
            fillPeople(connection, rows);
            fillEvents(connection, rows);
        }
    }

    private static void fillPeople(Connection connection, List<Row> rows) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into people values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < rows.size(); i++) {
                Row row = rows.get(i);
                insert.setLong(1, i);
                insert.setInt(2, row.customer);
                insert.setString(3, row.arm);
                insert.setString(4, row.town);
                insert.setBoolean(5, row.sent);
                insert.setBoolean(6, row.hit);
                insert.setObject(7, row.bought.orElse(null), Types.BOOLEAN);
                insert.setBigDecimal(8, row.spent.orElse(null));
                insert.setBigDecimal(9, row.cost);
                insert.setDate(10, Date.valueOf(row.day));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void fillEvents(Connection connection, List<Row> rows) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into events values (?, ?, ?, ?, ?, ?)")) {
            int id = 0;
            for (Row row : rows) {
                for (String what : happened(row)) {
                    insert.setLong(1, id++);
                    insert.setInt(2, row.customer);
                    insert.setString(3, what);
                    insert.setString(4, row.arm);
                    insert.setString(5, row.town);
                    insert.setTimestamp(6, Timestamp.valueOf(row.day + " 09:30:00"));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** Returns the figures; what they are called and of when they are is theirs. */
    private String figures(String set) {
        String told =
                run(
                                "effect",
                                "show",
                                "--json",
                                "--outcomes",
                                set,
                                "--by",
                                "town",
                                "--by",
                                "month",
                                "--by",
                                "town+week",
                                "--from",
                                "2026-01-12")
                        .json()
                        .toPrettyString();
        assertThat(told).contains("\u4e0a\u6d77", "2026-02");
        return told.replaceAll("\"(outcomes|title|asOf)\" : \"[^\"]*\"", "\"$1\"");
    }

    private CliRun run(String... arguments) {
        CliRun run =
                CliRun.in(
                        new Wiring(
                                InstantSource.fixed(CliRun.NOW),
                                new MachineLogins(
                                        folder.resolve("config"),
                                        Map.of("MARQUETRY_OUTCOMES", SECRET)::get),
                                Actor.ofThisMachine()),
                        Path.of(path("w")),
                        arguments);
        assertThat(run.code()).as("%s: %s", List.of(arguments), run.err()).isZero();
        return run;
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
