package io.marquetry.store.save;

import io.marquetry.base.Actor;
import io.marquetry.base.Revision;

import org.jooq.DSLContext;
import org.jooq.UpdatableRecord;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Where rows are read and saved, whatever database keeps them. Every method blocks; a save that
 * returns survives a power cut.
 */
public interface Saves {

    /** Reads. */
    <T> T read(Function<DSLContext, T> work);

    /**
     * Reads results of many rows as they come, where a database would else gather each of them
     * first; one at a time.
     */
    default <T> T scan(Function<DSLContext, T> work) {
        return read(work);
    }

    /** Returns who saves: a person has a connection of their own. */
    Actor actor();

    /**
     * Makes one save, all of it or nothing.
     *
     * @param work writes through the transaction; what it throws ends the save, and nothing is
     *     changed
     * @return the number of the save in this workspace
     */
    Revision write(Consumer<Transaction> work);

    /**
     * Returns the row.
     *
     * @throws io.marquetry.base.ProblemException if it is not as it was sealed
     */
    <R extends UpdatableRecord<R>> R intact(R row);
}
