package io.marquetry.dispatch.channel;

import io.marquetry.base.DurableFiles;
import io.marquetry.base.PrivateFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.SpreadsheetText;
import io.marquetry.dispatch.DispatchId;
import io.marquetry.json.StrictJson;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes messages into files that somebody else sends: {@code dispatch-7-1.csv}, a file for each
 * run, seen under that name only when it is whole. A message stands in all files of a dispatch
 * together once. A cell that a spreadsheet would run stands behind an apostrophe.
 */
public final class FileDropChannel implements Channel {

    private static final String OPEN = ".part";

    private final Path folder;
    private final String stem;
    private final Path part;
    private final Path whole;
    private final FileOutputStream out;
    private final Set<String> known = new HashSet<>();
    private boolean dirty;
    private boolean empty = true;

    /**
     * Opens the next file of a dispatch; one that a sudden end left open becomes whole first.
     *
     * @throws io.marquetry.base.ProblemException if the folder cannot be written
     */
    public FileDropChannel(Path folder, DispatchId id) {
        this(folder, id, Optional.empty());
    }

    /**
     * Opens the next file of one of the accounts of a dispatch, which may all use one folder.
     *
     * @param account the name that its files bear besides; empty: none, as if it were the only one
     * @throws io.marquetry.base.ProblemException if the folder cannot be written
     */
    public FileDropChannel(Path folder, DispatchId id, Optional<String> account) {
        this.folder = folder;
        this.stem = "dispatch-" + id.number() + "-" + account.map(name -> name + "-").orElse("");
        try {
            Files.createDirectories(folder);
            int next = 1;
            for (Path left : files()) {
                String name = String.valueOf(left.getFileName());
                remember(left);
                if (name.endsWith(OPEN)) {
                    DurableFiles.move(
                            left, folder.resolve(name.substring(0, name.length() - OPEN.length())));
                }
                String number = name.substring(stem.length(), name.indexOf('.'));
                next = Math.max(next, Integer.parseInt(number) + 1);
            }
            this.whole = folder.resolve(stem + next + ".csv");
            this.part = folder.resolve(stem + next + ".csv" + OPEN);
            PrivateFiles.create(part);
            this.out = new FileOutputStream(part.toFile(), true);
            out.write("key,address,text\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file ->
                                    String.valueOf(file.getFileName())
                                            .matches(stem + "[0-9]{1,6}\\.csv(\\.part)?"))
                    .sorted()
                    .toList();
        }
    }

    /** A key is at the beginning of a line, and in no text: keys are written before all else. */
    private void remember(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            lines.filter(line -> line.matches("[0-9a-f]{32},.*"))
                    .forEach(line -> known.add(line.substring(0, line.indexOf(','))));
        }
    }

    private RuntimeException trouble(IOException e) {
        return Problem.of("problem.file.unwritable", folder.toString(), StrictJson.reason(e))
                .asException(e);
    }

    @Override
    public synchronized Answer send(Message message) {
        if (known.add(message.key())) {
            String line =
                    message.key()
                            + ','
                            + cell(address(line(message.address())))
                            + ','
                            + cell(SpreadsheetText.harmless(line(message.text())))
                            + '\n';
            try {
                out.write(line.getBytes(StandardCharsets.UTF_8));
                dirty = true;
                empty = false;
            } catch (IOException e) {
                return new Answer.Perhaps("file");
            }
        }
        return new Answer.Taken(message.key().substring(0, 12));
    }

    /** A telephone number begins with a plus and runs nothing; machines read it as it is. */
    private static String address(String address) {
        return address.matches("\\+[0-9]{1,15}") ? address : SpreadsheetText.harmless(address);
    }

    /** A line break would let a text look like the beginning of a line. */
    private static String line(String text) {
        return text.replaceAll("\\R", " ");
    }

    private static String cell(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public synchronized void settle() {
        if (dirty) {
            try {
                out.getFD().sync();
                dirty = false;
            } catch (IOException e) {
                throw trouble(e);
            }
        }
    }

    @Override
    public synchronized Optional<Answer> lookUp(String key) {
        return Optional.of(
                known.contains(key)
                        ? new Answer.Taken(key.substring(0, 12))
                        : new Answer.NotTaken(Optional.empty(), "not-in-file"));
    }

    @Override
    public List<Told> receipts() {
        return List.of();
    }

    @Override
    public synchronized void close() {
        try {
            settle();
            out.close();
            if (empty) {
                Files.deleteIfExists(part);
            } else {
                DurableFiles.move(part, whole);
            }
        } catch (IOException e) {
            throw trouble(e);
        }
    }
}
