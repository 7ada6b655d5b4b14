package io.marquetry.index;

import io.marquetry.base.Problem;

import java.time.LocalDate;

/** How an index stands against its source at this moment. */
public sealed interface Freshness {

    /** The source is as it was when the index was made. */
    record Fresh() implements Freshness {}

    /** The source has other content by now. */
    record Changed() implements Freshness {}

    /**
     * Tags with relative dates hold other people by now.
     *
     * @param today the day they count from now
     */
    record NewDay(LocalDate today) implements Freshness {}

    /**
     * The source cannot be read.
     *
     * @param why what to tell the user
     */
    record Gone(Problem why) implements Freshness {}
}
