package io.marquetry.launch;

import io.marquetry.base.PrivateFiles;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A word that nobody can guess, in a file that its owner alone can read. */
final class Word {

    private static final int BYTES = 32;

    private Word() {}

    /** Makes a word and writes it to a file in place of the one before. */
    static String write(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String word = HexFormat.of().formatHex(random);
        Files.deleteIfExists(file);
        PrivateFiles.create(file);
        try (OutputStream out = PrivateFiles.write(file)) {
            out.write(word.getBytes(StandardCharsets.US_ASCII));
        }
        return word;
    }

    /** Reads a word; a longer file is none of ours. */
    static String read(Path file) throws IOException {
        if (Files.size(file) != 2L * BYTES) {
            throw new IOException("no word");
        }
        return Files.readString(file, StandardCharsets.US_ASCII);
    }

    /** Compares without telling by the time it takes how much was right. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
