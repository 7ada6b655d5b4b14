package io.marquetry.handoff.enclose;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Sha256;
import io.marquetry.cli.CliRun;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.StrictJson;
import io.marquetry.launch.Wiring;
import io.marquetry.source.engine.postgres.TestPostgres;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a document hands over beside its version. */
class EnclosingTest {

    private static final String TAGS =
            """
            {"format":"marquetry/tags","formatVersion":1,"tags":[
             {"key":"user_level_gold","category":"AUDIENCE","name":{"en":"Gold","zh":"金卡"},
              "topic":{"en":"Level","zh":"等级"},"rule":{"type":"compare","field":"level",
              "comparison":"EQUAL","value":{"text":"gold"}}},
             {"key":"user_age_adult","category":"AUDIENCE","name":{"en":"Adult","zh":"成年"},
              "topic":{"en":"Age","zh":"年龄"},"rule":{"type":"compare","field":"age",
              "comparison":"AT_LEAST","value":{"number":"18"}}}]}
            """;

    @TempDir private Path folder;

    @BeforeEach
    void packageIsThere() throws IOException {
        Path customers =
                Files.writeString(
                        folder.resolve("customers.csv"),
                        "id,level,age\n=1,gold,30\nb2,gold,17\n北3,gold,50\nc4,,40\n");
        in("sender", "profiles", "import", customers.toString(), "--key", "id");
        in("sender", "tag", "import", Files.writeString(folder.resolve("t.json"), TAGS).toString());
        in(
                "sender",
                "package",
                "create",
                "pack_one",
                "--name",
                "One",
                "--expression",
                "user_level_gold and user_age_adult");
    }

    @Test
    void readableDocumentSaysTheSame() throws IOException {
        Path plain = folder.resolve("plain.json");
        Path readable = folder.resolve("readable.json");
        export(plain);
        export(readable, "--version", "1", "--readable");
        assertThat(Files.readAllLines(readable))
                .hasSizeGreaterThan(30)
                .contains("  \"format\": \"marquetry/package\",")
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(400));
        assertThat(CanonicalJson.write(StrictJson.read(readable)))
                .isEqualTo(Files.readString(plain));
        in("receiver", "package", "validate", readable.toString());
    }

    @Test
    void recipientsLieBesideTheDocumentThatNamesThem() throws IOException {
        Path file = folder.resolve("one.json");
        CliRun run = export(file, "--with-recipients", "CSV");
        Path beside = folder.resolve("one.recipients.csv");
        assertThat(Files.readString(beside)).isEqualTo("key\r\n=1\r\n北3\r\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(beside)))
                .isEqualTo("rw-------");
        JsonNode named = read(file).at("/enclosed/recipients");
        assertThat(named.get("file").stringValue()).isEqualTo("one.recipients.csv");
        assertThat(named.get("people").longValue()).isEqualTo(2);
        assertThat(named.get("sha256").stringValue())
                .isEqualTo(Sha256.of(Files.readAllBytes(beside)));
        assertThat(run.err())
                .contains("keys of 2 people", "personal data", "One key begins with a sign");
        assertThat(Files.readString(file)).doesNotContain("北3");
        assertThat(in("sender", "package", "validate", file.toString()).out()).contains("Valid");

        Path two = folder.resolve("two.json");
        CliRun told = export(two, "--with-recipients", "JSONL", "--json");
        assertThat(told.json().get("sha256")).isEqualTo(read(two).get("sha256"));
        assertThat(folder.resolve("two.recipients.jsonl"))
                .hasContent("{\"key\":\"=1\"}\n{\"key\":\"北3\"}\n");
    }

    @Test
    void recipientsInParquetAreTheSameAndClosedToOthers() throws Exception {
        Path file = folder.resolve("it's one.json");
        export(file, "--with-recipients", "PARQUET");
        Path beside = folder.resolve("it's one.recipients.parquet");
        JsonNode named = read(file).at("/enclosed/recipients");
        assertThat(named.get("form").stringValue()).isEqualTo("PARQUET");
        assertThat(named.get("sha256").stringValue())
                .isEqualTo(Sha256.of(Files.readAllBytes(beside)));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(beside)))
                .isEqualTo("rw-------");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet keys =
                        statement.executeQuery(
                                "SELECT key FROM read_parquet('%s')"
                                        .formatted(beside.toString().replace("'", "''")))) {
            List<String> found = new ArrayList<>();
            while (keys.next()) {
                found.add(keys.getString(1));
            }
            assertThat(found).containsExactly("=1", "北3");
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).noneMatch(one -> one.getFileName().toString().startsWith("."));
        }
    }

    @Test
    void changedFileOfRecipientsIsNoticedAndAnAbsentOneTold() throws IOException {
        Path file = folder.resolve("one.json");
        Path beside = folder.resolve("one.recipients.csv");
        export(file, "--with-recipients", "CSV");
        Path passphrase = Files.writeString(folder.resolve("passphrase"), "x");
        in(
                "sender",
                "package",
                "sign",
                file.toString(),
                "--name",
                "Ann",
                "--passphrase-file",
                passphrase.toString());
        in("sender", "package", "verify", file.toString());
        assertThat(in("sender", "package", "validate", file.toString()).err()).isEmpty();
        byte[] good = Files.readAllBytes(beside);
        for (int at = 0; at < good.length; at++) {
            byte[] changed = good.clone();
            changed[at]++;
            Files.write(beside, changed);
            CliRun judged = run("sender", "package", "validate", file.toString());
            assertThat(judged.code()).isEqualTo(1);
            assertThat(judged.err()).contains("is not the one that it names");
        }
        assertThat(run("sender", "package", "verify", file.toString()).code()).isEqualTo(1);

        Files.delete(beside);
        Files.createSymbolicLink(beside, Path.of("/dev/zero"));
        assertThat(in("sender", "package", "validate", file.toString()).err())
                .contains("not beside it");
        Files.delete(beside);
        Files.createDirectory(beside);
        assertThat(in("sender", "package", "validate", file.toString()).err())
                .contains("not beside it");
        Files.delete(beside);
        CliRun without = in("sender", "package", "validate", file.toString());
        assertThat(without.err()).contains("not beside it");
        in("sender", "package", "verify", file.toString());
    }

    @Test
    void whatIsEnclosedIsNoPartOfTheVersion() throws IOException {
        Path plain = folder.resolve("plain.json");
        in("sender", "package", "export", "pack_one", "--out", plain.toString());
        Path file = folder.resolve("one.json");
        export(file, "--with-recipients", "CSV", "--sql", "DUCKDB");
        assertThat(read(file).get("formatVersion").intValue()).isEqualTo(4);

        in("receiver", "package", "import", file.toString());
        Path again = folder.resolve("again.json");
        in("receiver", "package", "export", "pack_one", "--out", again.toString());
        assertThat(again).hasSameBinaryContentAs(plain);
        assertThat(in("sender", "package", "import", file.toString(), "--dry-run", "--json").out())
                .doesNotContain("DIFFERENT");

        String other = Files.readString(file).replace("\"people\":2", "\"people\":3");
        Files.writeString(file, other);
        assertThat(run("sender", "package", "validate", file.toString()).code()).isEqualTo(1);
    }

    @Test
    void recipientsOfAnotherStateAreRefusedAndNothingIsWritten() throws IOException {
        in("sender", "package", "export", "pack_one", "--out", at("plain.json"));
        Path file = folder.resolve("one.json");
        // Two days later relative days mean others.
        CliRun refused =
                CliRun.of(
                        new Wiring(InstantSource.fixed(CliRun.NOW.plus(Duration.ofDays(2)))),
                        "package",
                        "export",
                        "pack_one",
                        "--version",
                        "1",
                        "--out",
                        file.toString(),
                        "--with-recipients",
                        "CSV",
                        "--workspace",
                        at("sender"));
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("not its recipients");
        assertThat(file).doesNotExist();
        assertThat(folder.resolve("one.recipients.csv")).doesNotExist();
    }

    @Test
    void statementFindsTheSamePeopleInEachEngine() throws Exception {
        for (String engine : List.of("H2", "DUCKDB", "POSTGRES")) {
            Path file = folder.resolve(engine + ".json");
            export(file, "--sql", engine);
            JsonNode sql = read(file).at("/enclosed/sql");
            assertThat(sql.get("statement").stringValue()).doesNotContain("gold").contains("?");
            try (Connection connection = connect(engine)) {
                assertThat(asked(connection, sql)).as(engine).containsExactly("=1", "北3");
            }
        }
    }

    private static Connection connect(String engine) throws SQLException {
        return switch (engine) {
            case "H2" -> DriverManager.getConnection("jdbc:h2:mem:");
            case "DUCKDB" -> DriverManager.getConnection("jdbc:duckdb:");
            default -> TestPostgres.connect();
        };
    }

    /** The table is made as the statement names it. */
    private static List<String> asked(Connection connection, JsonNode sql) throws SQLException {
        String text = sql.get("statement").stringValue();
        String table = text.replaceAll("(?s).*?from (\"[^\"]+\").*", "$1");
        try (Statement make = connection.createStatement()) {
            make.execute("drop table if exists " + table);
            make.execute(
                    "create table "
                            + table
                            + " (\"PROFILE_KEY\" varchar(50), \"id\" varchar(50), \"level\" varchar(50),"
                            + " \"age\" bigint)");
            make.execute(
                    "insert into "
                            + table
                            + " values ('=1','=1','gold',30),('b2','b2','gold',17),"
                            + "('北3','北3','gold',50),('c4','c4',null,40)");
        }
        TreeSet<String> found = new TreeSet<>();
        try (PreparedStatement ask = connection.prepareStatement(text)) {
            int at = 1;
            for (JsonNode value : sql.get("values")) {
                if (value.has("number")) {
                    ask.setBigDecimal(at++, new BigDecimal(value.get("number").stringValue()));
                } else {
                    ask.setString(at++, value.get("text").stringValue());
                }
            }
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return new ArrayList<>(found);
    }

    private CliRun export(Path file, String... options) {
        List<String> all =
                new ArrayList<>(List.of("package", "export", "pack_one", "--out", file.toString()));
        all.addAll(List.of(options));
        return in("sender", all.toArray(String[]::new));
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private static JsonNode read(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(file));
    }

    private CliRun in(String workspace, String... arguments) {
        CliRun run = run(workspace, arguments);
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }

    private CliRun run(String workspace, String... arguments) {
        return CliRun.in(folder.resolve(workspace), arguments);
    }
}
