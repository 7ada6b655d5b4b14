package io.marquetry.life;

import io.marquetry.pack.PackageKey;

import java.util.Map;

/** Where is kept when packages are meant to be out; blocks, so never call it on the FX thread. */
public interface Schedules {

    /** Returns the schedules of all packages that have one. */
    Map<PackageKey, Schedule> all();

    /** Returns the schedule of a package. */
    default Schedule of(PackageKey key) {
        return all().getOrDefault(key, Schedule.NONE);
    }

    /**
     * Keeps a schedule in place of the one before; durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if there is no such package
     */
    void put(PackageKey key, Schedule schedule);
}
