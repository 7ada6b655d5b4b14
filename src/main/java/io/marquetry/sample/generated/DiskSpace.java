package io.marquetry.sample.generated;

import io.marquetry.base.Problem;
import io.marquetry.source.SourceEngine;

import java.nio.file.Path;
import java.util.function.ToLongFunction;

/** Tells before the work whether a sample fits on the disk. */
final class DiskSpace {

    /** Measured at a million customers: 71 bytes each, and as much again for what grows aside. */
    private static final long DUCKDB_BYTES = 150;

    /** Measured at a million customers: 162 bytes each, twice while the file is packed. */
    private static final long H2_BYTES = 500;

    private static final long RESERVE = 64_000_000;
    private static final double GIGABYTE = 1e9;

    private final ToLongFunction<Path> free;

    DiskSpace(ToLongFunction<Path> free) {
        this.free = free;
    }

    /** Returns the bytes that making a sample takes at most. */
    static long needed(long profiles, SourceEngine engine) {
        return RESERVE
                + profiles
                        * switch (engine) {
                            case H2 -> H2_BYTES;
                            case DUCKDB -> DUCKDB_BYTES;
                        };
    }

    /**
     * Does nothing where a sample fits.
     *
     * @throws io.marquetry.base.ProblemException if it does not
     */
    void check(GeneratePlan plan, Path folder) {
        long needed = needed(plan.profiles(), plan.engine());
        long there = free.applyAsLong(folder);
        if (there < needed) {
            throw Problem.of(
                            "problem.generate.disk",
                            plan.profiles(),
                            needed / GIGABYTE,
                            folder.toString(),
                            there / GIGABYTE)
                    .asException();
        }
    }
}
