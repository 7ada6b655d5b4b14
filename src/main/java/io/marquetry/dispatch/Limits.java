package io.marquetry.dispatch;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The guard rails of a dispatch: it pauses itself where more goes wrong than somebody expected, and
 * counts anew when somebody takes it up again.
 *
 * @param shares the most of those who were answered that may be so, 0 to 1, by what can go wrong
 * @param most after how many messages it pauses; empty: after none
 * @param first after how many messages it pauses once, so that somebody looks at what came of them;
 *     empty: it does not
 * @param goOnAfter how long it waits for receipts after a number of messages and then goes on,
 *     where no share is over its limit; at least a minute; empty: until somebody takes it up
 */
public record Limits(
        Map<Kind, Double> shares,
        OptionalLong most,
        OptionalLong first,
        Optional<Duration> goOnAfter) {

    /** Nothing stops it. */
    public static final Limits NONE =
            new Limits(Map.of(), OptionalLong.empty(), OptionalLong.empty(), Optional.empty());

    /** Not judged by fewer answers than this. */
    public static final int FEWEST = 50;

    /** What people expect who say nothing. */
    public static final Limits USUAL =
            new Limits(
                    Map.of(
                            Kind.REFUSED, 0.2,
                            Kind.UNKNOWN, 0.1,
                            Kind.BOUNCED, 0.3,
                            Kind.OPTED_OUT, 0.05),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    Optional.empty());

    /** The longest wait between two waves. */
    public static final Duration LONGEST = Duration.ofDays(30);

    /** Copies the shares, and refuses what is none. */
    public Limits {
        EnumMap<Kind, Double> copy = new EnumMap<>(Kind.class);
        copy.putAll(shares);
        for (double share : copy.values()) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("not a share: " + share);
            }
        }
        if (most.orElse(1) < 1 || first.orElse(1) < 1) {
            throw new IllegalArgumentException("not a number of messages");
        }
        if (goOnAfter.isPresent()
                && (goOnAfter.get().compareTo(Duration.ofMinutes(1)) < 0
                        || goOnAfter.get().compareTo(LONGEST) > 0
                        || most.isEmpty() && first.isEmpty())) {
            throw new IllegalArgumentException("no wait between waves: " + goOnAfter.get());
        }
        shares = Collections.unmodifiableMap(copy);
    }

    /** Returns the most that may go wrong in a way; empty where it is not watched. */
    public OptionalDouble share(Kind kind) {
        Double share = shares.get(kind);
        return share == null ? OptionalDouble.empty() : OptionalDouble.of(share);
    }

    /** Returns the same, but that it pauses after so many messages, if that is fewer. */
    public Limits withMost(long fewer) {
        return new Limits(
                shares, OptionalLong.of(Math.min(most.orElse(fewer), fewer)), first, goOnAfter);
    }

    /** Why a dispatch pauses itself. */
    public enum Kind {
        /** Refused for good. */
        REFUSED,
        /** Not known whether they were taken. */
        UNKNOWN,
        /** Taken, and did not arrive. */
        BOUNCED,
        /** Wants nothing any more, or complained. */
        OPTED_OUT,
        /** As many messages as it may send went out. */
        MOST,
        /** The first messages went out. */
        FIRST;

        /** Returns whether it ends a wave, and says nothing against the next. */
        public boolean endsWave() {
            return this == MOST || this == FIRST;
        }
    }
}
