package io.marquetry.store.file;

import io.marquetry.base.Problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the parts of a workspace lie.
 *
 * @param folder absolute
 */
record WorkspaceFiles(Path folder) {

    /** The name of the file that makes a folder a workspace. */
    static final String MARKER = "marquetry.json";

    private static final String DATABASE = "workspace";
    private static final Set<String> HARMLESS = Set.of(".lock", ".DS_Store", "desktop.ini");

    /** Names the parts of a folder that need not exist; refuses one that H2 would misread. */
    static WorkspaceFiles in(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        // What follows a semicolon in a database URL is a setting, and settings can run code.
        if (absolute.toString().indexOf(';') >= 0) {
            throw Problem.of("problem.workspace.semicolon", absolute.toString()).asException();
        }
        return new WorkspaceFiles(absolute);
    }

    Path marker() {
        return folder.resolve(MARKER);
    }

    Path database() {
        return folder.resolve(DATABASE + Connections.ENDING);
    }

    /** Where the database is written anew before it replaces the old file. */
    Path rewritten() {
        return folder.resolve("rewritten.unfinished" + Connections.ENDING);
    }

    Path seal() {
        return folder.resolve("workspace.seal");
    }

    /** The files that somebody might take for the workspace itself. */
    Set<Path> own() {
        return Set.of(marker(), database(), seal());
    }

    Path lock() {
        return folder.resolve(".lock");
    }

    /** Stands in the folder while a workspace is being made there. */
    Path creating() {
        return folder.resolve(".creating");
    }

    Path backups() {
        return folder.resolve("backups");
    }

    /** Holds copies of what was there before a restore. */
    Path damaged() {
        return folder.resolve("damaged");
    }

    /** Holds the receipts of people who were erased. */
    Path receipts() {
        return folder.resolve("receipts");
    }

    Path sources() {
        return folder.resolve("sources");
    }

    /** Returns whether the folder is absent or holds nothing of anybody. */
    boolean isEmpty() throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.allMatch(p -> HARMLESS.contains(p.getFileName().toString()));
        }
    }
}
