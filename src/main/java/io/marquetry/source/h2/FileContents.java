package io.marquetry.source.h2;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What H2 would run when it opens a file, read from the file's pages without H2's engine. H2 opens
 * a database by running each statement in it, so a file of somebody else can be a program: a
 * trigger with Java text, a link to another database, a function, or any statement at all.
 *
 * @param statements what makes the objects, as the file has them
 * @param types the classes that its keys and values are read by
 * @param prepared whether it holds transactions in two phases, which H2 reads as Java objects
 */
public record FileContents(List<String> statements, Set<String> types, boolean prepared) {

    private static final String OBJECTS = "table.0";
    private static final String TYPES = "_";
    private static final String TYPE = "-- type\n";
    private static final String STATEMENT = "-- statement\n";
    private static final String PREPARED = "openTransactions";

    /** Copies the collections. */
    public FileContents {
        statements = List.copyOf(statements);
        types = Set.copyOf(types);
    }

    /**
     * Reads a file, which is not changed.
     *
     * @param file as H2 names files, so that it may be one in memory
     * @throws IOException if it is no file of H2, or damaged
     */
    public static FileContents of(String file) throws IOException {
        try (MVStore store = new MVStore.Builder().fileName(file).readOnly().open()) {
            return new FileContents(
                    values(store, OBJECTS, LongDataType.INSTANCE, new MetaRows()),
                    new HashSet<>(values(store, TYPES, StringDataType.INSTANCE, new TypeNames())),
                    store.hasMap(PREPARED) && store.hasData(PREPARED));
        } catch (RuntimeException | AssertionError e) {
            // A damaged file makes H2 fail in any way, by its own assertions, too.
            throw new IOException(String.valueOf(e.getMessage()), e);
        } catch (OutOfMemoryError e) {
            // One that claims to hold a text of gigabytes, which H2 makes room for at once.
            throw new IOException("a length that cannot be", e);
        }
    }

    /** Reads a file, which is not changed. */
    public static FileContents of(Path file) throws IOException {
        return of(file.toAbsolutePath().toString());
    }

    /**
     * Returns all that some files have, as text, each thing once and without what differs from file
     * to file.
     */
    public static String toText(Collection<FileContents> files) {
        Set<String> all = new LinkedHashSet<>();
        files.forEach(
                file -> file.types.stream().sorted().map(type -> TYPE + type).forEach(all::add));
        files.forEach(
                file ->
                        file.statements.stream()
                                .map(Statement::plain)
                                .sorted()
                                .map(statement -> STATEMENT + statement)
                                .forEach(all::add));
        return String.join("", all.stream().map(one -> one + "\n").toList());
    }

    /** Reads what {@link #toText} wrote, as if it were one file. */
    public static FileContents ofText(String text) {
        List<String> statements = new ArrayList<>();
        Set<String> types = new HashSet<>();
        for (String one : text.split("(?<=\n)(?=-- )", -1)) {
            String content = one.substring(one.indexOf('\n') + 1, one.length() - 1);
            if (one.startsWith(TYPE)) {
                types.add(content);
            } else {
                statements.add(content);
            }
        }
        return new FileContents(statements, types, false);
    }

    /** Returns what this file has and none of ours, as it stands in the file. */
    public Optional<String> foreign(Collection<FileContents> ours) {
        Set<String> known = new HashSet<>();
        ours.forEach(one -> one.statements.stream().map(Statement::plain).forEach(known::add));
        Set<String> seen = new HashSet<>();
        return foreignTypes(ours)
                .or(() -> first(s -> !known.contains(Statement.plain(s)) || !seen.add(s)));
    }

    /** Returns whether this file has everything that another one has. */
    public boolean holdsAllOf(FileContents other) {
        Set<String> held = new HashSet<>();
        statements.stream().map(Statement::plain).forEach(held::add);
        return other.statements.stream().map(Statement::plain).allMatch(held::contains);
    }

    /**
     * Returns what this file has and a file of ours has not, where both have tables of their own
     * that differ in names, in the order and the number of columns, and in their lengths.
     */
    public Optional<String> foreignToTables(FileContents ours) {
        Set<String> known = new HashSet<>();
        ours.statements.forEach(statement -> known.addAll(Statement.lines(statement)));
        return foreignTypes(List.of(ours))
                .or(() -> first(s -> !known.containsAll(Statement.lines(s))));
    }

    private Optional<String> first(Predicate<String> foreign) {
        return statements.stream().filter(foreign).findFirst().map(Statement::shown);
    }

    private Optional<String> foreignTypes(Collection<FileContents> ours) {
        if (prepared) {
            return Optional.of(PREPARED);
        }
        return types.stream()
                .filter(type -> ours.stream().noneMatch(one -> one.types.contains(type)))
                .findFirst();
    }

    private static <K, S, T extends Collection<S>> List<S> values(
            MVStore store, String name, BasicDataType<K> keys, BasicDataType<T> values) {
        if (!store.hasMap(name)) {
            return List.of();
        }
        MVMap<K, T> map =
                store.openMap(name, new MVMap.Builder<K, T>().keyType(keys).valueType(values));
        List<S> all = new ArrayList<>();
        map.values().forEach(all::addAll);
        return all;
    }
}
