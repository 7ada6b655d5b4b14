package io.marquetry.cli.common;

import io.marquetry.base.UserZone;

import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Writes moments to the minute, where the user is. */
public final class Minute {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private Minute() {}

    /** Returns the moment as text, for example 2026-11-23 12:00. */
    public static String of(Instant moment) {
        return FORMAT.format(moment.atZone(UserZone.get()));
    }
}
