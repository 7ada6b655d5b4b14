package io.marquetry.source.engine;

import io.marquetry.source.RemoteEngine;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.engine.jdbc.Login;
import io.marquetry.source.engine.jdbc.ServerRoom;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A program that asks a server for what takes it long, and is killed meanwhile. */
public final class KilledAsker {

    /** After how long the server ends what this program asks. */
    static final Duration TO_ANSWER = Duration.ofSeconds(4);

    private KilledAsker() {}

    /** Returns what the program is told: whom to ask as whom, and of which table. */
    static String task(RemoteServer server, String user, String schema, String table) {
        return String.join(
                "\n",
                server.engine().name(),
                String.valueOf(server.port()),
                server.database(),
                user,
                schema,
                table);
    }

    /** Asks. */
    public static void main(String[] args) throws Exception {
        List<String> task = args[0].lines().toList();
        RemoteServer server =
                new RemoteServer(
                        RemoteEngine.valueOf(task.get(0)),
                        "localhost",
                        Integer.parseInt(task.get(1)),
                        task.get(2));
        Login login = new Login(task.get(3), Optional.empty(), new Login.Tls.Off());
        ServerRoom room = Engines.room(server.engine());
        Field<String> city = DSL.field(DSL.name("city"), SQLDataType.VARCHAR);
        List<Condition> parts =
                IntStream.range(0, 3_000)
                        .mapToObj(i -> DSL.position(city, "ab" + i).gt(0))
                        .toList();
        try (Connection connection = room.open(server, login, TO_ANSWER)) {
            System.out.println("asks");
            while (true) {
                ask(connection, room, DSL.table(DSL.name(task.get(4), task.get(5))), parts);
            }
        }
    }

    /** Asks until the server has enough of it. */
    private static void ask(
            Connection connection, ServerRoom room, Table<?> table, List<Condition> parts)
            throws SQLException {
        try {
            DSL.using(connection, room.dialect().jooq())
                    .selectCount()
                    .from(table)
                    .where(DSL.or(parts))
                    .fetch();
        } catch (DataAccessException e) {
            // On a machine with much else to do nobody may have looked yet: it is asked again.
            connection.rollback();
        }
    }
}
