package io.marquetry.store.file;

import io.marquetry.base.PrivateFiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The backups that are later than the one that was restored: they lie in folders of their own, so
 * that those of one line alone stand beside each other, and can be restored all the same.
 */
final class SetAside {

    private static final String PREFIX = "after-";

    private final WorkspaceFiles files;

    SetAside(WorkspaceFiles files) {
        this.files = files;
    }

    /** Moves the backups of the line that are later than a save out of it. */
    void after(long generation) throws IOException {
        List<Backup> later =
                Backups.line(files).stream().filter(b -> b.generation() > generation).toList();
        if (later.isEmpty()) {
            return;
        }
        Path folder = freeFolder(generation);
        for (Backup backup : later) {
            move(backup, folder);
        }
    }

    /**
     * Brings the line of a backup back that was set aside: what was made since in another line
     * makes room.
     */
    void bringBack(Backup restored) throws IOException {
        Path folder = restored.file().getParent();
        if (folder == null || !restored.isAside()) {
            return;
        }
        after(parted(folder));
        for (Backup backup : Backups.in(files, folder)) {
            if (backup.generation() <= restored.generation()) {
                move(backup, files.backups());
            }
        }
        try (var left = Files.list(folder)) {
            if (left.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(folder);
    }

    /** Returns the folders, in no order. */
    static List<Path> folders(WorkspaceFiles files) throws IOException {
        try (var found = Files.newDirectoryStream(files.backups(), PREFIX + "*")) {
            List<Path> folders = new ArrayList<>();
            for (Path path : found) {
                if (Files.isDirectory(path)) {
                    folders.add(path);
                }
            }
            return folders;
        }
    }

    private Path freeFolder(long generation) throws IOException {
        for (int n = 1; ; n++) {
            Path folder = files.backups().resolve(PREFIX + generation + "-" + n);
            if (!Files.exists(folder)) {
                return PrivateFiles.folder(folder);
            }
        }
    }

    /** Returns the save after which the backups in a folder left the line. */
    private static long parted(Path folder) {
        String[] words = String.valueOf(folder.getFileName()).split("-", -1);
        try {
            return Long.parseLong(words[1]);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static void move(Backup backup, Path folder) throws IOException {
        Path to = folder.resolve(String.valueOf(backup.file().getFileName()));
        Files.move(backup.file(), to, StandardCopyOption.ATOMIC_MOVE);
    }
}
