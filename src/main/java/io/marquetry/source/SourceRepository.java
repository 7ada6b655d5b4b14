package io.marquetry.source;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;

import java.util.List;
import java.util.Optional;

/** The workspace's list of profile sources; blocks, so never call it on the FX thread. */
public interface SourceRepository {

    /** Returns all sources in the order of their names. */
    List<ProfileSource> list();

    /** Returns the source with the name, if there is one. */
    Optional<ProfileSource> find(SourceName name);

    /**
     * Returns the source with the name.
     *
     * @throws io.marquetry.base.ProblemException if there is none
     */
    default ProfileSource get(SourceName name) {
        return find(name)
                .orElseThrow(
                        () -> Problem.of("problem.source.unknown", name.value()).asException());
    }

    /**
     * Adds a source; durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if the name is taken
     */
    void add(ProfileSource source);

    /** Replaces the entry of a source that is listed; durable when it returns. */
    default void replace(ProfileSource source) {
        remove(source.name());
        add(source);
    }

    /** Forgets a source; durable when it returns. */
    void remove(SourceName name);
}
