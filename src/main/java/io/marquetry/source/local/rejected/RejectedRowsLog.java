package io.marquetry.source.local.rejected;

import io.marquetry.base.PrivateFiles;
import io.marquetry.base.Problem;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The file behind {@link RejectedRows}: made with the first row, gone with its folder. */
public final class RejectedRowsLog implements AutoCloseable {

    private static final int SHOWN_OF_RAW = 10_000;

    private static final Set<String> COLUMN =
            Set.of(
                    "problem.row.boolean",
                    "problem.row.date",
                    "problem.row.dateTime",
                    "problem.row.decimal",
                    "problem.row.integer",
                    "problem.row.number",
                    "problem.row.noKey",
                    "problem.row.unknownProfile");

    private final Map<String, RejectedReason> reasons = new LinkedHashMap<>();
    private final Path file;
    private @Nullable DataOutputStream out;
    private long count;

    public RejectedRowsLog(Path file) {
        this.file = file;
    }

    public void add(RejectedRow row) {
        try {
            if (out == null) {
                out =
                        new DataOutputStream(
                                new BufferedOutputStream(PrivateFiles.write(file), 1 << 16));
            }
            count++;
            reasons.merge(kind(row), new RejectedReason(row, 1), (old, now) -> old.andOne());
            write(out, row.label());
            out.writeLong(row.line());
            write(out, row.reason().key());
            out.writeInt(row.reason().args().size());
            for (Object arg : row.reason().args()) {
                out.writeBoolean(arg instanceof Number);
                write(out, arg.toString());
            }
            String raw = row.raw();
            write(out, raw.length() <= SHOWN_OF_RAW ? raw : raw.substring(0, SHOWN_OF_RAW) + "…");
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    /** Rows of one reason have it, and the column that it is about, in common. */
    private static String kind(RejectedRow row) {
        Problem why = row.reason();
        boolean aboutColumn = COLUMN.contains(why.key());
        return row.label() + why.key() + (aboutColumn ? why.args().getFirst() : "");
    }

    List<RejectedReason> reasons() {
        return reasons.values().stream()
                .sorted(Comparator.comparingLong(RejectedReason::count).reversed())
                .toList();
    }

    public long count() {
        return count;
    }

    void read(long limit, Consumer<RejectedRow> listener) {
        if (count == 0) {
            return;
        }
        try {
            if (out != null) {
                out.flush();
            }
            try (DataInputStream in =
                    new DataInputStream(
                            new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
                for (long i = 0; i < Math.min(limit, count); i++) {
                    listener.accept(row(in));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RejectedRow row(DataInputStream in) throws IOException {
        String label = text(in);
        long line = in.readLong();
        String key = text(in);
        int size = in.readInt();
        List<Object> args = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            boolean number = in.readBoolean();
            String arg = text(in);
            args.add(number ? (Object) Long.valueOf(arg) : arg);
        }
        return new RejectedRow(label, line, new Problem(key, args), text(in));
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    public static RuntimeException notWritten(IOException cause) {
        return Problem.of("problem.import.notWritten", String.valueOf(cause.getMessage()))
                .asException(cause);
    }

    @Override
    public void close() {
        try {
            if (out != null) {
                out.close();
                out = null;
            }
        } catch (IOException e) {
            throw notWritten(e);
        }
    }
}
