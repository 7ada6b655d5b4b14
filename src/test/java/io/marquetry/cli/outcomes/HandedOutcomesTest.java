package io.marquetry.cli.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Actor;
import io.marquetry.cli.CliRun;
import io.marquetry.launch.Wiring;
import io.marquetry.source.engine.postgres.TestPostgres;
import io.marquetry.source.remote.MachineLogins;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the columns of outcomes on a server tell is handed over with the mapping of the source. */
class HandedOutcomesTest {

    private static final List<String> LOGIN =
            List.of("--user", "handed_ro", "--password-variable", "MARQUETRY_HANDED", "--no-tls");

    @TempDir private Path folder;

    @BeforeEach
    void fillDatabase() throws SQLException {
        try (Connection connection = TestPostgres.connect();
                Statement sql = connection.createStatement()) {
            sql.execute("drop schema if exists handed cascade");
            sql.execute("create schema handed");
            sql.execute("set search_path to handed");
            sql.execute("create table member (id integer primary key, town text, grp text)");
            sql.execute(
                    "insert into member select i, 'Ulm', case i % 4 when 0 then 'none' else 'mail'"
                            + " end from generate_series(1, 400) i");
            sql.execute(
                    "create table what_came (who integer, at timestamptz, what text, worth"
                            + " numeric(9, 2))");
            sql.execute(
                    "insert into what_came select i, timestamptz '2026-01-05 10:00:00+00',"
                            + " case i % 3 when 0 then 'arrived' when 1 then 'seen' else 'paid'"
                            + " end, i % 7 from generate_series(1, 300) i");
            sql.execute("drop role if exists handed_ro");
            sql.execute("create role handed_ro login password 'handed-Secret-1'");
            sql.execute("grant usage on schema handed to handed_ro");
            sql.execute("grant select on all tables in schema handed to handed_ro");
        }
    }

    @Test
    void colleagueHasTheSameFiguresFromTheDocumentAlone() throws Exception {
        connect();
        link(
                "--rows",
                "events",
                "--map",
                "event=what",
                "--event",
                "delivered=arrived",
                "--event",
                "hit=seen",
                "--event",
                "converted=paid");
        Path document = folder.resolve("shop.json");
        run("mine", "source", "mapping", "shop", "--out", document.toString());
        assertThat(Files.readString(document)).contains("\"formatVersion\":2", "\"arrived\"");

        CliRun added = take("theirs", document);
        assertThat(added.out())
                .contains("outcomes link shop --stream what_came --mapping shop-what_came");
        run("theirs", "outcomes", "link", "shop", "--name", "rows", "--mapping", "shop-what_came");
        assertThat(figures("theirs")).isEqualTo(figures("mine"));

        // Handed on before and after anything was linked, the document says the same.
        run("third", "source", "add", "--mapping", document.toString());
        Path again = folder.resolve("again.json");
        run("third", "source", "mapping", "shop", "--out", again.toString());
        assertThat(again).hasSameTextualContentAs(document);
        run("theirs", "source", "mapping", "shop", "--out", again.toString());
        assertThat(again).hasSameTextualContentAs(document);

        // What is kept under the name already stays, and what came last is proposed.
        run("theirs", "outcomes", "remove", "rows");
        try (Workspace theirs = wiring().open(folder.resolve("theirs"))) {
            theirs.sources().remove(new SourceName("shop"));
        }
        assertThat(take("theirs", document, "--json").json().get("outcomeMappings"))
                .isEqualTo(node("what_came", "shop-what_came-2"));
    }

    @Test
    void whatCannotBeOutcomesIsRefusedInOneSentence() throws Exception {
        connect();
        link();
        Path document = folder.resolve("shop.json");
        run("mine", "source", "mapping", "shop", "--out", document.toString());
        String good = Files.readString(document);
        for (String[] change :
                new String[][] {
                    {"\"stream\":\"what_came\"", "\"stream\":\"pg_authid\"", "“pg_authid” is no"},
                    {"\"stream\":\"what_came\"", "\"stream\":\"\"", "“” is no table"},
                    {"\"REVENUE\":", "\"MONEY\":", "MONEY"},
                    {"\"column\":\"worth\"", "\"column\":\" \"", "a column has a name"},
                    {"\"column\":\"worth\"", "\"column\":\"worth\",\"sql\":\"x\"", "sql"},
                    {"\"rows\":\"profiles\"", "\"rows\":\"tables\"", "tables"},
                    {"\"control\":\"none\"", "\"control\":7", "a text in quotes"},
                    {"\"outcomeMappings\":[", "\"outcomeMappings\":[{},", "is missing"},
                    {"\"formatVersion\":2", "\"formatVersion\":3", "between 1 and 2"},
                }) {
            assertThat(good).contains(change[0]);
            Files.writeString(document, good.replace(change[0], change[1]));
            CliRun refused = tried("theirs", add(document));
            assertThat(refused.code()).as(change[1]).isEqualTo(1);
            assertThat(refused.err().strip()).contains(change[2]).doesNotContain("\n");
        }
        int at = good.indexOf("\"outcomeMappings\":[") + "\"outcomeMappings\":[".length();
        String one = good.substring(at, good.indexOf(']', at));
        Files.writeString(document, good.replace(one, one + "," + one));
        assertThat(tried("theirs", add(document)).err()).contains("told twice");
        assertThat(run("theirs", "source", "list", "--json").json()).isEmpty();
        // A document of columns that are gone is taken: whoever links the outcomes is told.
        Files.writeString(document, good.replace("\"column\":\"worth\"", "\"column\":\"gone\""));
        take("theirs", document);
        assertThat(tried("theirs", "outcomes", "link", "shop", "--mapping", "shop-what_came").err())
                .contains("gone");
    }

    private void connect() {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "source",
                                "add",
                                "--name",
                                "shop",
                                "--host",
                                TestPostgres.server().host(),
                                "--port",
                                String.valueOf(TestPostgres.server().port()),
                                "--database",
                                TestPostgres.server().database(),
                                "--table",
                                "handed.member",
                                "--key",
                                "id",
                                "--events",
                                "handed.what_came:who:at",
                                "--zone",
                                "UTC"));
        all.addAll(LOGIN);
        run("mine", all.toArray(String[]::new));
    }

    /** Says what the columns tell. */
    private void link(String... more) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "outcomes",
                                "link",
                                "shop",
                                "--name",
                                "rows",
                                "--stream",
                                "what_came",
                                "--map",
                                "arm=grp",
                                "--map",
                                "revenue=worth",
                                "--control",
                                "none"));
        all.addAll(List.of(more));
        run("mine", all.toArray(String[]::new));
    }

    private static JsonNode node(String name, String value) {
        return JsonMapper.shared().createObjectNode().put(name, value);
    }

    private static String[] add(Path document, String... more) {
        List<String> all =
                new ArrayList<>(List.of("source", "add", "--mapping", document.toString()));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private CliRun take(String workspace, Path document, String... more) {
        return run(workspace, add(document, more));
    }

    private String figures(String workspace) {
        String told = run(workspace, "effect", "show", "--outcomes", "rows", "--json").out();
        assertThat(told).contains("mail");
        return told.replaceAll("\"asOf\" *: *\"[^\"]*\"", "");
    }

    private CliRun run(String workspace, String... arguments) {
        CliRun run = tried(workspace, arguments);
        assertThat(run.code()).as("%s: %s", List.of(arguments), run.err()).isZero();
        return run;
    }

    private CliRun tried(String workspace, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (all.contains("--mapping") && all.contains("add")) {
            all.addAll(LOGIN);
        }
        return CliRun.in(wiring(), folder.resolve(workspace), all.toArray(String[]::new));
    }

    private Wiring wiring() {
        return new Wiring(
                InstantSource.fixed(CliRun.NOW),
                new MachineLogins(
                        folder.resolve("config"),
                        Map.of("MARQUETRY_HANDED", "handed-Secret-1")::get),
                Actor.ofThisMachine());
    }
}
