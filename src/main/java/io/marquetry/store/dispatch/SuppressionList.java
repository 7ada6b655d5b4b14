package io.marquetry.store.dispatch;

import io.marquetry.base.DurableFiles;
import io.marquetry.base.PrivateFiles;
import io.marquetry.base.Problem;
import io.marquetry.dispatch.ChannelKind;
import io.marquetry.dispatch.Reach;
import io.marquetry.store.file.SideFile;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who must not be written to. Of an address only its keyed hash is kept (HMAC with SHA-256), so
 * that somebody who was erased stays on the list and nobody can read who it is. The key is a file
 * beside the list; whoever has both can still try out addresses.
 */
final class SuppressionList {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final Path keyFile;
    private final Map<ChannelKind, Set<String>> known = new EnumMap<>(ChannelKind.class);
    private byte @Nullable [] key;

    SuppressionList(Path keyFile) {
        this.keyFile = keyFile;
    }

    Predicate<String> suppressed(Sql sql, ChannelKind channel) {
        Set<String> marks = known.computeIfAbsent(channel, one -> marks(sql, one));
        if (marks.isEmpty()) {
            return address -> false;
        }
        Mac mac = mac(false);
        // A copy for each address: several threads may ask.
        return address -> marks.contains(mark(copy(mac), channel, address));
    }

    /** A running dispatch asks before each claim: it is read once, and anew when it changed. */
    private static Set<String> marks(Sql sql, ChannelKind channel) {
        Set<String> marks = new HashSet<>();
        sql.each(
                "select address from suppression where channel = ? and lifted_at is null",
                row -> marks.add(row.getString(1)),
                channel.name());
        return marks;
    }

    /** What was read holds no longer: the list changed, or its file is closed. */
    void changed() {
        known.clear();
    }

    List<Reach.Entry> entries(Sql sql) {
        List<Reach.Entry> found = new ArrayList<>();
        sql.each(
                "select channel, address, reason, source, since from suppression where"
                        + " lifted_at is null order by n desc",
                row ->
                        found.add(
                                new Reach.Entry(
                                        ChannelKind.valueOf(row.getString(1)),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        Instant.ofEpochMilli(row.getLong(5)))));
        return found;
    }

    int add(Sql sql, List<Reach.Suppression> entries) {
        changed();
        boolean[] none = {true};
        sql.each("select 1 from suppression limit 1", row -> none[0] = false);
        Mac mac = mac(none[0]);
        int added = 0;
        for (Reach.Suppression entry : entries) {
            String mark = mark(mac, entry.channel(), entry.address());
            added +=
                    sql.run(
                            "insert into suppression (channel, address, reason, source, since, n)"
                                    + " select ?, ?, ?, ?, ?, coalesce(max(n), 0) + 1 from suppression"
                                    + " having not exists (select 1 from suppression where channel = ?"
                                    + " and address = ? and lifted_at is null)",
                            entry.channel().name(),
                            mark,
                            entry.reason(),
                            entry.source(),
                            entry.since().toEpochMilli(),
                            entry.channel().name(),
                            mark);
        }
        sql.save();
        return added;
    }

    boolean lift(Sql sql, ChannelKind channel, String mark, String why, Instant at) {
        changed();
        int lifted =
                sql.run(
                        "update suppression set lifted_at = ?, lifted_why = ? where channel = ? and"
                                + " address = ? and lifted_at is null",
                        at.toEpochMilli(),
                        why,
                        channel.name(),
                        mark);
        sql.save();
        return lifted > 0;
    }

    /** Returns what is kept of an address. */
    String mark(ChannelKind channel, String address) {
        return Files.exists(keyFile) ? mark(mac(false), channel, address) : "";
    }

    private static String mark(Mac mac, ChannelKind channel, String address) {
        return HexFormat.of()
                .formatHex(
                        mac.doFinal(
                                (channel.name() + '\n' + address)
                                        .getBytes(StandardCharsets.UTF_8)));
    }

    private static Mac copy(Mac mac) {
        try {
            return (Mac) mac.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the hash of every Java can be copied", e);
        }
    }

    /**
     * Returns what hashes.
     *
     * @param fresh whether nothing was hashed yet, so that a key may be made. Entries without their
     *     key hold nobody back: then nothing is sent at all
     */
    private Mac mac(boolean fresh) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(fresh), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java knows " + ALGORITHM, e);
        }
    }

    private byte[] key(boolean fresh) {
        byte[] known = key;
        if (known != null) {
            return known;
        }
        try {
            if (!Files.exists(keyFile) && fresh) {
                byte[] made = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(made);
                DurableFiles.write(keyFile, made);
                PrivateFiles.close(keyFile);
            }
            byte[] read = Files.exists(keyFile) ? Files.readAllBytes(keyFile) : new byte[0];
            if (read.length != KEY_BYTES) {
                throw Problem.of("problem.dispatch.noKey", keyFile.toString()).asException();
            }
            key = read;
            return read;
        } catch (IOException e) {
            throw SideFile.trouble(keyFile, e);
        }
    }
}
