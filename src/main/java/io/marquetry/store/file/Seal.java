package io.marquetry.store.file;

import io.marquetry.base.Sha256;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What is known, outside the database, of the state it was left in.
 *
 * @param workspace the id of the workspace
 * @param generation the number of the last acknowledged save: an older database has lost work
 * @param closed the closed database file; empty while it is open, and after a sudden end
 */
record Seal(String workspace, long generation, Optional<FileHash> closed) {

    /**
     * A file's content.
     *
     * @param length in bytes
     */
    record FileHash(long length, String sha256) {

        /** Makes a file's content durable and hashes it. */
        static FileHash sync(Path file) throws IOException {
            try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
                open.getFD().sync();
            }
            return of(file);
        }

        /** Hashes a file. */
        static FileHash of(Path file) throws IOException {
            MessageDigest digest = Sha256.digest();
            long length = 0;
            byte[] buffer = new byte[1 << 16];
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    digest.update(buffer, 0, n);
                    length += n;
                }
            }
            return new FileHash(length, HexFormat.of().formatHex(digest.digest()));
        }
    }
}
