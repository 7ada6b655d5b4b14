package io.marquetry.source.local.rejected;

import io.marquetry.base.PrivateFiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where an import writes until it is finished: what it leaves when killed is told by the name. */
public final class IncomingFolder {

    public static final String PREFIX = ".incoming-";

    private final Path folder;

    private IncomingFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes a new one. */
    public static IncomingFolder in(Path sources) {
        try {
            PrivateFiles.folder(sources);
            return new IncomingFolder(PrivateFiles.folderIn(sources, PREFIX));
        } catch (IOException e) {
            throw RejectedRowsLog.notWritten(e);
        }
    }

    /** Returns a place for a file in it. */
    public Path resolve(String name) {
        return folder.resolve(name);
    }

    /** Removes it with all it holds; what is gone already is no failure. */
    public void delete() {
        delete(folder);
    }

    /** Removes what it holds but one file. */
    public void deleteExcept(String kept) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> found = Files.list(folder)) {
            for (Path path : found.filter(p -> !p.endsWith(kept)).toList()) {
                delete(path);
            }
        } catch (IOException e) {
            throw RejectedRowsLog.notWritten(e);
        }
    }

    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw RejectedRowsLog.notWritten(e);
        }
    }
}
