package io.marquetry.cli.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Actor;
import io.marquetry.cli.CliRun;
import io.marquetry.launch.Wiring;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.engine.TestTags;
import io.marquetry.source.engine.postgres.TestPostgres;
import io.marquetry.source.remote.MachineLogins;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.tag.Window;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A database on a PostgreSQL server as a source, from connecting to a package. */
class RemoteSourceTest {

    private static final List<String> LOGIN =
            List.of("--user", "marketing_ro", "--password-variable", "MARQUETRY_SHOP", "--no-tls");

    private static final String PASSWORD = "s3cret-planted-0815";
    private static final TagKey BUYERS = new TagKey("user_value_buyers");
    private static final TagKey LOWER = new TagKey("user_city_lower");

    @TempDir private Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private Wiring wiring;

    @BeforeEach
    void fillDatabase() throws SQLException {
        environment.put("MARQUETRY_SHOP", PASSWORD);
        wiring =
                new Wiring(
                        InstantSource.fixed(CliRun.NOW),
                        new MachineLogins(folder.resolve("config"), environment::get),
                        Actor.ofThisMachine());
        try (Connection connection = TestPostgres.connect();
                Statement sql = connection.createStatement()) {
            sql.execute("drop schema if exists \"crm.it's\" cascade");
            sql.execute("create schema \"crm.it's\"");
            sql.execute("set search_path to \"crm.it's\"");
            sql.execute(
                    "create table \"客户\" (\"order\" uuid primary key, city text, code char(4),"
                            + " born date, extra jsonb)");
            sql.execute(
                    "insert into \"客户\" select ('00000000-0000-0000-0000-' ||"
                            + " lpad(i::text, 12, '0'))::uuid, case i % 3 when 0 then 'Low' when 1"
                            + " then 'low' end, 'ab', date '1990-01-01' + i, '{}' from"
                            + " generate_series(0, 99) i");
            sql.execute("create table bought (who text, at timestamptz, amount numeric(38, 2))");
            sql.execute(
                    "insert into bought select '00000000-0000-0000-0000-' || lpad((i % 40)::text,"
                            + " 12, '0'), timestamptz '2025-12-31 16:00:00+00', 10 from"
                            + " generate_series(1, 80) i");
            sql.execute("drop role if exists marketing_ro");
            sql.execute("create role marketing_ro login password '" + PASSWORD + "'");
            sql.execute("grant usage on schema \"crm.it's\" to marketing_ro");
            sql.execute("grant select on all tables in schema \"crm.it's\" to marketing_ro");
        }
    }

    @Test
    void numbersComeFromTheServerAndFollowIt() throws Exception {
        assertThat(add().code()).isZero();
        saveTags();

        assertThat(preview("user_city_lower").get("audience").asInt()).isEqualTo(33);
        JsonNode buyers = preview("user_value_buyers", "--verify");
        assertThat(buyers.get("audience").asInt()).isEqualTo(40);
        assertThat(buyers.get("profiles").asInt()).isEqualTo(100);
        JsonNode explained = explain();
        assertThat(explained.get("in").asBoolean()).isTrue();
        JsonNode live = explain("--live");
        for (String told : List.of("in", "rows", "smallest", "alone", "today", "source")) {
            assertThat(live.get(told)).isEqualTo(explained.get(told));
        }

        write(
                "insert into \"crm.it's\".bought values ('00000000-0000-0000-0000-000000000099',"
                        + " now(), 1)");
        write("insert into \"crm.it's\".\"客户\" values (gen_random_uuid())");
        JsonNode later = preview("user_value_buyers", "--verify");
        assertThat(later.get("audience").asInt()).isEqualTo(41);
        assertThat(later.get("profiles").asInt()).isEqualTo(101);
        assertThat(later.get("fingerprint").asString())
                .isNotEqualTo(buyers.get("fingerprint").asString());
    }

    private void assertKeptNowhere() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(PASSWORD);
            }
        }
    }

    @Test
    void liveUseIsProposedFromTheLimitOnWithWhatBothTake() {
        add();
        saveTags();
        JsonNode small = run("source", "live", "shop", "--json").json();
        assertThat(small.get("proposed").asString()).isEqualTo("index");
        assertThat(small.get("profiles").asLong()).isEqualTo(100);
        assertThat(small.get("limit").asLong()).isEqualTo(20_000_000);
        assertThat(small.get("tags").asInt()).isEqualTo(2);
        assertThat(small.get("bytesATag").asInt()).isEqualTo(13);
        assertThat(small.get("millisToBuild").asLong()).isPositive();
        assertThat(small.get("millisToAnswer").asLong()).isPositive();

        assertThat(run("source", "live", "shop", "--limit", "99").out())
                .startsWith("Live use is proposed: 100 profiles are more than the limit of 99.")
                .contains(
                        "With 2 tags, the index takes at most 0.0", "s to build; live, an answer");
        // Remembered.
        assertThat(run("source", "live", "shop", "--json").json().get("proposed").asString())
                .isEqualTo("live");
        CliRun refused = run("source", "live", "shop", "--limit", "-1");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("-1 cannot be a limit");
    }

    @Test
    void mappingIsHandedOverWithoutSecrets() throws Exception {
        add();
        Path mapping = folder.resolve("shop.json");
        CliRun written = run("source", "mapping", "shop", "--out", mapping.toString());
        assertThat(written.code()).as(written.err()).isZero();
        assertThat(Files.readString(mapping))
                .contains("客户")
                .doesNotContain(PASSWORD)
                .doesNotContain("marketing_ro")
                .doesNotContain("MARQUETRY_SHOP");
        CliRun taken = take(mapping, "--name", "shop2", "--json");
        assertThat(taken.code()).as(taken.err()).isZero();
        assertThat(taken.json().get("profiles").asInt()).isEqualTo(100);

        for (String hostile :
                List.of(
                        "\"socketFactory\":\"java.io.FileOutputStream\"",
                        "\"url\":\"jdbc:h2:mem:a;INIT=CREATE ALIAS\"",
                        "\"allowLoadLocalInfile\":true",
                        "\"autoDeserialize\":true",
                        "\"user\":\"postgres\"",
                        "\"password\":\"x\"",
                        "\"sessionVariables\":\"sql_mode=''\"",
                        "\"tls\":\"off\"")) {
            String document = Files.readString(mapping);
            Path spoilt = folder.resolve("hostile.json");
            Files.writeString(spoilt, "{" + hostile + "," + document.strip().substring(1));
            CliRun refused =
                    run(
                            "source",
                            "add",
                            "--mapping",
                            spoilt.toString(),
                            "--name",
                            "bad",
                            "--user",
                            "a",
                            "--no-tls");
            assertThat(refused.code()).as(hostile).isEqualTo(1);
            assertThat(refused.err()).contains("#");
        }
    }

    @Test
    void columnsAreDecidedHandedOverAndKeptWhenTheSourceIsReadAgain() throws Exception {
        write("alter table \"crm.it's\".\"客户\" add column shop integer default 7");
        write("alter table \"crm.it's\".\"客户\" add column mobile text default '13800001234'");
        CliRun added =
                add(
                        "--table",
                        "客户",
                        "--key",
                        "order",
                        "--events",
                        "crm.it's.bought:who:at",
                        "--leave-out",
                        "code",
                        "--leave-out",
                        "crm.it's.bought:amount",
                        "--as-text",
                        "shop",
                        "--purpose",
                        "mobile=plain",
                        "--json");
        assertThat(added.code()).as(added.err()).isZero();
        assertDecided(added.json());
        saveTag(new TagRule.InList("shop", List.of(new Value.Text("7"))));
        assertThat(preview("user_city_lower", "--verify").get("audience").asInt()).isEqualTo(100);
        write("alter table \"crm.it's\".\"客户\" drop column code");
        CliRun again = run("source", "refresh", "shop", "--json");
        assertThat(again.code()).as(again.err()).isZero();
        assertDecided(again.json());

        Path mapping = folder.resolve("shop.json");
        run("source", "mapping", "shop", "--out", mapping.toString());
        write("alter table \"crm.it's\".\"客户\" rename column mobile to phone");
        CliRun looked = run("source", "refresh", "shop", "--dry-run");
        assertThat(looked.code()).as(looked.err()).isZero();
        assertThat(looked.out())
                .contains("Columns that are gone: mobile.", "New columns: phone.")
                .contains("Nothing was replaced.");
        assertDecided(run("source", "list", "--json").json().get(0));
        CliRun renamed = run("source", "refresh", "shop", "--json");
        assertThat(renamed.code()).as(renamed.err()).isZero();
        assertThat(renamed.json().get("gone").toString()).isEqualTo("[\"mobile\"]");
        assertThat(renamed.json().get("new").toString()).isEqualTo("[\"phone\"]");
        assertThat(renamed.json().get("attributes").propertyNames())
                .containsExactly("order", "city", "born", "shop", "phone");
        write("alter table \"crm.it's\".\"客户\" rename column phone to mobile");
        CliRun taken = take(mapping, "--name", "shop2", "--json");
        assertThat(taken.code()).as(taken.err()).isZero();
        assertDecided(taken.json());
        String document = Files.readString(mapping);
        for (String hostile :
                List.of(
                        document.replace("\"asText\":true", "\"asText\":true,\"sql\":\"x\""),
                        document.replace("\"asText\":true", "\"purpose\":\"EVIL\""),
                        document.replace("\"column\":\"shop\"", "\"column\":\"shop\\\";--\""))) {
            Files.writeString(mapping, hostile);
            assertThat(take(mapping, "--name", "bad").code()).as(hostile).isEqualTo(1);
        }
        CliRun fax = add("--table", "客户", "--key", "order", "--purpose", "mobile=fax");
        assertThat(fax.code()).isEqualTo(2);
        assertThat(fax.err()).contains("is nothing a column can be for");
    }

    private static void assertDecided(JsonNode source) {
        assertThat(source.get("attributes").propertyNames())
                .containsExactly("order", "city", "born", "shop", "mobile");
        assertThat(source.get("attributes").get("shop").asString()).isEqualTo("TEXT");
        assertThat(source.get("purposes")).isEmpty();
        assertThat(source.get("events").get("bought")).isEmpty();
    }

    @Test
    void whatADatabaseCouldBeIsProposedCountedAndTaken() throws Exception {
        write(
                "create table \"crm.it's\".sms_log (customer_id text, sent_at timestamptz,"
                        + " delivered boolean)");
        write("grant select on \"crm.it's\".sms_log to marketing_ro");
        write(
                "create table \"crm.it's\".member (customer_id text primary key, mobile text,"
                        + " accepts_marketing boolean, city text)");
        write("insert into \"crm.it's\".member values ('1', '13800001234', true, 'Wien')");
        write("insert into \"crm.it's\".sms_log values ('1', now(), true), ('2', now(), false)");
        write("grant select on \"crm.it's\".member to marketing_ro");
        Path file = folder.resolve("proposed.json");
        String[] where = {
            "source",
            "propose",
            "--host",
            TestPostgres.server().host(),
            "--port",
            String.valueOf(TestPostgres.server().port()),
            "--database",
            TestPostgres.server().database(),
            "--user",
            "marketing_ro",
            "--password-variable",
            "MARQUETRY_SHOP",
            "--no-tls",
            "--count",
            "--out",
            file.toString()
        };
        CliRun told = run(where);
        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.out())
                .contains("crm.it's.member: profiles, key customer_id")
                .contains("  mobile  TEXT  PHONE  138••••34")
                .contains("  accepts_marketing  BOOLEAN  CONSENT  true")
                .contains("crm.it's.sms_log: outcomes of customer_id at sent_at")
                .contains("one row; 0 without a key; none repeats one.")
                .contains("crm.it's.sms_log: 1 of nobody")
                .doesNotContain("13800001234");
        CliRun added = take(file);
        assertThat(added.code()).as(added.err()).isZero();
        assertThat(added.out()).contains("“sms_log” tells what came of messages");
        JsonNode listed = run("source", "list", "--json").json().get(0);
        assertThat(listed.get("purposes").get("mobile").asString()).isEqualTo("PHONE");
        assertThat(listed.get("outcomes").get(0).asString()).isEqualTo("sms_log");
    }

    @Test
    void passwordInTheVaultIsFoundNowhereElse() throws Exception {
        Path passphrase = folder.resolveSibling(folder.getFileName() + "-passphrase");
        Files.writeString(passphrase, "correct horse");
        CliRun added =
                add(
                        "--table",
                        "客户",
                        "--key",
                        "order",
                        "--events",
                        "crm.it's.bought:who:at",
                        "--keep-in-vault",
                        "--passphrase-file",
                        passphrase.toString());
        assertThat(added.code()).as(added.err()).isZero();
        saveTags();
        environment.clear();
        // As another day: nothing that was unlocked is left.
        wiring = anew();
        CliRun locked =
                run("preview", "--source", "shop", "--expression", "user_city_lower", "--verify");
        assertThat(locked.code()).isEqualTo(1);
        assertThat(locked.err()).contains("your vault, which is locked");
        environment.put("MARQUETRY_PASSPHRASE", "correct horse");
        wiring = anew();
        assertThat(preview("user_city_lower", "--verify").get("audience").asInt()).isEqualTo(33);
        CliRun listed = run("source", "list", "--json");
        assertThat(added.out() + added.err() + locked.err() + listed.out())
                .doesNotContain(PASSWORD);
        assertThat(
                        ProcessHandle.allProcesses()
                                .map(process -> process.info().commandLine().orElse(""))
                                .filter(line -> line.contains(PASSWORD)))
                .isEmpty();
        assertKeptNowhere();
        Files.delete(passphrase);
        assertThat(run("source", "remove", "shop").err()).doesNotContain("stays");
        assertThat(known()).isEmpty();
        assertThat(logins().vault().find("login POSTGRESQL " + server())).isEmpty();
    }

    @Test
    void removedSourceTellsThatItsPasswordStaysInALockedVault() throws Exception {
        Path passphrase = Files.writeString(folder.resolve("passphrase"), "correct horse");
        String[] hidden = {"--keep-in-vault", "--passphrase-file", passphrase.toString()};
        CliRun first = add(hidden[0], hidden[1], hidden[2], "--table", "客户", "--key", "order");
        assertThat(first.code()).as(first.err()).isZero();
        Path mapping = folder.resolve("shop.json");
        run("source", "mapping", "shop", "--out", mapping.toString());
        CliRun again = take(mapping, hidden[0], hidden[1], hidden[2], "--name", "again");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(run("source", "remove", "again").code()).isZero();
        assertThat(known()).isPresent();
        wiring = anew();
        CliRun removed = run("source", "remove", "shop");
        assertThat(removed.code()).as(removed.err()).isZero();
        assertThat(removed.err()).contains("stays in your vault, which is locked");
        assertThat(known()).isEmpty();
    }

    private MachineLogins logins() {
        return new MachineLogins(folder.resolve("config"), environment::get);
    }

    private static RemoteServer server() {
        return TestPostgres.server();
    }

    private Optional<MachineLogins.Known> known() {
        return logins().known(server());
    }

    private Wiring anew() {
        return new Wiring(
                InstantSource.fixed(CliRun.NOW),
                new MachineLogins(folder.resolve("config"), environment::get),
                Actor.ofThisMachine());
    }

    @Test
    void wayToTheServerIsTestedStepByStep() throws Exception {
        add();
        CliRun good = run("source", "check", "shop", "--json");
        assertThat(good.code()).as(good.out() + good.err()).isZero();
        assertThat(good.json().get("steps").findValuesAsString("step"))
                .containsExactly("NAME", "PORT", "LOGIN", "RIGHTS", "QUERY", "SOURCE");

        // The server is well, and other tables can be read: that says nothing of this source.
        write("revoke select on \"crm.it's\".bought from marketing_ro");
        CliRun unread = run("source", "check", "shop");
        assertThat(unread.code()).as(unread.out() + unread.err()).isEqualTo(1);
        assertThat(unread.out())
                .contains("ok Signed in:")
                .contains("failed Tables of this source")
                .contains("may not read crm.it's.bought on")
                .doesNotContain("member on");
        write("grant select on \"crm.it's\".bought to marketing_ro");
        write("alter table \"crm.it's\".\"客户\" drop column city");
        CliRun lost = run("source", "check", "shop", "--json");
        assertThat(lost.code()).as(lost.out() + lost.err()).isEqualTo(1);
        assertThat(lost.json().get("steps").get(5).get("problem").asString()).contains("“city”");

        write("alter role marketing_ro nologin");
        CliRun refused = run("source", "check", "shop");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out())
                .contains("failed Signed in:")
                .contains("refused the user or the password")
                .doesNotContain("Rights");
    }

    @Test
    void whatIsNotThereIsToldWithWhatIs() {
        assertRefused("There is no one table “orders”", "--table", "orders", "--key", "order");
        assertRefused("no column “id”", "--table", "客户", "--key", "id");
        assertRefused("cannot name the profiles", "--table", "客户", "--key", "city");
        assertRefused(
                "is not the name or address of a server",
                "--host",
                "localhost/x?socketFactory=a",
                "--table",
                "客户",
                "--key",
                "order");
    }

    private void assertRefused(String sentence, String... more) {
        CliRun run = add(more);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains(sentence);
        assertThat(run("source", "list", "--json").json()).isEmpty();
    }

    private CliRun add() {
        CliRun run =
                add(
                        "--table",
                        "客户",
                        "--key",
                        "order",
                        "--events",
                        "crm.it's.bought:who:at",
                        "--zone",
                        "Asia/Shanghai");
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }

    /** Takes a mapping over, with the login that all of these tests use. */
    private CliRun take(Path mapping, String... more) {
        List<String> all =
                new ArrayList<>(List.of("source", "add", "--mapping", mapping.toString()));
        all.addAll(LOGIN);
        all.addAll(Arrays.asList(more));
        return run(all.toArray(String[]::new));
    }

    private CliRun add(String... more) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "source",
                                "add",
                                "--name",
                                "shop",
                                "--port",
                                String.valueOf(TestPostgres.server().port()),
                                "--database",
                                TestPostgres.server().database()));
        all.addAll(LOGIN);
        if (!List.of(more).contains("--host")) {
            all.addAll(List.of("--host", TestPostgres.server().host()));
        }
        all.addAll(Arrays.asList(more));
        return run(all.toArray(String[]::new));
    }

    private void saveTags() {
        try (Workspace workspace = wiring.open(folder.resolve("w"))) {
            workspace
                    .tags()
                    .save(
                            List.of(
                                    TestTags.tag(
                                            LOWER,
                                            new TagRule.InList(
                                                    "city", List.of(new Value.Text("low")))),
                                    TestTags.tag(BUYERS, bought())));
        }
    }

    private void saveTag(TagRule rule) {
        try (Workspace workspace = wiring.open(folder.resolve("w"))) {
            workspace.tags().save(List.of(TestTags.tag(LOWER, rule)));
        }
    }

    /** The first moment of 2026 in Shanghai is still 2025 on the server's clock. */
    private static TagRule bought() {
        return new TagRule.Events(
                "bought",
                TagRule.Aggregate.SUM,
                Optional.of("amount"),
                new Window.Days(LocalDate.of(2026, 1, 1), LocalDate.of(2099, 1, 1)),
                Optional.empty(),
                Comparison.AT_LEAST,
                new Value.Number(BigDecimal.ONE));
    }

    private JsonNode explain(String... more) {
        return asked(
                List.of("audience", "explain", "00000000-0000-0000-0000-000000000001"),
                "user_value_buyers",
                more);
    }

    private JsonNode preview(String expression, String... more) {
        return asked(List.of("preview"), expression, more);
    }

    private JsonNode asked(List<String> command, String expression, String... more) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("--source", "shop", "--expression", expression));
        all.addAll(Arrays.asList(more));
        all.add("--json");
        CliRun run = run(all.toArray(String[]::new));
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        return run.json();
    }

    private CliRun run(String... arguments) {
        return CliRun.in(wiring, folder.resolve("w"), arguments);
    }

    private static void write(String statement) throws SQLException, IOException {
        try (Connection connection = TestPostgres.connect();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
