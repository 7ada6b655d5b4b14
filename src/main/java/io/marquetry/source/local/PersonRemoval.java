package io.marquetry.source.local;

import io.marquetry.base.FxThread;
import io.marquetry.base.PrivateFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.Sha256;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.h2.H2Driver;
import io.marquetry.source.local.rejected.IncomingFolder;
import io.marquetry.source.local.write.DuckDatabaseFile;
import io.marquetry.source.local.write.H2DatabaseFile;
import io.marquetry.source.local.write.LocalDatabaseFile;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Writes the database of a sealed source anew without the rows of one person; the numbers of the
 * others close up. Nothing of the person stays in the new file: it is written from its beginning.
 */
public final class PersonRemoval {

    private static final String DATABASE = "profiles";

    private final Path workspace;
    private final LocalSourceFiles files;

    /**
     * Makes the removal for a workspace.
     *
     * @param workspace its folder
     */
    public PersonRemoval(Path workspace) {
        this.workspace = workspace;
        this.files = new LocalSourceFiles(workspace);
    }

    /** What a removal did: the entry of the source as it is now, and how many rows it lost. */
    public record Removed(ProfileSource source, long rows, long events) {}

    /**
     * Removes a person.
     *
     * @param source sealed, and open nowhere
     * @param column of its profiles, which names people
     * @param key of the person
     * @param enter puts the changed source in the place of the one before; durable when it returns
     * @return empty: there is nobody of that key, and nothing was changed
     * @throws io.marquetry.base.ProblemException if the file cannot be read or written, or holds
     *     nobody else
     */
    public Optional<Removed> remove(
            ProfileSource source,
            SourcePlace.Sealed place,
            String column,
            String key,
            Consumer<ProfileSource> enter) {
        FxThread.refuse();
        Path file = LocalSourceFiles.placed(workspace, source.title(), place.fileName());
        IncomingFolder folder = files.incoming();
        try {
            Path written = folder.resolve(DATABASE + place.engine().ending());
            Counts counts =
                    switch (place.engine()) {
                        case H2 -> inH2(source, file, written, column, key);
                        case DUCKDB -> inDuckDb(source, file, written, column, key);
                    };
            if (counts.rows == 0) {
                return Optional.empty();
            }
            return Optional.of(enter(source, place, written, counts, enter));
        } catch (IOException | SQLException | DataAccessException e) {
            throw LocalDatabaseFile.failed(e);
        } finally {
            folder.delete();
        }
    }

    private record Counts(long rows, long events) {}

    private Removed enter(
            ProfileSource source,
            SourcePlace.Sealed place,
            Path written,
            Counts counts,
            Consumer<ProfileSource> enter) {
        String hash = LocalSourceFiles.sha256(written);
        LocalSourceFiles.Placed placed = files.place(written, place.engine(), source.name());
        ProfileSource changed =
                new ProfileSource(
                        source.name(),
                        source.title(),
                        new SourcePlace.Sealed(place.engine(), placed.relative(), hash),
                        // Not of the content: two files that differ by one person would tell it.
                        Sha256.of(source.fingerprint() + UUID.randomUUID()),
                        source.asOf(),
                        source.fixedToday(),
                        source.profiles() - counts.rows,
                        source.model(),
                        source.labels(),
                        source.origin());
        files.markForRemoval(source);
        try {
            enter.accept(changed);
        } catch (RuntimeException e) {
            placed.takeBack();
            throw e;
        }
        placed.confirm();
        files.delete(source);
        return new Removed(changed, counts.rows, counts.events);
    }

    private Counts inH2(ProfileSource source, Path file, Path written, String column, String key)
            throws IOException, SQLException {
        FxThread.refuse();
        LocalTables.refuseForeign(source.title(), file);
        try (OutputStream copy = PrivateFiles.write(written)) {
            Files.copy(file, copy);
        }
        String path = written.toAbsolutePath().toString();
        String base = path.substring(0, path.length() - SourceEngine.H2.ending().length());
        String url = "jdbc:h2:file:" + base + H2DatabaseFile.SETTINGS;
        try (Connection connection = H2Driver.open(url);
                Statement statement = connection.createStatement()) {
            DSLContext sql = DSL.using(connection, SQLDialect.H2);
            List<Long> ordinals = ordinals(sql, table(ModelColumns.PROFILE), source, column, key);
            long events = 0;
            for (long ordinal : ordinals.reversed()) {
                for (EventStream stream : source.model().streams()) {
                    Field<Long> person = number(stream.profileColumn());
                    events +=
                            sql.deleteFrom(table(stream.table()))
                                    .where(person.eq(ordinal))
                                    .execute();
                    close(sql, stream.table(), person, ordinal);
                }
                Field<Long> row = number(source.model().idColumn());
                sql.deleteFrom(table(source.model().table())).where(row.eq(ordinal)).execute();
                close(sql, source.model().table(), row, ordinal);
            }
            statement.execute("SHUTDOWN COMPACT");
            return new Counts(ordinals.size(), events);
        }
    }

    private static void close(DSLContext sql, String table, Field<Long> ordinal, long gap) {
        sql.update(table(table))
                .set(ordinal, ordinal.minus(DSL.inline(1L)))
                .where(ordinal.gt(gap))
                .execute();
    }

    private Counts inDuckDb(
            ProfileSource source, Path file, Path written, String column, String key)
            throws SQLException {
        FxThread.refuse();
        String path = written.toAbsolutePath().toString();
        Path base =
                Path.of(path.substring(0, path.length() - SourceEngine.DUCKDB.ending().length()));
        try (DuckDatabaseFile made = DuckDatabaseFile.create(base);
                Statement statement = made.connection().createStatement()) {
            statement.execute(
                    "ATTACH '%s' AS old (READ_ONLY)".formatted(file.toString().replace("'", "''")));
            statement.execute("SET enable_external_access = false");
            DSLContext sql = DSL.using(made.connection(), SQLDialect.DUCKDB);
            List<Long> ordinals = ordinals(sql, old(source.model().table()), source, column, key);
            if (ordinals.isEmpty()) {
                return new Counts(0, 0);
            }
            copy(sql, source.model().table(), source.model().idColumn(), ordinals);
            long events = 0;
            for (EventStream stream : source.model().streams()) {
                events +=
                        sql.fetchCount(
                                DSL.selectOne()
                                        .from(old(stream.table()))
                                        .where(number(stream.profileColumn()).in(ordinals)));
                copy(sql, stream.table(), stream.profileColumn(), ordinals);
            }
            made.finish();
            return new Counts(ordinals.size(), events);
        }
    }

    /** Copies a table in its order, without the rows of some ordinals. */
    private static void copy(DSLContext sql, String table, String ordinal, List<Long> gaps) {
        Field<Long> before = number(ordinal);
        Field<Long> after = before;
        for (long gap : gaps) {
            after = after.minus(DSL.when(before.gt(DSL.inline(gap)), 1L).otherwise(0L));
        }
        Field<Long> closed = after;
        List<? extends Field<?>> columns =
                columns(sql, table).stream()
                        .map(
                                name ->
                                        name.equals(ordinal)
                                                ? closed.cast(SQLDataType.BIGINT).as(DSL.name(name))
                                                : DSL.field(DSL.name(name)))
                        .toList();
        sql.createTable(table(table))
                .as(DSL.select(columns).from(old(table)).where(before.notIn(gaps)))
                .execute();
    }

    private static List<String> columns(DSLContext sql, String table) {
        Field<String> name = DSL.field(DSL.name("column_name"), SQLDataType.VARCHAR);
        return sql.select(name)
                .from(DSL.table(DSL.name("information_schema", "columns")))
                .where(DSL.field(DSL.name("table_catalog"), SQLDataType.VARCHAR).eq("old"))
                .and(DSL.field(DSL.name("table_name"), SQLDataType.VARCHAR).eq(table))
                .orderBy(DSL.field(DSL.name("ordinal_position"), SQLDataType.INTEGER))
                .fetch(name);
    }

    private static List<Long> ordinals(
            DSLContext sql, Table<?> profiles, ProfileSource source, String column, String key) {
        Field<Long> ordinal = number(source.model().idColumn());
        List<Long> found =
                sql.select(ordinal)
                        .from(profiles)
                        .where(DSL.field(DSL.name(column)).cast(SQLDataType.VARCHAR).eq(key))
                        .orderBy(ordinal)
                        .fetch(ordinal);
        if (!found.isEmpty() && found.size() == source.profiles()) {
            throw Problem.of("problem.erase.nobodyElse", source.title(), source.name().value())
                    .asException();
        }
        return found;
    }

    private static Table<?> table(String name) {
        return DSL.table(DSL.name(name));
    }

    private static Table<?> old(String name) {
        return DSL.table(DSL.name("old", "main", name));
    }

    private static Field<Long> number(String name) {
        return DSL.field(DSL.name(name), SQLDataType.BIGINT);
    }
}
