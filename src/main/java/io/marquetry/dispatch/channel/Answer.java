package io.marquetry.dispatch.channel;

import java.time.Duration;
import java.util.Optional;

/**
 * What a channel said to a message. No answer holds anything of the person: details are short codes
 * that may stand in a log.
 */
public sealed interface Answer {

    /** It was taken. */
    record Taken(String providerId) implements Answer {}

    /**
     * It was surely not taken.
     *
     * @param pause how long the channel wants nothing
     */
    record NotTaken(Optional<Duration> pause, String detail) implements Answer {}

    /** It was refused, and would be refused again. */
    record Refused(String detail) implements Answer {}

    /** It may have been taken: the connection broke, or the channel did not know itself. */
    record Perhaps(String detail) implements Answer {}
}
