package io.marquetry.dispatch.series;

import io.marquetry.dispatch.DispatchId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The series of a workspace, and what came of each. Blocks; all is durable when it returns. */
public interface SeriesList {

    /** Returns all, by name. */
    List<Series> all();

    /** Adds one; returns whether its name was free. */
    boolean add(Series series);

    /** Replaces who agreed and whether it was stopped. */
    void change(Series series);

    /** Returns the last time of which something is known. */
    Optional<Instant> last(String series);

    /** Returns the last time of which it is known what came of it. */
    Optional<Instant> ended(String series);

    /** Returns the times that began and of which no dispatch is known. */
    List<Instant> open(String series);

    /** Begins a time; returns whether nobody else did. */
    boolean begin(String series, Instant planned);

    /** Says what came of a time: a dispatch, or nothing for it is too late. */
    void end(String series, Instant planned, Optional<DispatchId> dispatch);
}
