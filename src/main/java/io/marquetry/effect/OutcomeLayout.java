package io.marquetry.effect;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a row of outcomes is. */
public sealed interface OutcomeLayout {

    /**
     * One row per targeted profile.
     *
     * @param stream the event stream with the rows; empty: the table of profiles
     */
    record PerProfile(Optional<String> stream) implements OutcomeLayout {}

    /**
     * Totals, for example of a package and a day.
     *
     * @param stream the event stream with the rows; empty: the table of profiles
     */
    record Totals(Optional<String> stream) implements OutcomeLayout {}

    /**
     * One row per event; all rows of one profile, package and arm are one targeted profile.
     *
     * @param stream the event stream with the rows; empty: the table of profiles
     * @param kinds the word in the column {@link OutcomeRole#EVENT} that stands for a sent, a
     *     delivered, a hit or a converted message
     */
    record Events(Optional<String> stream, Map<OutcomeRole, String> kinds)
            implements OutcomeLayout {

        /** Copies the words in the order of the roles. */
        public Events {
            Map<OutcomeRole, String> copy = new EnumMap<>(OutcomeRole.class);
            copy.putAll(kinds);
            kinds = Collections.unmodifiableMap(copy);
        }
    }

    /**
     * One row per contact, and the answers in another stream of the same source.
     *
     * @param stream the event stream of contacts
     * @param responses the event stream of answers; each is a hit, the first converts
     * @param match the fields that must be equal for an answer to belong to a contact
     */
    record Contacts(String stream, String responses, List<String> match) implements OutcomeLayout {

        /** Copies the fields. */
        public Contacts {
            match = List.copyOf(match);
        }
    }

    /** Returns the event stream with the rows; empty: the table of profiles. */
    default Optional<String> rows() {
        return switch (this) {
            case PerProfile layout -> layout.stream();
            case Totals layout -> layout.stream();
            case Events layout -> layout.stream();
            case Contacts layout -> Optional.of(layout.stream());
        };
    }

    /** Returns whether a column can tell it; what rows of this kind cannot use is not asked for. */
    default boolean uses(OutcomeRole role) {
        return switch (role) {
            case TARGETED -> this instanceof Totals;
            case EVENT -> this instanceof Events;
            case PROFILE, BEFORE -> !(this instanceof Totals);
            case SENT, DELIVERED, HIT, CONVERTED ->
                    !(this instanceof Events events) || !events.kinds().containsKey(role);
            case PACKAGE, VERSION, ARM, CHANNEL, ASSET, WHEN, REVENUE, COST -> true;
        };
    }
}
