package io.marquetry.source.local;

import io.marquetry.base.Problem;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.plan.ImportPlan;

import java.util.List;

/**
 * What would become of a source that is read anew from a newer file; nothing is replaced yet.
 *
 * @param source as it is listed
 * @param plan how the newer file would be read: as the one before was
 * @param rows how many the newer file has
 * @param lost rows that cannot be taken, for their shape or their key
 * @param gone what rules call the columns that the newer file no longer has
 * @param fresh the columns that it has beyond those of before
 * @param misfits columns whose values no longer fit their type
 */
public record Renewal(
        ProfileSource source,
        ImportPlan plan,
        long rows,
        long lost,
        List<String> gone,
        List<String> fresh,
        List<Misfit> misfits) {

    /** Copies the lists. */
    public Renewal {
        gone = List.copyOf(gone);
        fresh = List.copyOf(fresh);
        misfits = List.copyOf(misfits);
    }

    /**
     * A column whose values no longer fit.
     *
     * @param name how rules call it
     * @param rows how many rows would be rejected for it
     * @param why the sentence that names the first of them
     */
    public record Misfit(String name, long rows, Problem why) {}

    /** Returns whether something would be missing afterwards that is there now. */
    public boolean loses() {
        return !gone.isEmpty() || !misfits.isEmpty();
    }
}
