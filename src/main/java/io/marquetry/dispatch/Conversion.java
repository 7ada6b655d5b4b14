package io.marquetry.dispatch;

import java.util.Optional;

/** What counts as success; said before anything is sent, and the same for both arms. */
public sealed interface Conversion {

    /**
     * People do something that the source keeps.
     *
     * @param stream the event stream of the source
     * @param only which of its events count; empty: all
     * @param revenue the field with what was spent; empty: not told
     * @param days how long it counts from the moment at which a person is due, 1 to 366
     */
    record Events(String stream, Optional<Only> only, Optional<String> revenue, int days)
            implements Conversion {

        /** Refuses a window that is none. */
        public Events {
            if (days < 1 || days > 366) {
                throw new IllegalArgumentException("no window: " + days);
            }
        }
    }

    /**
     * Events with a value in a field.
     *
     * @param field its name
     * @param equal the value
     */
    record Only(String field, String equal) {}

    /** Made up by the provider for demonstrations, so that a newcomer sees a result at once. */
    record Invented() implements Conversion {}
}
