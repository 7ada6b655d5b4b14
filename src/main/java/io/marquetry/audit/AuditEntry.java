package io.marquetry.audit;

import io.marquetry.base.Sha256;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * One entry of the audit.
 *
 * @param seq from 1, without gaps
 * @param atMicros when, in microseconds since 1970
 * @param generation the number of the save that it was part of
 * @param remaining how many entries of that save follow
 * @param who the login of whoever did it
 * @param what was done, for example {@code draft.changed} or {@code package.approved}
 * @param subject to what
 * @param detail as canonical JSON: for rows the seal that they got and the one that they had
 * @param prev the hash of the entry before, zeros for the first
 * @param hash of all of the above
 */
public record AuditEntry(
        long seq,
        long atMicros,
        long generation,
        int remaining,
        String who,
        String what,
        String subject,
        String detail,
        String prev,
        String hash) {

    /** What stands before the first entry. */
    public static final String NOTHING = "0".repeat(64);

    /** Returns the entry with the hash of what it says. */
    public AuditEntry hashed() {
        return new AuditEntry(
                seq, atMicros, generation, remaining, who, what, subject, detail, prev, ofAll());
    }

    /** Returns whether the hash is that of what the entry says. */
    public boolean holds() {
        return holds(Sha256.digest(), new StringBuilder());
    }

    /** Returns the same, for whoever asks it of many entries and makes digest and room once. */
    boolean holds(MessageDigest digest, StringBuilder room) {
        return Sha256.is(digest.digest(text(room).getBytes(StandardCharsets.UTF_8)), hash);
    }

    private String ofAll() {
        return Sha256.of(text(new StringBuilder()));
    }

    // Lengths in code points, as a database counts them, so that it can do the same.
    private String text(StringBuilder text) {
        text.setLength(0);
        text.append(prev).append('/').append(seq).append('/').append(atMicros);
        text.append('/').append(generation).append('/').append(remaining);
        add(text, who);
        add(text, what);
        add(text, subject);
        add(text, detail);
        return text.toString();
    }

    private static void add(StringBuilder text, String field) {
        text.append('/').append(field.codePointCount(0, field.length())).append(':').append(field);
    }
}
