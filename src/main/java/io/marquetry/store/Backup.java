package io.marquetry.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A copy of the workspace's database that was opened and verified when it was made.
 *
 * @param generation how many saves it holds
 */
public record Backup(Path file, Instant madeAt, long generation) {

    static final String ENDING = ".zip";

    private static final Pattern NAME =
            Pattern.compile("workspace-(\\d{8}T\\d{6}Z)-(\\d{1,18})\\.zip");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** Returns the name by which a backup is chosen. */
    public String name() {
        return String.valueOf(file.getFileName());
    }

    static Backup in(Path folder, Instant madeAt, long generation) {
        String name = "workspace-" + TIME.format(madeAt) + "-" + generation + ENDING;
        return new Backup(folder.resolve(name), madeAt, generation);
    }

    static Optional<Backup> parse(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            Instant madeAt = TIME.parse(name.group(1), Instant::from);
            return Optional.of(new Backup(file, madeAt, Long.parseLong(name.group(2))));
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }
}
