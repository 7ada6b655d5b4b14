package io.marquetry.handoff.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Actor;
import io.marquetry.base.CancelSignal;
import io.marquetry.cli.CliRun;
import io.marquetry.launch.Wiring;
import io.marquetry.sample.SampleWorkspace;
import io.marquetry.source.engine.postgres.TestPostgres;
import io.marquetry.source.remote.MachineLogins;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Packages of the sample, counted on H2, count the same people where the same customers lie in
 * another engine, also where that calls its columns otherwise.
 */
class SameNumberTest {

    private static final List<String> TABLES =
            List.of("households", "contacts", "redemptions", "purchases");

    /** Columns by the table and the sample's name, as another company calls them. */
    private static final Map<String, String> OTHER =
            Map.of(
                    "age", "AgeBand",
                    "income", "income_level",
                    "home_ownership", "home",
                    "campaign_id", "campaign_no",
                    "department", "dept",
                    "sales_value", "value",
                    "kids_count", "kids");

    @TempDir static Path folder;
    private static Wiring wiring;

    /** The numbers that the documents say, by package. */
    private static final Map<String, Long> NUMBERS = new TreeMap<>();

    @BeforeAll
    static void sampleIsExported() throws IOException {
        wiring =
                new Wiring(
                        InstantSource.fixed(Instant.parse("2018-01-01T00:00:00Z")),
                        new MachineLogins(
                                folder.resolve("config"),
                                name -> name.equals("MARQUETRY_HANDOVER") ? password() : null),
                        Actor.ofThisMachine());
        try (Workspace workspace = wiring.open(folder.resolve("sender"))) {
            new SampleWorkspace(workspace).load(progress -> {}, new CancelSignal());
        }
        Path documents = Files.createDirectories(folder.resolve("documents"));
        CliRun exported = in("sender", "package", "export", "--all", "--out", documents.toString());
        assertThat(exported.code()).as(exported.err()).isZero();
        for (Path file : documents()) {
            JsonNode document = JsonMapper.shared().readTree(Files.readString(file));
            NUMBERS.put(
                    document.at("/package/key").stringValue(),
                    document.at("/audience/size/audience").longValue());
        }
        assertThat(NUMBERS).isNotEmpty();
    }

    @Test
    void duckDbCountsTheSame() throws IOException {
        importInto("duck", Map.of());
        assertThat(taken("duck", List.of()).err()).isEmpty();
        counted("duck");
    }

    @Test
    void duckDbWithOtherColumnsCountsTheSameOnceTheyAreMapped() throws IOException {
        importInto("mapped", OTHER);
        CliRun asked = taken("mapped", List.of("--dry-run"));
        assertThat(asked.err())
                .contains("Rules ask for “campaign_id”", "it could be campaign_no")
                .contains("it could be value", "--map purchases/sales_value=value");
        taken("mapped", maps());
        counted("mapped");
        // The names are remembered for the sender's next file.
        CliRun again = taken("mapped", List.of("--dry-run", "--json"));
        assertThat(again.json().get("notes").toString()).isEqualTo("[]");
        assertThat(again.json().get("items").toString()).doesNotContain("DIFFERENT");
    }

    @Test
    void postgresCountsTheSame() throws Exception {
        fillPostgres("handover", Map.of());
        add("postgres", "handover");
        assertThat(taken("postgres", List.of()).err()).isEmpty();
        counted("postgres");
    }

    @Test
    void postgresWithOtherColumnsCountsTheSameOnceTheyAreMapped() throws Exception {
        fillPostgres("handover_other", OTHER);
        add("postgres-mapped", "handover_other");
        taken("postgres-mapped", maps());
        counted("postgres-mapped");
    }

    private static List<String> maps() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String name : List.of("age", "income", "home_ownership", "kids_count")) {
            all.put(name, OTHER.getOrDefault(name, name));
        }
        all.put("contacts/campaign_id", "campaign_no");
        all.put("redemptions/campaign_id", "campaign_no");
        all.put("purchases/department", "dept");
        all.put("purchases/sales_value", "value");
        List<String> options = new ArrayList<>();
        all.forEach((theirs, ours) -> options.addAll(List.of("--map", theirs + "=" + ours)));
        return options;
    }

    private static void counted(String workspace) {
        Map<String, Long> here = new TreeMap<>();
        for (String key : NUMBERS.keySet()) {
            CliRun run = in(workspace, "preview", "--package", key, "--json");
            assertThat(run.code()).as(run.err()).isZero();
            here.put(key, run.json().get("audience").longValue());
        }
        assertThat(here).isEqualTo(NUMBERS);
        System.out.printf("%s counts as the sample does: %s%n", workspace, here);
    }

    private static CliRun taken(String workspace, List<String> options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("package", "import"));
        documents().forEach(file -> arguments.add(file.toString()));
        arguments.addAll(options);
        CliRun run = in(workspace, arguments.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }

    private static void importInto(String workspace, Map<String, String> other) throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        for (String table : TABLES) {
            Path file = folder.resolve(workspace + "-" + table + ".csv");
            Files.writeString(file, csv(table, other));
            files.put(table, file);
        }
        String campaign = other.getOrDefault("campaign_id", "campaign_id");
        CliRun run =
                in(
                        workspace,
                        "profiles",
                        "import",
                        files.get("households").toString(),
                        "--source",
                        "complete-journey",
                        "--key",
                        "household_id",
                        "--engine",
                        "DUCKDB",
                        "--today",
                        "2018-01-01",
                        "--events",
                        "contacts=" + files.get("contacts") + ":household_id:start_date",
                        "--events",
                        "redemptions=" + files.get("redemptions") + ":household_id:redemption_date",
                        "--events",
                        "purchases="
                                + files.get("purchases")
                                + ":household_id:transaction_timestamp",
                        "--type",
                        other.getOrDefault("kids_count", "kids_count") + "=TEXT",
                        "--type",
                        "household_size=TEXT",
                        "--type",
                        "contacts:" + campaign + "=TEXT",
                        "--type",
                        "redemptions:" + campaign + "=TEXT");
        assertThat(run.code()).as(run.err()).isZero();
    }

    private static void fillPostgres(String schema, Map<String, String> other)
            throws SQLException, IOException {
        Map<String, String> types =
                Map.of(
                        "household_id",
                        "bigint",
                        "start_date",
                        "date",
                        "end_date",
                        "date",
                        "redemption_date",
                        "date",
                        "transaction_timestamp",
                        "timestamp",
                        "quantity",
                        "bigint",
                        other.getOrDefault("sales_value", "sales_value"),
                        "numeric(12,2)",
                        "coupon_disc",
                        "numeric(12,2)");
        try (Connection connection = TestPostgres.connect();
                Statement sql = connection.createStatement()) {
            sql.execute("drop schema if exists " + schema + " cascade");
            sql.execute("create schema " + schema);
            for (String table : TABLES) {
                String csv = csv(table, other);
                List<String> columns = new ArrayList<>();
                for (String name : csv.lines().findFirst().orElse("").split(",", -1)) {
                    columns.add('"' + name + "\" " + types.getOrDefault(name, "text"));
                }
                String key = table.equals("households") ? ", primary key (household_id)" : "";
                sql.execute(
                        "create table "
                                + schema
                                + "."
                                + table
                                + " ("
                                + String.join(", ", columns)
                                + key
                                + ")");
                try (InputStream in =
                        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8))) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn(
                                    "copy "
                                            + schema
                                            + "."
                                            + table
                                            + " from stdin (format csv, header)",
                                    in);
                }
            }
        }
    }

    /** Returns the password; a server that asks for none takes any. */
    private static String password() {
        return TestPostgres.login(TestPostgres.server()).password().orElse("none");
    }

    private static void add(String workspace, String schema) {
        CliRun run =
                in(
                        workspace,
                        "source",
                        "add",
                        "--host",
                        TestPostgres.server().host(),
                        "--port",
                        Integer.toString(TestPostgres.server().port()),
                        "--database",
                        TestPostgres.server().database(),
                        "--user",
                        TestPostgres.login(TestPostgres.server()).user(),
                        "--password-variable",
                        "MARQUETRY_HANDOVER",
                        "--no-tls",
                        "--name",
                        "complete-journey",
                        "--table",
                        schema + ".households",
                        "--key",
                        "household_id",
                        "--today",
                        "2018-01-01",
                        "--zone",
                        "UTC",
                        "--events",
                        schema + ".contacts:household_id:start_date",
                        "--events",
                        schema + ".redemptions:household_id:redemption_date",
                        "--events",
                        schema + ".purchases:household_id:transaction_timestamp");
        assertThat(run.code()).as(run.err()).isZero();
    }

    private static String csv(String table, Map<String, String> other) throws IOException {
        try (InputStream in =
                new GZIPInputStream(
                        Objects.requireNonNull(
                                SampleWorkspace.class.getResourceAsStream(
                                        "/sample/" + table + ".csv.gz")))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int end = text.indexOf('\n');
            List<String> names = new ArrayList<>();
            for (String name : text.substring(0, end).strip().split(",", -1)) {
                names.add(other.getOrDefault(name, name));
            }
            return String.join(",", names) + text.substring(end);
        }
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("documents"))) {
            return files.sorted().toList();
        }
    }

    private static CliRun in(String workspace, String... arguments) {
        return CliRun.in(wiring, folder.resolve(workspace), arguments);
    }
}
