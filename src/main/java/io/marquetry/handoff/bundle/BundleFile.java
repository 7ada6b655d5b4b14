package io.marquetry.handoff.bundle;

import io.marquetry.base.DurableFiles;
import io.marquetry.base.FxThread;
import io.marquetry.base.OutputFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.RegularFiles;
import io.marquetry.base.Sha256;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A bundle: a ZIP file with the extension {@value #ENDING} that holds package documents and {@code
 * bundle.json}, which names each with its SHA-256. Nothing is ever unpacked to disk; names that
 * would lead out of a folder, links, and files that are there twice are refused all the same. Equal
 * documents give equal bytes.
 */
public final class BundleFile {

    /** How names of bundles end. */
    public static final String ENDING = ".mqpack";

    /** The name of the format. */
    public static final String FORMAT = "marquetry/bundle";

    private static final int FORMAT_VERSION = 1;
    private static final String LIST = "bundle.json";
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private static final int MAX_FILES = 10_000;
    private static final int MAX_BYTES = 256 << 20;
    private static final long MAX_DOCUMENT = StrictJson.MAX_BYTES;

    /** No text packs better; counted from a size that is no danger. */
    private static final long MAX_RATIO = 100;

    private static final long SMALL = 1 << 10;

    private BundleFile() {}

    /**
     * Returns whether a file is a ZIP file, whatever it is called.
     *
     * @throws ProblemException if it cannot be read
     */
    public static boolean isBundle(Path file) {
        return Arrays.equals(start(file, ZIP.length), ZIP);
    }

    /**
     * Returns a document's bytes, one more than a document may have if there are more.
     *
     * @throws ProblemException if the file cannot be read
     */
    public static byte[] bytes(Path file) {
        return start(file, StrictJson.MAX_BYTES + 1);
    }

    private static byte[] start(Path file, int most) {
        FxThread.refuse();
        RegularFiles.require(file);
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * Returns the documents of a bundle by their names inside, each as its list says it is.
     *
     * @throws ProblemException if it is no bundle, damaged, holds anything else, or is too large
     */
    public static Map<String, byte[]> read(Path file) {
        FxThread.refuse();
        RegularFiles.require(file);
        Map<String, byte[]> inside = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            List<BundleDirectory.Listed> directory = checked(file, BundleDirectory.read(file));
            long left = MAX_BYTES;
            for (BundleDirectory.Listed told : directory) {
                ZipEntry entry = zip.getNextEntry();
                if (entry == null || !entry.getName().equals(told.name())) {
                    throw new ZipException("the directory tells of other files");
                }
                long most = Math.min(MAX_RATIO * Math.max(told.packed(), SMALL), MAX_DOCUMENT);
                byte[] bytes = zip.readNBytes((int) Math.min(left, most) + 1);
                left -= bytes.length;
                if (bytes.length > most || left < 0) {
                    throw tooLarge(file);
                }
                inside.put(entry.getName(), bytes);
            }
            if (zip.getNextEntry() != null) {
                throw new ZipException("the directory tells of fewer files");
            }
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(file, e);
        }
        return listed(file, inside);
    }

    /** Refuses, before anything is unpacked, what no bundle holds. */
    private static List<BundleDirectory.Listed> checked(
            Path file, List<BundleDirectory.Listed> directory) {
        if (directory.size() > MAX_FILES) {
            throw tooLarge(file);
        }
        BundleNames names = new BundleNames();
        for (BundleDirectory.Listed told : directory) {
            if (!BundleNames.isAllowed(told.name())) {
                throw refused(file, "problem.bundle.name", told.name());
            }
            if (!told.regular()) {
                throw refused(file, "problem.bundle.link", told.name());
            }
            if (!names.isNew(told.name())) {
                throw refused(file, "problem.bundle.twice", told.name());
            }
        }
        return directory;
    }

    private static ProblemException tooLarge(Path file) {
        return Problem.of(
                        "problem.bundle.tooLarge",
                        file.toString(),
                        MAX_FILES,
                        MAX_BYTES >> 20,
                        StrictJson.MAX_BYTES >> 20)
                .asException();
    }

    private static Map<String, byte[]> listed(Path file, Map<String, byte[]> inside) {
        byte[] list = inside.remove(LIST);
        if (list == null) {
            throw Problem.of("problem.bundle.noList", file.toString()).asException();
        }
        Map<String, String> hashes = hashes(file, list);
        for (String name : inside.keySet()) {
            if (!hashes.containsKey(name)) {
                throw refused(file, "problem.bundle.unlisted", name);
            }
        }
        Map<String, byte[]> documents = new LinkedHashMap<>();
        hashes.forEach(
                (name, hash) -> {
                    byte[] bytes = inside.get(name);
                    if (bytes == null) {
                        throw refused(file, "problem.bundle.missing", name);
                    }
                    if (!Sha256.of(bytes).equals(hash)) {
                        throw refused(file, "problem.bundle.hash", name);
                    }
                    documents.put(name, bytes);
                });
        return documents;
    }

    private static Map<String, String> hashes(Path file, byte[] list) {
        try {
            JsonView view =
                    JsonView.of(StrictJson.read(list)).only("format", "formatVersion", "files");
            JsonView format = view.get("format");
            if (!format.text().equals(FORMAT)) {
                throw format.refuse("problem.json.format", JsonView.shown(format.text()), FORMAT);
            }
            JsonView number = view.get("formatVersion");
            long found = number.whole(1, Json.Whole.MAX);
            if (found > FORMAT_VERSION) {
                throw number.refuse("problem.json.formatNewer", found, FORMAT_VERSION);
            }
            Map<String, String> hashes = new TreeMap<>();
            view.get("files")
                    .entries()
                    .forEach(entry -> hashes.put(entry.getKey(), entry.getValue().text()));
            return hashes;
        } catch (ProblemException e) {
            throw Problem.of("problem.bundle.inside", file.toString(), LIST, e.problem())
                    .asException(e);
        }
    }

    /**
     * Writes a bundle in place of what was there; durable when it returns.
     *
     * @param documents canonical documents by their names inside
     * @throws ProblemException if it cannot be written; an earlier file is as it was then
     */
    public static void write(Path file, Map<String, byte[]> documents) {
        FxThread.refuse();
        OutputFiles.check(file);
        JsonMembers files = new JsonMembers();
        new TreeMap<>(documents).forEach((name, bytes) -> files.put(name, Sha256.of(bytes)));
        byte[] list =
                CanonicalJson.bytes(
                        new JsonMembers()
                                .put("format", FORMAT)
                                .put("formatVersion", FORMAT_VERSION)
                                .put("files", files.done())
                                .done());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, LIST, list);
            for (Map.Entry<String, byte[]> one : new TreeMap<>(documents).entrySet()) {
                put(zip, one.getKey(), one.getValue());
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        }
        try {
            DurableFiles.write(file.toAbsolutePath(), bytes.toByteArray());
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Not compressed, and of no time: so that equal documents give equal bytes everywhere. */
    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static ProblemException refused(Path file, String key, String name) {
        return Problem.of(key, file.toString(), JsonView.shown(name)).asException();
    }

    private static ProblemException damaged(Path file, Exception cause) {
        return Problem.of("problem.bundle.damaged", file.toString()).asException(cause);
    }

    private static ProblemException unreadable(Path file, IOException cause) {
        return Problem.of("problem.file.unreadable", file.toString(), reason(cause))
                .asException(cause);
    }

    private static ProblemException unwritable(Path file, IOException cause) {
        return Problem.of("problem.file.unwritable", file.toString(), reason(cause))
                .asException(cause);
    }

    private static String reason(IOException failure) {
        return Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName());
    }
}
