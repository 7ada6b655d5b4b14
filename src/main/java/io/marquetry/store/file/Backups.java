package io.marquetry.store.file;

import static io.marquetry.store.jooq.Tables.LEDGER;

import io.marquetry.base.DurableFiles;
import io.marquetry.base.PrivateFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.Sha256;
import io.marquetry.store.save.Transaction;

import org.jooq.DSLContext;

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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The backups of a workspace. */
final class Backups {

    /** How many digits of a content's hash are in a name. */
    private static final int CONTENT = 8;

    /** The one file in a backup. */
    private static final String MEMBER = "workspace" + Connections.ENDING;

    /** Far more than any workspace takes. */
    private static final long MAX_BYTES = 4L << 30;

    private Backups() {}

    /** Returns the backups, the newest of the line first, then those that were set aside. */
    static List<Backup> list(WorkspaceFiles files) {
        List<Backup> all = new ArrayList<>(line(files));
        try {
            SetAside.folders(files).stream()
                    .flatMap(folder -> in(files, folder).stream())
                    .sorted(Comparator.comparing(Backup::madeAt).reversed())
                    .forEach(all::add);
        } catch (IOException e) {
            return all;
        }
        return all;
    }

    /** Returns the backups that lead to the present state, the newest save first. */
    static List<Backup> line(WorkspaceFiles files) {
        return in(files, files.backups());
    }

    /** Returns the backups in a folder, the newest save first, whatever the clock said. */
    static List<Backup> in(WorkspaceFiles files, Path folder) {
        try (Stream<Path> content = Files.list(folder)) {
            return content.map(file -> Backup.parse(files.backups(), file))
                    .flatMap(Optional::stream)
                    .sorted(
                            Comparator.comparingLong(Backup::generation)
                                    .thenComparing(Backup::madeAt)
                                    .reversed())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Returns whether the state of an open database is in a backup of its line. */
    static boolean hold(WorkspaceFiles files, DSLContext sql) {
        long generation = Transaction.generation(sql);
        Optional<String> content = Optional.of(content(sql));
        return line(files).stream()
                .anyMatch(b -> b.generation() == generation && b.content().equals(content));
    }

    /**
     * Makes a backup of an open database. The backup counts only after it was opened and verified
     * twice.
     *
     * @throws IOException if there is no room, or the copy does not verify
     */
    static Backup make(WorkspaceFiles files, Connection connection, String workspace, Instant now)
            throws IOException, SQLException {
        PrivateFiles.folder(files.backups());
        DSLContext sql = Connections.sql(connection);
        long generation = Transaction.generation(sql);
        Backup backup = Backup.in(files.backups(), now, generation, content(sql));
        Path unfinished = DurableFiles.unfinished(backup.file());
        try {
            try (PreparedStatement copy = connection.prepareStatement("BACKUP TO ?")) {
                copy.setString(1, unfinished.toString());
                copy.execute();
            }
            PrivateFiles.close(unfinished);
            try (RandomAccessFile written = new RandomAccessFile(unfinished.toFile(), "rw")) {
                written.getFD().sync();
            }
            Optional<Problem> finding = verify(unfinished, files.backups(), workspace);
            if (finding.isPresent()) {
                throw new IOException("the copy is not good", finding.get().asException());
            }
            // A program of before left those of another line among these.
            new SetAside(files).after(generation);
            DurableFiles.move(unfinished, backup.file());
        } finally {
            Files.deleteIfExists(unfinished);
        }
        for (Backup old : BackupsKept.superfluous(line(files))) {
            Files.deleteIfExists(old.file());
        }
        return backup;
    }

    /** Returns what tells the content of two databases with as many saves apart. */
    private static String content(DSLContext sql) {
        StringBuilder entries = new StringBuilder();
        sql.selectFrom(LEDGER)
                .orderBy(LEDGER.KIND)
                .forEach(row -> entries.append(row.getKind()).append(row.getDigest()));
        return Sha256.of(entries.toString()).substring(0, CONTENT);
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
        long room = MAX_BYTES;
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
            room -= read;
            if (room < 0) {
                throw new IOException(backup + " holds more than " + MAX_BYTES + " bytes");
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
