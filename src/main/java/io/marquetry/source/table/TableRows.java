package io.marquetry.source.table;

import io.marquetry.base.Problem;
import io.marquetry.source.AttributeType;

import java.util.List;
import java.util.Optional;

/** The rows of a file of any kind, one after the other. Blocks. */
public interface TableRows extends AutoCloseable {

    /**
     * Returns one name per column. A file whose rows name their own columns shows new ones as it is
     * read; rows read before lack them.
     */
    List<String> names();

    /**
     * Returns the type that the file itself gives a column: at least as wide as its values are.
     *
     * @param column from 0
     */
    default Optional<AttributeType> declared(int column) {
        return Optional.empty();
    }

    /** Returns whether a column has no name in the file, and is called by its number. */
    default boolean isUnnamed(int column) {
        return false;
    }

    /**
     * Returns the next row; empty at the end.
     *
     * @throws io.marquetry.base.ProblemException if what follows cannot be read as rows
     */
    Optional<CsvRow> next();

    /** Returns how many stored bytes were read so far. */
    long bytes();

    /** Returns what people should know of the reading so far, as sentences. */
    List<Problem> notes();

    /** Returns columns that no rule can ask, as name and why; whole at the end. */
    default List<String> leftOut() {
        return List.of();
    }

    @Override
    void close();
}
