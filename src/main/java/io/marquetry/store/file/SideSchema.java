package io.marquetry.store.file;

import io.marquetry.source.h2.FileContents;

import org.h2.store.fs.FileUtils;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link SideFile} holds: the statements that make a new one, and those that came later. A
 * file with anything else in it is not opened, for opening runs whatever statements a file holds.
 */
public final class SideSchema {

    private final String name;
    private final List<String> first;
    private final List<String> later;
    private @Nullable List<FileContents> made;

    /**
     * Makes one.
     *
     * @param name another one for each kind of file: letters
     * @param first makes a new file, before anything is in it
     * @param later what is done to a file when it is filled, in its order: indexes, and what came
     *     with a later program; an older file may have had any number of them, so each does nothing
     *     where it was done
     */
    public SideSchema(String name, List<String> first, List<String> later) {
        this.name = name;
        this.first = List.copyOf(first);
        this.later = List.copyOf(later);
    }

    List<String> first() {
        return first;
    }

    List<String> later() {
        return later;
    }

    /**
     * Returns whether a file has had everything done to it.
     *
     * @throws IOException if the file is damaged
     */
    boolean isNewest(Path file) throws IOException {
        return FileContents.of(file).holdsAllOf(versions().getLast());
    }

    /** Returns whether a file holds all that this makes; one that is damaged does not. */
    public boolean isWhole(Path file) {
        try {
            return isNewest(file);
        } catch (IOException e) {
            // Whoever opens it says so.
            return false;
        }
    }

    /**
     * Returns the first thing in a file that none of ours has.
     *
     * @throws IOException if the file is damaged
     */
    Optional<String> foreign(Path file) throws IOException {
        return FileContents.of(file).foreign(versions());
    }

    /** What each step leaves, made once in memory. */
    private synchronized List<FileContents> versions() {
        List<FileContents> known = made;
        if (known == null) {
            known = make();
            made = known;
        }
        return known;
    }

    private List<FileContents> make() {
        String file = Connections.IN_MEMORY + "-" + name;
        List<FileContents> versions = new ArrayList<>();
        try {
            run(file, first);
            versions.add(FileContents.of(file + Connections.ENDING));
            for (String statement : later) {
                run(file, List.of(statement));
                versions.add(FileContents.of(file + Connections.ENDING));
            }
            FileUtils.delete(file + Connections.ENDING);
            return List.copyOf(versions);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("our statements do not run", e);
        }
    }

    private static void run(String file, List<String> statements) throws SQLException {
        try (Connection connection = Connections.openInMemory(file);
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
            connection.commit();
        }
    }
}
