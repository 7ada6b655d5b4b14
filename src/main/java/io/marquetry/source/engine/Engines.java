package io.marquetry.source.engine;

import io.marquetry.audience.AudienceSql;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;
import io.marquetry.base.Sha256;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.RemoteEngine;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.engine.clickhouse.ClickhouseRoom;
import io.marquetry.source.engine.duckdb.DuckDialect;
import io.marquetry.source.engine.duckdb.DuckFileEngine;
import io.marquetry.source.engine.duckdb.InPlaceEngine;
import io.marquetry.source.engine.h2.H2Dialect;
import io.marquetry.source.engine.h2.H2Engine;
import io.marquetry.source.engine.jdbc.Engine;
import io.marquetry.source.engine.jdbc.Login;
import io.marquetry.source.engine.jdbc.Logins;
import io.marquetry.source.engine.jdbc.RemoteCatalog;
import io.marquetry.source.engine.jdbc.ServerEngine;
import io.marquetry.source.engine.jdbc.ServerRoom;
import io.marquetry.source.engine.mysql.MysqlRoom;
import io.marquetry.source.engine.postgres.PostgresDialect;
import io.marquetry.source.engine.postgres.PostgresRoom;
import io.marquetry.source.engine.trino.TrinoRoom;
import io.marquetry.source.local.LocalSourceFiles;
import io.marquetry.source.local.LocalTables;
import io.marquetry.source.sql.Dialect;

import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;

/** Finds the engine of a source: the one place that knows them all. */
public final class Engines {

    private final Path workspace;
    private final Logins logins;

    /**
     * Makes them for a workspace; opens none.
     *
     * @param workspace the folder that the sources' files are relative to
     * @param logins how this machine signs in to servers
     */
    public Engines(Path workspace, Logins logins) {
        this.workspace = workspace;
        this.logins = logins;
    }

    /** Returns how an engine is spoken to whose SQL is asked for; opens nothing. */
    public static Dialect dialect(AudienceSql.Engine engine) {
        return switch (engine) {
            case H2 -> new H2Dialect();
            case DUCKDB -> new DuckDialect();
            case POSTGRES -> new PostgresDialect();
        };
    }

    /** Returns how the engine of a place is spoken to; opens nothing. */
    public static Dialect dialect(SourcePlace place) {
        return switch (place) {
            case SourcePlace.Sealed sealed ->
                    switch (sealed.engine()) {
                        case H2 -> new H2Dialect();
                        case DUCKDB -> new DuckDialect();
                    };
            case SourcePlace.InPlace inPlace -> new DuckDialect();
            case SourcePlace.Remote remote -> room(remote.server().engine()).dialect();
        };
    }

    /**
     * Returns the engine of a source; reads a sealed file once, to see that it is the one that was
     * written.
     *
     * @throws io.marquetry.base.ProblemException if the file is gone or damaged
     */
    public Engine of(ProfileSource source, CancelSignal signal) {
        return switch (source.place()) {
            case SourcePlace.Sealed sealed -> {
                Path file = absolute(source, sealed.fileName());
                verify(source, file, sealed.sha256(), signal);
                yield switch (sealed.engine()) {
                    case H2 -> {
                        LocalTables.refuseForeign(source.title(), file);
                        yield new H2Engine(absolute(source, sealed.file()));
                    }
                    case DUCKDB -> new DuckFileEngine(source.title(), file);
                };
            }
            case SourcePlace.InPlace inPlace -> new InPlaceEngine(workspace, inPlace);
            case SourcePlace.Remote remote ->
                    new ServerEngine(source, remote, logins, room(remote.server().engine()));
        };
    }

    /**
     * Opens the catalogue of a database on a server.
     *
     * @throws io.marquetry.base.ProblemException if the server does not let this machine in
     */
    public static RemoteCatalog catalog(RemoteServer server, Login login) {
        FxThread.refuse();
        ServerRoom room = room(server.engine());
        try {
            return room.catalog(room.open(server, login, ServerRoom.TO_ANSWER));
        } catch (SQLException e) {
            throw room.failed(server.database(), server, e).asException(e);
        }
    }

    /** Returns whether a kind of server shows all questions together one state. */
    public static boolean standsStill(RemoteEngine engine) {
        return room(engine).standsStill();
    }

    /** Returns why a server did not answer a question of its catalogue. */
    public static Problem failed(RemoteServer server, DataAccessException failure) {
        return room(server.engine())
                .failed(server.database(), server, failure.getCause(SQLException.class));
    }

    /** Returns what a kind of server needs; opens nothing. */
    static ServerRoom room(RemoteEngine engine) {
        return switch (engine) {
            case POSTGRESQL -> new PostgresRoom();
            case MARIADB -> new MysqlRoom(SQLDialect.MARIADB);
            case MYSQL -> new MysqlRoom(SQLDialect.MYSQL);
            case TRINO -> new TrinoRoom();
            case CLICKHOUSE -> new ClickhouseRoom();
        };
    }

    private Path absolute(ProfileSource source, String relative) {
        return LocalSourceFiles.placed(workspace, source.title(), relative);
    }

    private static void verify(
            ProfileSource source, Path file, String sha256, CancelSignal signal) {
        if (!Files.isRegularFile(file)) {
            throw Problem.of("problem.source.gone", source.title(), file.toString()).asException();
        }
        MessageDigest digest = Sha256.digest();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] block = new byte[1 << 16];
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                signal.check();
                digest.update(block, 0, read);
            }
        } catch (IOException e) {
            throw Problem.of("problem.source.unreadable", source.title(), file.toString())
                    .asException(e);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            throw Problem.of("problem.source.damaged", source.title(), file.toString())
                    .asException();
        }
    }
}
