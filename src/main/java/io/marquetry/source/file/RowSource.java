package io.marquetry.source.file;

import java.util.Optional;

/** Where the rows of a file come from; read by one thread at a time. */
interface RowSource<T> {

    /** Returns the next row; empty at the end. */
    Optional<T> next();

    /** Lets go of the file. */
    void close();
}
