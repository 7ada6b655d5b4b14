package io.marquetry.store.file;

import io.marquetry.source.h2.FileContents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds in a database file what none of our migrations makes, before H2 opens it: opening runs
 * whatever statements a file holds. What each migration leaves is written down beside them: to run
 * them for it would take most of the time in which a workspace opens.
 */
final class SchemaCheck {

    /** Written by a test, which also tells when it is no longer what the migrations make. */
    static final String KNOWN = "/db/known-objects.txt";

    private SchemaCheck() {}

    /**
     * Returns the first thing in a file that no workspace of ours has.
     *
     * @throws IOException if the file is damaged
     */
    static Optional<String> foreign(Path file) throws IOException {
        return FileContents.of(file).foreign(Ours.KNOWN_OBJECTS);
    }

    private static final class Ours {

        private static final List<FileContents> KNOWN_OBJECTS = List.of(read());

        private static FileContents read() {
            try (InputStream in =
                    Objects.requireNonNull(SchemaCheck.class.getResourceAsStream(KNOWN), KNOWN)) {
                return FileContents.ofText(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new IllegalStateException("the program is incomplete: " + KNOWN, e);
            }
        }
    }
}
