package io.marquetry.requirement;

import io.marquetry.base.Kept;
import io.marquetry.base.Revision;

import java.util.List;

/** Where requirements are kept; blocks, so never call it on the FX thread. */
public interface RequirementRepository {

    /** Returns all requirements, by their keys. */
    List<Kept<Requirement>> all();

    /**
     * Adds or replaces a requirement; durable when it returns.
     *
     * @param seen the revision that was seen, {@link Revision#NONE} for a new one
     * @return its revision now
     * @throws io.marquetry.base.ProblemException if somebody else saved it meanwhile
     */
    Revision save(Requirement requirement, Revision seen);

    /** Removes a requirement; durable when it returns. */
    void remove(RequirementKey key);
}
