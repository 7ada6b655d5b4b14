package io.marquetry.store.file;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which backups of a line are kept: the last five by the number of their save, whatever the clock
 * said; then the last of each day for a week, and of each week for a quarter.
 */
final class BackupsKept {

    /** How many of the last are kept. */
    static final int LAST = 5;

    private static final Duration DAILY = Duration.ofDays(7);
    private static final Duration WEEKLY = Duration.ofDays(91);

    private BackupsKept() {}

    /** Returns those to be removed of a line, the newest of which stands first. */
    static List<Backup> superfluous(List<Backup> line) {
        if (line.size() <= LAST) {
            return List.of();
        }
        Instant now = line.getFirst().madeAt();
        Set<String> spans = new HashSet<>();
        Set<Backup> kept = new HashSet<>(line.subList(0, LAST));
        for (Backup backup : line) {
            // One that claims to be of the future was made by a wrong clock, about now.
            Duration age = Duration.between(backup.madeAt(), now);
            LocalDate day = LocalDate.ofInstant(backup.madeAt(), ZoneOffset.UTC);
            if (age.compareTo(DAILY) < 0 && spans.add("day " + day)) {
                kept.add(backup);
            }
            if (age.compareTo(WEEKLY) < 0 && spans.add(week(day))) {
                kept.add(backup);
            }
        }
        return line.stream().filter(backup -> !kept.contains(backup)).toList();
    }

    private static String week(LocalDate day) {
        return "week "
                + day.get(IsoFields.WEEK_BASED_YEAR)
                + " "
                + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}
