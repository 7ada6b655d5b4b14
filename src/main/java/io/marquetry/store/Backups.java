package io.marquetry.store;

import io.marquetry.base.DurableFiles;
import io.marquetry.base.PrivateFiles;
import io.marquetry.base.Problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The rotating backups of a workspace. */
final class Backups {

    /** How many are kept. */
    static final int KEPT = 5;

    /** The one file in a backup. */
    private static final String MEMBER = "workspace" + Connections.ENDING;

    /** Far more than any workspace takes. */
    private static final long MOST_BYTES = 4L << 30;

    private Backups() {}

    /** Returns the backups, the newest first. */
    static List<Backup> list(WorkspaceFiles files) {
        try (Stream<Path> content = Files.list(files.backups())) {
            return content.map(Backup::parse)
                    .flatMap(Optional::stream)
                    .sorted(
                            Comparator.comparing(Backup::madeAt)
                                    .thenComparingLong(Backup::generation)
                                    .reversed())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /**
     * Makes a backup of an open database. It counts only after it was opened and verified twice.
     *
     * @throws IOException if there is no room, or the copy does not verify
     */
    static Backup make(WorkspaceFiles files, Connection connection, String workspace, Instant now)
            throws IOException, SQLException {
        Files.createDirectories(files.backups());
        long generation = Transaction.generation(Connections.sql(connection));
        Backup backup = Backup.in(files.backups(), now, generation);
        Path unfinished = DurableFiles.unfinished(backup.file());
        try {
            try (PreparedStatement copy = connection.prepareStatement("BACKUP TO ?")) {
                copy.setString(1, unfinished.toString());
                copy.execute();
            }
            try (RandomAccessFile written = new RandomAccessFile(unfinished.toFile(), "rw")) {
                written.getFD().sync();
            }
            Optional<Problem> finding = verify(unfinished, files.backups(), workspace);
            if (finding.isPresent()) {
                throw new IOException("the copy is not good: " + finding.get().key());
            }
            DurableFiles.move(unfinished, backup.file());
        } finally {
            Files.deleteIfExists(unfinished);
        }
        for (Backup old : list(files).stream().skip(KEPT).toList()) {
            Files.deleteIfExists(old.file());
        }
        return backup;
    }

    /**
     * Unpacks the database file of a backup.
     *
     * @throws IOException if it holds anything else, or more than a workspace ever has
     */
    static void unpack(Path backup, Path to) throws IOException {
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            ZipEntry entry = onlyMember(zip, backup);
            // ZipFile itself never compares the checksum of what it unpacks.
            try (CheckedInputStream in =
                            new CheckedInputStream(zip.getInputStream(entry), new CRC32());
                    OutputStream out = PrivateFiles.write(to)) {
                copy(in, out, backup);
                if (in.getChecksum().getValue() != entry.getCrc()) {
                    throw new IOException("the checksum of " + backup + " differs");
                }
            }
        }
    }

    private static ZipEntry onlyMember(ZipFile zip, Path backup) throws IOException {
        List<? extends ZipEntry> members = zip.stream().limit(2).toList();
        if (members.size() != 1 || !members.getFirst().getName().equals(MEMBER)) {
            throw new IOException(backup + " is not one database");
        }
        return members.getFirst();
    }

    private static void copy(InputStream in, OutputStream out, Path backup) throws IOException {
        byte[] block = new byte[1 << 16];
        long room = MOST_BYTES;
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
            room -= read;
            if (room < 0) {
                throw new IOException(backup + " holds more than " + MOST_BYTES + " bytes");
            }
            out.write(block, 0, read);
        }
    }

    private static Optional<Problem> verify(Path backup, Path folder, String workspace)
            throws IOException {
        Path copy = folder.resolve("verified.unfinished" + Connections.ENDING);
        try {
            unpack(backup, copy);
            Optional<Problem> first = Verification.of(copy, workspace);
            return first.isPresent() ? first : Verification.of(copy, workspace);
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
