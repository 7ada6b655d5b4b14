package io.marquetry.sample.generated;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.source.SourceEngine;

import java.util.Optional;

/**
 * What sample to make.
 *
 * @param profiles how many customers, 1 to {@link #MAX_PROFILES}
 * @param tags how many audience tags, {@link #FEWEST_TAGS} to {@link #MAX_TAGS}
 * @param seed what the customers follow from
 * @param engine what will keep the source
 * @param title what people call the source
 */
public record GeneratePlan(
        long profiles, int tags, long seed, SourceEngine engine, SourceName source, String title) {

    /** The most customers that a sample can have. */
    public static final long MAX_PROFILES = 200_000_000;

    /** The fewest audience tags: those that other tags and the packages name. */
    public static final int FEWEST_TAGS = 20;

    /** The most audience tags. */
    public static final int MAX_TAGS = 4_000;

    /** The usual number of audience tags. */
    public static final int USUAL_TAGS = 300;

    private static final long DUCKDB_FROM = 300_000;
    private static final long MILLION = 1_000_000;
    private static final long THOUSAND = 1_000;

    /** Refuses numbers out of range. */
    public GeneratePlan {
        if (refusal(profiles, tags).isPresent()) {
            throw new IllegalArgumentException("no such sample: " + profiles + ", " + tags);
        }
    }

    /** Returns why there is no such sample, or nothing where there is one. */
    public static Optional<Problem> refusal(long profiles, int tags) {
        if (profiles < 1 || profiles > MAX_PROFILES) {
            return Optional.of(Problem.of("problem.generate.profiles", profiles, MAX_PROFILES));
        }
        return tags < FEWEST_TAGS || tags > MAX_TAGS
                ? Optional.of(Problem.of("problem.generate.tags", tags, FEWEST_TAGS, MAX_TAGS))
                : Optional.empty();
    }

    /** Returns the bytes of disk that making a sample takes at most. */
    public static long bytesNeeded(long profiles, SourceEngine engine) {
        return DiskSpace.needed(profiles, engine);
    }

    /** Returns what a source of this size is called unless told otherwise: generated-10m. */
    public static String usualName(long profiles) {
        String size = Long.toString(profiles);
        if (profiles % MILLION == 0) {
            size = profiles / MILLION + "m";
        } else if (profiles % THOUSAND == 0) {
            size = profiles / THOUSAND + "k";
        }
        return "generated-" + size;
    }

    /** Returns the engine that suits a sample of this many customers. */
    public static SourceEngine engineFor(long profiles) {
        return profiles >= DUCKDB_FROM ? SourceEngine.DUCKDB : SourceEngine.H2;
    }
}
