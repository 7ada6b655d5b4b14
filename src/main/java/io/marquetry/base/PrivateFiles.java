package io.marquetry.base;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Files and folders that only their owner can read: customers' data lie in them. POSIX permissions
 * where there are such, an access list with the owner alone on Windows; file systems that know
 * neither are left as they are.
 */
public final class PrivateFiles {

    private static final Set<PosixFilePermission> FILE =
            PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER =
            PosixFilePermissions.fromString("rwx------");

    private PrivateFiles() {}

    /** Opens a file to be written from its beginning; a new one is closed to others at once. */
    public static OutputStream write(Path file) throws IOException {
        Set<StandardOpenOption> how =
                EnumSet.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
        OutputStream out =
                Channels.newOutputStream(Files.newByteChannel(file, how, attributes(file, FILE)));
        closeMade(file);
        return out;
    }

    /** Makes an empty file, closed to others, that must not be there yet. */
    public static void create(Path file) throws IOException {
        closeMade(Files.createFile(file, attributes(file, FILE)));
    }

    /** Makes a folder, and those above it where there are none, closed to others. */
    public static Path folder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        return closeMade(Files.createDirectories(folder, attributes(folder, FOLDER)));
    }

    /** Makes a folder of a name that nobody has, closed to others. */
    public static Path folderIn(Path parent, String prefix) throws IOException {
        return closeMade(Files.createTempDirectory(parent, prefix, attributes(parent, FOLDER)));
    }

    /** Closes to others what is there: a file, or a folder but not what is in it. */
    public static void close(Path path) throws IOException {
        PosixFileAttributeView posix =
                Files.getFileAttributeView(
                        path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        boolean folder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
        if (posix != null) {
            if (!posix.readAttributes().isSymbolicLink()) {
                Set<PosixFilePermission> wanted = folder ? FOLDER : FILE;
                if (!posix.readAttributes().permissions().equals(wanted)) {
                    posix.setPermissions(wanted);
                }
            }
            return;
        }
        AclFileAttributeView list = Files.getFileAttributeView(path, AclFileAttributeView.class);
        if (list != null) {
            list.setAcl(
                    List.of(
                            AclEntry.newBuilder()
                                    .setType(AclEntryType.ALLOW)
                                    .setPrincipal(list.getOwner())
                                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                                    .setFlags(
                                            folder
                                                    ? EnumSet.of(
                                                            AclEntryFlag.FILE_INHERIT,
                                                            AclEntryFlag.DIRECTORY_INHERIT)
                                                    : EnumSet.noneOf(AclEntryFlag.class))
                                    .build()));
        }
    }

    /**
     * Closes a folder to others, with all in it, if others can enter it: what is made in a closed
     * one later is out of their reach. Links are not followed.
     */
    public static void closeOnce(Path folder) throws IOException {
        PosixFileAttributeView posix =
                Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (posix != null && posix.readAttributes().permissions().equals(FOLDER)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path entered, BasicFileAttributes attributes) throws IOException {
                        close(entered);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        if (attributes.isRegularFile()) {
                            close(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    // Where permissions cannot be told at the making, right after it; the folder is closed already.
    private static Path closeMade(Path path) throws IOException {
        if (!isPosix(path)) {
            close(path);
        }
        return path;
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
