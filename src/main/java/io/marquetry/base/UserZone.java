package io.marquetry.base;

import java.time.ZoneId;
import java.util.TimeZone;

/**
 * The zone the user lives in, for display only.
 *
 * <p>The JVM itself runs in UTC: jOOQ and JDBC pass wall times through {@link java.sql.Timestamp},
 * which bends them in a zone's daylight-saving gaps.
 */
public final class UserZone {

    private static volatile TimeZone zone = TimeZone.getTimeZone("UTC");

    private UserZone() {}

    /**
     * Keeps the system's zone and sets the JVM's default to UTC; the first act of {@code main}. The
     * rules of the zone are asked for by whoever shows a time: for them Java looks through all
     * jars.
     */
    public static void capture() {
        zone = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    /** Returns the zone in which times are shown. */
    public static ZoneId get() {
        return zone.toZoneId();
    }
}
