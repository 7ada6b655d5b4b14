package io.marquetry.update;

import io.marquetry.base.DurableFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * What the user said of looking for updates, and when that was done last.
 *
 * @param allowed false until the user says otherwise
 * @param askedAt empty: never
 */
record UpdateChoice(boolean allowed, Optional<Instant> askedAt) {

    private static final UpdateChoice NONE = new UpdateChoice(false, Optional.empty());
    private static final int VERSION = 1;

    /** Reads it; where it cannot be read, nothing is allowed. */
    static UpdateChoice read(Path file) {
        if (!Files.exists(file)) {
            return NONE;
        }
        try {
            JsonView view = JsonView.of(StrictJson.read(file));
            view.only("formatVersion", "allowed", "askedAt");
            view.get("formatVersion").whole(VERSION, VERSION);
            return new UpdateChoice(
                    view.get("allowed").truth(),
                    view.find("askedAt").map(at -> Instant.parse(at.text())));
        } catch (ProblemException | DateTimeException e) {
            return NONE;
        }
    }

    /** Writes it; durable when it returns. */
    void write(Path file) {
        JsonMembers members =
                new JsonMembers()
                        .put("formatVersion", VERSION)
                        .put("allowed", new Json.Truth(allowed))
                        .put("askedAt", askedAt, at -> Json.text(at.toString()));
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            DurableFiles.write(file.toAbsolutePath(), CanonicalJson.bytes(members.done()));
        } catch (IOException e) {
            throw Problem.of("problem.file.unwritable", file.toString(), StrictJson.reason(e))
                    .asException(e);
        }
    }
}
