package io.marquetry.store.file;

import io.marquetry.source.h2.H2Driver;

import org.h2.engine.Database;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.db.ValueDataType;
import org.h2.mvstore.tx.Transaction;
import org.h2.mvstore.tx.TransactionMap;
import org.h2.mvstore.tx.TransactionStore;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.MetaType;
import org.h2.mvstore.type.StringDataType;
import org.h2.result.RowFactory;
import org.h2.result.SearchRow;
import org.h2.value.CompareMode;
import org.h2.value.ValueInteger;
import org.h2.value.ValueVarchar;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Things that somebody might put into an H2 file, so that they run where it is opened. */
public record HostileFile(String name, Change change) {

    /** Changes a closed file; what runs writes below the folder. */
    public interface Change {
        void on(Path file, Path canary) throws SQLException;
    }

    private static final int COLUMNS = 4;

    @Override
    public String toString() {
        return name;
    }

    /** What can be done to a table with statements, and what holds for any database. */
    public static List<HostileFile> all(String table, String column) {
        List<HostileFile> all = new ArrayList<>();
        String write = "FILE_WRITE(STRINGTOUTF8('x'), '@/written')";
        all.add(
                sql(
                        "a view in the place of a table",
                        "ALTER TABLE " + table + " RENAME TO HIDDEN",
                        "CREATE VIEW %s AS SELECT * FROM HIDDEN WHERE %s IS NOT NULL"
                                .formatted(table, write)));
        all.add(
                sql(
                        "a view that reads a file",
                        "ALTER TABLE " + table + " RENAME TO HIDDEN",
                        "CREATE VIEW %s AS SELECT H.* FROM HIDDEN H, CSVREAD('@/../secret.csv')"
                                .formatted(table)));
        all.add(sql("another view", "CREATE VIEW V AS SELECT 1 AS A"));
        all.add(sql("a view without end", endless()));
        all.add(
                sql(
                        "a function in Java text",
                        "CREATE FORCE ALIAS F AS 'void f() throws Exception {"
                                + " java.nio.file.Files.createFile(java.nio.file.Path.of(\"@/ran\")); }'"));
        all.add(
                sql(
                        "a function of the platform",
                        "CREATE FORCE ALIAS F FOR 'java.lang.System.setProperty'"));
        all.add(sql("an aggregate", "CREATE FORCE AGGREGATE A FOR 'java.lang.ProcessBuilder'"));
        all.add(forged("a trigger in Java text", trigger(table)));
        all.add(
                sql(
                        "a trigger of a class",
                        "CREATE FORCE TRIGGER T BEFORE INSERT ON %s FOR EACH ROW CALL"
                                        .formatted(table)
                                + " 'org.h2.fulltext.FullText$FullTextTrigger'"));
        all.add(
                forged(
                        "a link that runs a script",
                        "CREATE FORCE LINKED TABLE \"PUBLIC\".\"L\"('org.h2.Driver',"
                                + "'jdbc:h2:mem:x;INIT=SCRIPT TO ''@/linked''','sa','','T')"));
        all.add(
                forged(
                        "a link that makes a file",
                        "CREATE FORCE LINKED TABLE \"PUBLIC\".\"L\"('org.h2.Driver',"
                                + "'jdbc:h2:file:@/made','sa','','T')"));
        all.add(sql("a synonym", "CREATE SYNONYM S FOR " + table));
        all.add(sql("a constant", "CREATE CONSTANT C VALUE 1"));
        all.add(forged("a constant that writes", "CREATE CONSTANT \"C\" VALUE " + write));
        all.add(sql("a domain", "CREATE DOMAIN D AS VARCHAR"));
        all.add(
                sql(
                        "a domain with a check",
                        "CREATE DOMAIN D AS INTEGER CHECK (VALUE > 1 OR LENGTH(FILE_READ('@/../secret.csv')) > 1)"));
        all.add(sql("a user", "CREATE USER MALLORY PASSWORD 'x'"));
        all.add(sql("an administrator", "CREATE USER MALLORY PASSWORD 'x' ADMIN"));
        all.add(sql("a role", "CREATE ROLE R"));
        all.add(
                sql(
                        "a right",
                        "CREATE USER MALLORY PASSWORD 'x'",
                        "GRANT ALL ON %s TO MALLORY".formatted(table)));
        all.add(sql("a right for everybody", "GRANT SELECT ON %s TO PUBLIC".formatted(table)));
        all.add(sql("a schema", "CREATE SCHEMA OTHER"));
        all.add(sql("a sequence", "CREATE SEQUENCE S"));
        all.add(
                sql(
                        "a computed column",
                        "ALTER TABLE %s ADD COLUMN G VARCHAR GENERATED ALWAYS AS (%s || 'x')"
                                .formatted(table, column)));
        all.add(
                forged(
                        "a table whose column computes by writing",
                        "CREATE CACHED TABLE \"PUBLIC\".\"G\"(\"A\" INTEGER GENERATED ALWAYS AS ("
                                + write
                                + "))"));
        all.add(
                sql(
                        "a default that writes",
                        "ALTER TABLE %s ADD COLUMN G BIGINT DEFAULT %s".formatted(table, write)));
        all.add(
                sql(
                        "a default on update",
                        "ALTER TABLE %s ADD COLUMN G VARCHAR ON UPDATE CURRENT_USER"
                                .formatted(table)));
        all.add(
                sql(
                        "a counting column",
                        "ALTER TABLE %s ADD COLUMN G INTEGER GENERATED BY DEFAULT AS IDENTITY"
                                .formatted(table)));
        all.add(
                sql(
                        "a hidden column",
                        "ALTER TABLE %s ADD COLUMN G INTEGER INVISIBLE".formatted(table)));
        all.add(
                sql(
                        "a check that reads",
                        "ALTER TABLE %s ADD CHECK (%s IS NULL OR %s IS NOT NULL OR"
                                        .formatted(table, column, column)
                                + " LENGTH(FILE_READ('@/x')) > 1)"));
        all.add(
                sql(
                        "a unique constraint",
                        "ALTER TABLE %s ADD CONSTRAINT U UNIQUE (%s)".formatted(table, column)));
        all.add(sql("a comment", "COMMENT ON TABLE %s IS 'x'".formatted(table)));
        all.add(sql("an index", "CREATE INDEX I ON %s (%s)".formatted(table, column)));
        all.add(sql("a column of Java objects", "CREATE TABLE O (A JAVA_OBJECT)"));
        all.add(sql("a column of another table", "CREATE TABLE O (A UUID)"));
        for (String setting :
                List.of(
                        "MODE MySQL",
                        "IGNORECASE TRUE",
                        "ALLOW_LITERALS NONE",
                        "DB_CLOSE_DELAY -1",
                        "DEFAULT_LOCK_TIMEOUT 1",
                        "CACHE_SIZE 1",
                        "COLLATION ENGLISH",
                        "MAX_MEMORY_ROWS 1")) {
            all.add(forged("the setting " + setting, "SET " + setting));
        }
        for (String statement :
                List.of(
                        "CALL " + write,
                        "SCRIPT TO '@/script'",
                        "BACKUP TO '@/backup.zip'",
                        "RUNSCRIPT FROM '@/../run.sql'",
                        "CALL CSVWRITE('@/csv', 'SELECT 1')",
                        "CREATE TABLE X AS SELECT " + write + " AS A",
                        "SET DATABASE_EVENT_LISTENER 'java.lang.ProcessBuilder'",
                        "DROP TABLE " + table,
                        "SHUTDOWN")) {
            all.add(forged("the statement " + statement, statement));
        }
        all.add(new HostileFile("a class that reads keys", HostileFile::addType));
        all.add(new HostileFile("Java objects", HostileFile::addObjects));
        return all;
    }

    private static String endless() {
        return "CREATE VIEW V AS WITH RECURSIVE R(N) AS (SELECT 1 UNION ALL SELECT N + 1 FROM R)"
                + " SELECT N FROM R";
    }

    private static String trigger(String table) {
        return "CREATE FORCE TRIGGER \"PUBLIC\".\"T\" BEFORE INSERT ON \"PUBLIC\".\"%s\" FOR EACH ROW"
                        .formatted(table)
                + " QUEUE 1024 AS 'org.h2.api.Trigger create() throws Exception {"
                + " java.nio.file.Files.createFile(java.nio.file.Path.of(\"@/ran\")); return null; }'";
    }

    /** Runs statements in the database. */
    private static HostileFile sql(String name, String... statements) {
        return new HostileFile(
                name,
                (file, canary) -> {
                    String url = "jdbc:h2:file:" + base(file);
                    try (Connection connection = H2Driver.open(url);
                            Statement statement = connection.createStatement()) {
                        for (String text : statements) {
                            statement.execute(text.replace("@", canary.toString()));
                        }
                    }
                });
    }

    /** Puts a statement among those that H2 runs at the opening. */
    private static HostileFile forged(String name, String statement) {
        return new HostileFile(
                name,
                (file, canary) -> {
                    try (MVStore store = new MVStore.Builder().fileName(file.toString()).open()) {
                        add(store, statement.replace("@", canary.toString()));
                    }
                });
    }

    private static void add(MVStore store, String statement) {
        RowFactory rows =
                RowFactory.getDefaultRowFactory()
                        .createRowFactory(
                                null,
                                CompareMode.getInstance(null, 0),
                                null,
                                null,
                                null,
                                null,
                                COLUMNS,
                                false);
        TransactionStore transactions =
                new TransactionStore(
                        store,
                        new MetaType<Database>(null, store.backgroundExceptionHandler),
                        new ValueDataType(),
                        0);
        transactions.init();
        Transaction transaction = transactions.begin();
        TransactionMap<Long, SearchRow> map =
                transaction.openMap("table.0", LongDataType.INSTANCE, rows.getRowDataType());
        SearchRow row = rows.createRow();
        row.setValue(0, ValueInteger.get(9_999));
        row.setValue(1, ValueInteger.get(0));
        row.setValue(2, ValueInteger.get(kind(statement)));
        row.setValue(3, ValueVarchar.get(statement));
        row.setKey(9_999);
        map.put(9_999L, row);
        transaction.commit();
        store.commit();
    }

    // DbObject's numbers: tables, triggers, settings; anything else stands with the constants.
    private static int kind(String statement) {
        if (statement.contains("TRIGGER")) {
            return 4;
        }
        return statement.contains("TABLE") ? 0 : statement.startsWith("SET") ? 6 : 11;
    }

    private static void addType(Path file, Path canary) {
        try (MVStore store = new MVStore.Builder().fileName(file.toString()).open()) {
            MVMap<String, String> types =
                    store.openMap(
                            "_",
                            new MVMap.Builder<String, String>()
                                    .keyType(StringDataType.INSTANCE)
                                    .valueType(new ClassNames()));
            // The first place decides; H2 reads all types of a page at once.
            types.put("0", "java.util.logging.FileHandler");
            store.commit();
        }
    }

    private static void addObjects(Path file, Path canary) {
        try (MVStore store = new MVStore.Builder().fileName(file.toString()).open()) {
            MVMap<Integer, Object[]> prepared = store.openMap("openTransactions");
            prepared.put(1, new Object[] {1, "x", new ArrayList<>(List.of("object"))});
            store.commit();
        }
    }

    static String base(Path file) {
        String path = file.toString();
        return path.substring(0, path.length() - Connections.ENDING.length());
    }
}
