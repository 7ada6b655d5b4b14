package io.marquetry.store.file;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A copy of the workspace's database that was opened and verified when it was made.
 *
 * @param name by which it is chosen: its file's, after its folder's where it was set aside
 * @param madeAt what the clock said, which may be wrong
 * @param generation how many saves it holds
 * @param content of what it holds: eight hexadecimal digits; empty in backups of older programs
 */
public record Backup(
        String name, Path file, Instant madeAt, long generation, Optional<String> content) {

    static final String ENDING = ".zip";

    private static final Pattern NAME =
            Pattern.compile("workspace-(\\d{8}T\\d{6}Z)-(\\d{1,18})(?:-([0-9a-f]{8}))?\\.zip");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** Returns whether it was set aside when an older one was restored. */
    public boolean isAside() {
        return name.indexOf('/') >= 0;
    }

    static Backup in(Path folder, Instant madeAt, long generation, String content) {
        String name =
                "workspace-" + TIME.format(madeAt) + "-" + generation + "-" + content + ENDING;
        return new Backup(name, folder.resolve(name), madeAt, generation, Optional.of(content));
    }

    static Optional<Backup> parse(Path backups, Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Backup(
                            backups.relativize(file).toString().replace('\\', '/'),
                            file,
                            TIME.parse(name.group(1), Instant::from),
                            Long.parseLong(name.group(2)),
                            Optional.ofNullable(name.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
