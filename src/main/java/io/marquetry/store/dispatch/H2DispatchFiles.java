package io.marquetry.store.dispatch;

import io.marquetry.base.Problem;
import io.marquetry.dispatch.Composition;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.DispatchFile;
import io.marquetry.dispatch.DispatchFiles;
import io.marquetry.dispatch.DispatchId;
import io.marquetry.dispatch.Recipient;
import io.marquetry.dispatch.Route;
import io.marquetry.dispatch.StateStep;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.JsonMembers;
import io.marquetry.store.file.SideFile;
import io.marquetry.store.file.SideSchema;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The dispatches of a workspace: a file each in the folder {@code dispatches}. */
public final class H2DispatchFiles implements DispatchFiles {

    private static final String ENDING = ".mv.db";
    private static final int BATCH = 1_000;
    private static final int ROWS_PER_COMMIT = 50 * BATCH;

    private static final List<String> TABLES =
            List.of(
                    "create table plan (name varchar(32) primary key, content varchar not null)",
                    "create table recipient (ordinal integer primary key, profile_key varchar not"
                            + " null, address varchar, arm varchar(8) not null, reasons integer not"
                            + " null, due bigint not null, zone varchar(64) not null, variables"
                            + " varchar)",
                    "create table claim (number bigint primary key, lease bigint not null, ordinals"
                            + " varchar not null, at bigint not null)",
                    "create table result (n bigint primary key, ordinal integer not null, claim"
                            + " bigint not null, outcome varchar(16) not null, provider_id varchar,"
                            + " detail varchar not null, at bigint not null, next_at bigint)",
                    "create table receipt (account varchar(32) not null, event_id varchar not null,"
                            + " ordinal integer not null, kind varchar(16) not null, at bigint not"
                            + " null, primary key (account, event_id))",
                    "create table step (n integer primary key, state varchar(16) not null, cause"
                            + " varchar(16), who varchar not null, note varchar, at bigint not null)",
                    "create table composition (tag varchar primary key, send bigint not null,"
                            + " holdout bigint not null, carriers blob not null)");

    /** Made when all people are in, which is quicker. */
    private static final List<String> INDEXES =
            List.of(
                    "create unique index if not exists recipient_profile_key on recipient (profile_key)",
                    "create unique index if not exists recipient_address on recipient (address)");

    private static final SideSchema SCHEMA = new SideSchema("dispatch", TABLES, INDEXES);

    /** With several accounts people take one of them, and an address is one of its channel. */
    private static final SideSchema SEVERAL =
            new SideSchema(
                    "dispatch-routes",
                    TABLES.stream()
                            .map(
                                    table ->
                                            table.startsWith("create table recipient ")
                                                    ? table.substring(0, table.length() - 1)
                                                            + ", route integer not null, channel"
                                                            + " varchar(16) not null, passed varchar)"
                                                    : table)
                            .toList(),
                    List.of(
                            INDEXES.getFirst(),
                            "create unique index if not exists recipient_address on recipient"
                                    + " (channel, address)"));

    private final Path folder;
    private final Turns turns = new Turns();

    /**
     * Makes the files of a workspace.
     *
     * @param workspace its folder
     */
    public H2DispatchFiles(Path workspace) {
        this.folder = workspace.resolve("dispatches");
    }

    @Override
    public List<DispatchId> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.matches("[1-9][0-9]{0,8}\\.mv\\.db"))
                    .map(name -> DispatchId.parse(name.substring(0, name.length() - 6)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw SideFile.trouble(folder.resolve("."), e);
        }
    }

    @Override
    public void freeze(
            Dispatch dispatch,
            Consumer<Consumer<Recipient>> people,
            List<Composition> composition,
            StateStep first) {
        Path file = file(dispatch.id());
        if (Files.exists(file)) {
            throw Problem.of("problem.dispatch.there", dispatch.id().text()).asException();
        }
        SideFile.create(
                file,
                dispatch.others().isEmpty() ? SCHEMA : SEVERAL,
                connection -> {
                    people(connection, dispatch, people);
                    composition(connection, composition);
                    plan(connection, "dispatch", CanonicalJson.write(DispatchJson.write(dispatch)));
                    plan(connection, "lease", "0");
                    H2DispatchFile.insert(connection, 1, first);
                });
        try (DispatchFile made = open(dispatch.id())) {
            made.settle();
        }
    }

    private static void people(
            Connection connection, Dispatch dispatch, Consumer<Consumer<Recipient>> people)
            throws SQLException {
        List<Route> routes = dispatch.routes();
        try (PreparedStatement insert =
                connection.prepareStatement(
                        routes.size() == 1
                                ? "insert into recipient values (?, ?, ?, ?, ?, ?, ?, ?)"
                                : "insert into recipient values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                                        + " ?)")) {
            int[] rows = {0};
            people.accept(
                    person -> {
                        try {
                            insert(insert, person, routes);
                            rows[0]++;
                            if (rows[0] % BATCH == 0) {
                                insert.executeBatch();
                                if (rows[0] % ROWS_PER_COMMIT == 0) {
                                    connection.commit();
                                }
                            }
                        } catch (SQLException e) {
                            throw new Failed(e);
                        }
                    });
            insert.executeBatch();
            connection.commit();
        } catch (Failed e) {
            throw e.failure;
        }
    }

    private static void insert(PreparedStatement insert, Recipient person, List<Route> routes)
            throws SQLException {
        insert.setInt(1, person.ordinal());
        insert.setString(2, person.key());
        insert.setString(3, person.address().orElse(null));
        insert.setString(4, person.arm().name());
        insert.setInt(5, person.reasons());
        insert.setLong(6, person.due().toEpochMilli());
        insert.setString(7, person.zone().getId());
        insert.setString(8, variables(person));
        if (routes.size() > 1) {
            insert.setInt(9, person.route());
            insert.setString(10, routes.get(person.route()).channel().name());
            insert.setString(11, RoutesJson.passed(person.passed()));
        }
        insert.addBatch();
    }

    private static @Nullable String variables(Recipient person) {
        if (person.variables().isEmpty()) {
            return null;
        }
        JsonMembers members = new JsonMembers();
        person.variables().forEach(members::put);
        return CanonicalJson.write(members.done());
    }

    private static void composition(Connection connection, List<Composition> composition)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into composition values (?, ?, ?, ?)")) {
            for (Composition one : composition) {
                long[] words = one.carriers();
                ByteBuffer bytes = ByteBuffer.allocate(words.length * Long.BYTES);
                bytes.asLongBuffer().put(words);
                insert.setString(1, one.tag().value());
                insert.setLong(2, one.send());
                insert.setLong(3, one.holdout());
                insert.setBytes(4, bytes.array());
                insert.execute();
            }
        }
    }

    private static void plan(Connection connection, String name, String content)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into plan values (?, ?)")) {
            insert.setString(1, name);
            insert.setString(2, content);
            insert.execute();
        }
    }

    @Override
    public DispatchFile open(DispatchId id) {
        return open(id, false);
    }

    @Override
    public DispatchFile openToSend(DispatchId id) {
        return open(id, true);
    }

    private DispatchFile open(DispatchId id, boolean sends) {
        Path file = file(id);
        if (!Files.exists(file)) {
            throw Problem.of("problem.dispatch.none", id.text()).asException();
        }
        Turns.Turn turn = turns.take(id, sends);
        try {
            SideSchema schema = SEVERAL.isWhole(file) ? SEVERAL : SCHEMA;
            return new H2DispatchFile(SideFile.open(file, schema), turn);
        } catch (RuntimeException e) {
            turn.close();
            throw e;
        }
    }

    private Path file(DispatchId id) {
        return folder.resolve(id.number() + ENDING);
    }

    /** Carries a failure through what hands on people. */
    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final SQLException failure;

        Failed(SQLException failure) {
            super(null, failure, false, false);
            this.failure = failure;
        }
    }
}
