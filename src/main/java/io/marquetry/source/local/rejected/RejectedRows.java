package io.marquetry.source.local.rejected;

import io.marquetry.base.Texts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Every row that an import did not take, kept in a file until closed, so that millions of them cost
 * no memory. Reading blocks: never on the FX thread.
 */
public final class RejectedRows implements AutoCloseable {

    private final RejectedRowsLog log;
    private final IncomingFolder folder;

    public RejectedRows(RejectedRowsLog log, IncomingFolder folder) {
        this.log = log;
        this.folder = folder;
    }

    /** Returns how many there are. */
    public long count() {
        return log.count();
    }

    /** Returns how many there are for each reason, the most frequent first. */
    public List<RejectedReason> reasons() {
        return log.reasons();
    }

    /** Tells all of them, file by file in the order of their lines. */
    public void forEach(Consumer<RejectedRow> listener) {
        log.read(Long.MAX_VALUE, listener);
    }

    /**
     * Returns the first ones.
     *
     * @param limit how many at most
     */
    public List<RejectedRow> first(int limit) {
        List<RejectedRow> rows = new ArrayList<>();
        log.read(limit, rows::add);
        return rows;
    }

    /**
     * Saves all of them as a file of separated values: file, line, reason, the row itself.
     *
     * @param target is replaced if it exists
     * @param texts the words of the reasons
     * @throws io.marquetry.base.ProblemException if it cannot be written; nothing is changed then
     */
    public void saveTo(Path target, Texts texts) {
        RejectedRowsFile.write(this, target, texts);
    }

    /** Forgets the rows. */
    @Override
    public void close() {
        log.close();
        folder.delete();
    }
}
