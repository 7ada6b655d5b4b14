package io.marquetry.store.file;

import io.marquetry.base.DurableFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Sha256;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells that a folder is a workspace and who may open it; read before the database is touched.
 *
 * @param schema the newest migration that the database may have seen, from 1
 * @param id stands in the database and in the seal, too, so that files of two workspaces cannot mix
 */
record Marker(int schema, String id, Instant createdAt) {

    /** The newest migration that this program knows. */
    static final int NEWEST_SCHEMA = 11;

    private static final String FORMAT = "marquetry/workspace";
    private static final int FORMAT_VERSION = 1;

    /** Makes the marker of a new workspace. */
    static Marker fresh(Instant now) {
        return new Marker(NEWEST_SCHEMA, UUID.randomUUID().toString(), now);
    }

    Marker withSchema(int other) {
        return new Marker(other, id, createdAt);
    }

    /**
     * Reads the marker of a workspace.
     *
     * @throws ProblemException if it is damaged, or was written by a newer program
     */
    static Marker read(WorkspaceFiles files) {
        JsonView view = intact(files);
        try {
            return checked(files, view);
        } catch (DateTimeException e) {
            throw damaged(files, e);
        }
    }

    /**
     * Returns when the workspace was made, or nothing if its marker is damaged.
     *
     * @throws ProblemException if a newer program wrote the marker
     */
    static Optional<Instant> createdAt(WorkspaceFiles files) {
        JsonView view;
        try {
            view = intact(files);
        } catch (ProblemException e) {
            return Optional.empty();
        }
        return Optional.of(checked(files, view).createdAt());
    }

    private static JsonView intact(WorkspaceFiles files) {
        JsonView view;
        String stated;
        try {
            view = JsonView.of(StrictJson.read(files.marker()));
            stated = view.get("sha256").text();
        } catch (ProblemException e) {
            throw damaged(files, e);
        }
        JsonMembers signed = new JsonMembers();
        view.members()
                .forEach(
                        (name, value) -> {
                            if (!name.equals("sha256")) {
                                signed.put(name, value);
                            }
                        });
        if (!hash(signed).equals(stated)) {
            throw Problem.of("problem.workspace.marker", files.marker().toString()).asException();
        }
        return view;
    }

    private static Marker checked(WorkspaceFiles files, JsonView view) {
        int newest = Integer.MAX_VALUE;
        if (!view.get("format").text().equals(FORMAT)) {
            throw Problem.of("problem.workspace.marker", files.marker().toString()).asException();
        }
        if (view.get("formatVersion").whole(1, newest) > FORMAT_VERSION
                || view.get("schema").whole(1, newest) > NEWEST_SCHEMA) {
            throw Problem.of("problem.workspace.newer", files.folder().toString()).asException();
        }
        return new Marker(
                (int) view.get("schema").whole(1, newest),
                view.get("id").text(),
                Instant.parse(view.get("createdAt").text()));
    }

    /** Writes the marker; durable when it returns. */
    void write(WorkspaceFiles files) throws IOException {
        JsonMembers members = members();
        String hash = hash(members());
        DurableFiles.write(files.marker(), CanonicalJson.bytes(members.put("sha256", hash).done()));
    }

    private JsonMembers members() {
        return new JsonMembers()
                .put("format", FORMAT)
                .put("formatVersion", FORMAT_VERSION)
                .put("schema", schema)
                .put("id", id)
                .put("createdAt", createdAt.toString());
    }

    private static String hash(JsonMembers signed) {
        return Sha256.of(CanonicalJson.write(signed.done()).getBytes(StandardCharsets.UTF_8));
    }

    private static ProblemException damaged(WorkspaceFiles files, RuntimeException cause) {
        return Problem.of("problem.workspace.marker", files.marker().toString()).asException(cause);
    }
}
